//! Pools: sessions that are where they are used, and in a store where they are not.

#[path = "support/directory.rs"]
mod directory;
mod support;

use directory::Directory;
use hognose::{
    CancelHandle, Limits, Outcome, PoolError, PoolOptions, RunError, SessionError, SessionId,
    SessionOptions, SessionPool, SessionStore, SnapshotError, SnapshotKey, Status, StoreError,
    Turn,
};
use std::{
    collections::BTreeMap,
    sync::{
        Arc, Barrier, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::Duration,
};
use support::PYTHON;

/// A store in memory, that several pools share, and that can be broken.
#[derive(Clone, Default)]
struct Memory {
    entries: Arc<Mutex<BTreeMap<String, Vec<u8>>>>,
    is_broken: Arc<AtomicBool>,
}

impl Memory {
    fn names(&self) -> Vec<String> {
        self.entries.lock().expect("no panic").keys().cloned().collect()
    }

    fn entries(&self) -> Result<std::sync::MutexGuard<'_, BTreeMap<String, Vec<u8>>>, StoreError> {
        if self.is_broken.load(Ordering::Relaxed) {
            return Err(StoreError::failed("it is broken"));
        }
        Ok(self.entries.lock().expect("no panic"))
    }
}

impl SessionStore for Memory {
    fn create(&self, name: &str, bytes: Vec<u8>) -> Result<bool, StoreError> {
        let mut entries = self.entries()?;
        let is_new = !entries.contains_key(name);
        entries.entry(name.to_owned()).or_insert(bytes);
        Ok(is_new)
    }

    fn read(&self, name: &str, max: u64) -> Result<Option<Vec<u8>>, StoreError> {
        match self.entries()?.get(name) {
            Some(bytes) if bytes.len() as u64 > max => {
                Err(StoreError::TooLarge { name: name.to_owned(), bytes: bytes.len() as u64, max })
            }
            found => Ok(found.cloned()),
        }
    }

    fn list(&self, folder: &str) -> Result<Vec<String>, StoreError> {
        let entries = self.entries()?;
        let below = |name: &String| name.strip_prefix(folder)?.strip_prefix('/').map(str::to_owned);
        Ok(entries.keys().filter_map(below).collect())
    }

    fn remove(&self, name: &str) -> Result<(), StoreError> {
        self.entries()?.remove(name);
        Ok(())
    }
}

fn options() -> PoolOptions {
    PoolOptions::new().with_workers(2).with_max_hot_sessions(4)
}

fn pool(store: &Memory) -> SessionPool {
    pool_with(store, options())
}

fn pool_with(store: &Memory, options: PoolOptions) -> SessionPool {
    SessionPool::new(PYTHON.clone(), store.clone(), options).expect("a pool")
}

fn open(pool: &SessionPool) -> SessionId {
    pool.open(SessionOptions::new()).expect("opens")
}

#[track_caller]
fn run(pool: &SessionPool, id: SessionId, turn: impl Into<Turn>) -> Outcome {
    pool.run(id, turn).expect("runs")
}

#[track_caller]
fn value(pool: &SessionPool, id: SessionId, turn: &str) -> String {
    run(pool, id, turn).result.expect("a value").repr
}

#[test]
fn sessions_beyond_what_may_be_hot_are_stored_and_come_back() {
    let store = Memory::default();
    let pool = pool(&store);
    let ids: Vec<_> = (0..12).map(|_| open(&pool)).collect();
    for (n, id) in ids.iter().enumerate() {
        run(&pool, *id, format!("x = {n}"));
        assert!(pool.used().hot_sessions <= 4, "{:?}", pool.used());
    }
    for (n, id) in ids.iter().enumerate() {
        assert_eq!(value(&pool, *id, "x"), n.to_string());
        assert!(pool.used().hot_sessions <= 4, "{:?}", pool.used());
    }
    assert_eq!(pool.used().hot_sessions, 4);
    // Of each there is what it is now, and nothing of what it was.
    let sessions = store.names().iter().filter(|name| name.ends_with(".session")).count();
    assert!(sessions <= ids.len(), "{:?}", store.names());
}

#[test]
fn the_one_that_was_not_used_for_the_longest_time_goes_first() {
    let store = Memory::default();
    let pool = pool_with(&store, options().with_workers(1).with_max_hot_sessions(2));
    let (a, b) = (open(&pool), open(&pool));
    run(&pool, a, "x = 1");
    open(&pool);
    let stored = |id: SessionId| store.names().contains(&format!("{id}/1.session"));
    assert!(stored(b) && !stored(a));
}

#[test]
fn hot_sessions_have_so_many_bytes_at_most() {
    let pool =
        pool_with(&Memory::default(), options().with_workers(1).with_max_hot_bytes(24 << 20));
    let ids: Vec<_> = (0..4).map(|_| open(&pool)).collect();
    for id in &ids {
        run(&pool, *id, "x = bytearray(10 << 20)");
        assert!(pool.used().hot_bytes <= 24 << 20, "{:?}", pool.used());
    }
    assert_eq!(value(&pool, ids[0], "len(x)"), (10 << 20).to_string());
}

#[test]
fn idle_sessions_are_stored() {
    let store = Memory::default();
    let pool = pool_with(&store, options().with_idle(Duration::from_millis(20)));
    let id = open(&pool);
    run(&pool, id, "x = 1");
    while pool.used().hot_sessions > 0 {
        thread::sleep(Duration::from_millis(5));
    }
    assert_eq!(store.names(), [format!("{id}/1.session")]);
    assert_eq!(value(&pool, id, "x"), "1");
}

#[test]
fn another_pool_goes_on_with_what_one_has_stored() {
    let store = Memory::default();
    let (here, there) = (pool(&store), pool(&store));
    let id = open(&here);
    run(&here, id, "x = [1]");
    here.spill(id).expect("stored");
    run(&there, id, "x.append(2)");

    // While it is there, it is not here.
    match here.run(id, "x") {
        Err(PoolError::InUse(it)) => assert_eq!(it, id),
        other => panic!("{other:?}"),
    }
    assert!(matches!(here.close(id), Err(PoolError::InUse(_))));
    there.spill(id).expect("stored");
    assert_eq!(value(&here, id, "x"), "[1, 2]");
    // A pool that is ended stores what it has.
    assert!(here.end().is_empty());
    assert_eq!(value(&there, id, "x"), "[1, 2]");
}

#[test]
fn of_two_pools_that_want_a_session_at_once_one_gets_it() {
    let store = Memory::default();
    let pools = [pool(&store), pool(&store)];
    let id = open(&pools[0]);
    run(&pools[0], id, "n = 0");
    pools[0].spill(id).expect("stored");
    let mut done = 0;
    for _ in 0..20 {
        let barrier = Barrier::new(2);
        done += thread::scope(|scope| {
            let tries = pools.each_ref().map(|pool| {
                let barrier = &barrier;
                scope.spawn(move || {
                    barrier.wait();
                    match pool.run(id, "n += 1") {
                        Ok(outcome) => {
                            assert_eq!(outcome.status, Status::Ok);
                            pool.spill(id).expect("stored");
                            1
                        }
                        Err(PoolError::InUse(_)) => 0,
                        Err(error) => panic!("{error}"),
                    }
                })
            });
            tries.into_iter().map(|it| it.join().expect("no panic")).sum::<u32>()
        });
    }
    assert!(done >= 20);
    assert_eq!(value(&pools[0], id, "n"), done.to_string());
}

#[test]
fn of_two_pools_that_have_both_looked_one_gets_it() {
    /// All look before one of them does something.
    struct Together(Memory, Arc<Barrier>);
    impl SessionStore for Together {
        fn create(&self, name: &str, bytes: Vec<u8>) -> Result<bool, StoreError> {
            self.0.create(name, bytes)
        }
        fn read(&self, name: &str, max: u64) -> Result<Option<Vec<u8>>, StoreError> {
            self.0.read(name, max)
        }
        fn list(&self, folder: &str) -> Result<Vec<String>, StoreError> {
            let names = self.0.list(folder);
            self.1.wait();
            names
        }
        fn remove(&self, name: &str) -> Result<(), StoreError> {
            self.0.remove(name)
        }
    }
    let store = Memory::default();
    let first = pool(&store);
    let id = open(&first);
    first.spill(id).expect("stored");
    let barrier = Arc::new(Barrier::new(2));
    let new = || {
        let store = Together(store.clone(), Arc::clone(&barrier));
        SessionPool::new(PYTHON.clone(), store, options()).expect("a pool")
    };
    let pools = [new(), new()];
    let done = thread::scope(|scope| {
        let tries = pools.each_ref().map(|pool| scope.spawn(|| pool.run(id, "1")));
        tries.map(|it| it.join().expect("no panic"))
    });
    let got = done.iter().filter(|done| done.is_ok()).count();
    let in_use = done.iter().filter(|done| matches!(done, Err(PoolError::InUse(_)))).count();
    assert_eq!((got, in_use), (1, 1));
}

#[test]
fn a_session_of_a_pool_that_was_cut_off_can_be_taken_over() {
    let store = Memory::default();
    let (here, there) = (pool(&store), pool(&store));
    let id = open(&here);
    run(&here, id, "x = 'stored'");
    here.spill(id).expect("stored");
    run(&here, id, "x = 'only hot'");

    there.take_over(id).expect("taken over");
    assert_eq!(value(&there, id, "x"), "'stored'");
    // The other was alive after all, and hears of it.
    match here.spill(id) {
        Err(PoolError::TakenOver(it)) => assert_eq!(it, id),
        other => panic!("{other:?}"),
    }
    there.spill(id).expect("stored");
    assert_eq!(value(&here, id, "x"), "'stored'");
}

#[test]
fn who_was_taken_over_cannot_store_even_much_later() {
    let store = Memory::default();
    let (here, there) = (pool(&store), pool(&store));
    let id = open(&here);
    here.spill(id).expect("stored");
    run(&here, id, "x = 'here'");
    there.take_over(id).expect("taken over");
    for n in 0..3 {
        run(&there, id, format!("x = {n}"));
        there.spill(id).expect("stored");
    }
    assert!(matches!(here.spill(id), Err(PoolError::TakenOver(_))));
    assert_eq!(value(&here, id, "x"), "2");
}

#[test]
fn turns_of_one_session_are_run_one_after_the_other() {
    let pool = pool(&Memory::default());
    let ids = [open(&pool), open(&pool), open(&pool)];
    for id in ids {
        run(&pool, id, "n = 0");
    }
    thread::scope(|scope| {
        for worker in 0..6 {
            let (pool, id) = (&pool, ids[worker % 3]);
            scope.spawn(move || {
                for _ in 0..20 {
                    run(pool, id, "m = n\nfor i in range(1000): pass\nn = m + 1");
                }
            });
        }
    });
    for id in ids {
        assert_eq!(value(&pool, id, "n"), "40");
        assert_eq!(run(&pool, id, "1").receipt.session.expect("a session's").turns, 43);
    }
}

#[test]
fn a_turn_of_a_pool_can_be_stopped() {
    let pool = pool(&Memory::default());
    let id = open(&pool);
    let cancel = CancelHandle::new();
    cancel.cancel();
    let outcome = pool.run_with(id, "while True: pass", cancel).expect("runs");
    assert_eq!(outcome.status, Status::Cancelled);
    let outcome =
        run(&pool, id, Turn::code("while True: pass").with_fuel(1 << 50).with_wall_ms(50));
    assert_eq!(outcome.status, Status::Timeout);
}

#[test]
fn what_is_closed_is_gone() {
    let store = Memory::default();
    let pool = pool(&store);
    let (hot, cold) = (open(&pool), open(&pool));
    pool.spill(cold).expect("stored");
    for id in [hot, cold] {
        pool.close(id).expect("closed");
        for error in [pool.run(id, "1").map(drop), pool.close(id), pool.take_over(id)] {
            assert_eq!(error.expect_err("closed").to_string(), format!("there is no session {id}"));
        }
    }
    assert!(store.names().is_empty(), "{:?}", store.names());
}

#[test]
fn a_session_that_a_turn_closed_says_why_and_takes_no_other_along() {
    let store = Memory::default();
    let runner = support::runner(&support::kept(
        "(if (i32.eq (global.get $turn) (i32.const 2)) (then unreachable))",
    ));
    let new = || {
        SessionPool::new(runner.clone(), store.clone(), options().with_workers(1)).expect("a pool")
    };
    let pool = new();
    let (victim, other) = (open(&pool), open(&pool));
    assert_eq!(run(&pool, victim, "1").status, Status::Ok);
    assert_eq!(run(&pool, other, "1").status, Status::Ok);
    assert_eq!(run(&pool, victim, "2").status, Status::Trap);
    let why = |pool: &SessionPool| match pool.run(victim, "3") {
        Err(PoolError::Run(RunError::Session(SessionError::Closed(why)))) => why,
        other => panic!("{other:?}"),
    };
    assert_eq!(why(&pool), "its turn 2 ended as trap");
    assert_eq!(why(&new()), "its turn 2 ended as trap");
    pool.spill(other).expect("it is there");
    pool.close(victim).expect("closed");
    assert!(matches!(pool.run(victim, "4"), Err(PoolError::Unknown(_))));
}

#[test]
fn a_store_that_panics_costs_the_session_that_is_at_it() {
    struct Bomb(Memory);
    impl SessionStore for Bomb {
        fn create(&self, name: &str, bytes: Vec<u8>) -> Result<bool, StoreError> {
            assert!(!self.0.is_broken.load(Ordering::Relaxed), "the store panics");
            self.0.create(name, bytes)
        }
        fn read(&self, name: &str, max: u64) -> Result<Option<Vec<u8>>, StoreError> {
            self.0.read(name, max)
        }
        fn list(&self, folder: &str) -> Result<Vec<String>, StoreError> {
            self.0.list(folder)
        }
        fn remove(&self, name: &str) -> Result<(), StoreError> {
            self.0.remove(name)
        }
    }
    let store = Memory::default();
    let pool = SessionPool::new(PYTHON.clone(), Bomb(store.clone()), options().with_workers(1))
        .expect("a pool");
    let (lost, other) = (open(&pool), open(&pool));
    run(&pool, other, "x = 1");
    store.is_broken.store(true, Ordering::Relaxed);
    let error = pool.spill(lost).expect_err("the store panics");
    assert_eq!(error.to_string(), "the pool failed: a worker panicked");
    store.is_broken.store(false, Ordering::Relaxed);
    assert!(matches!(pool.run(lost, "1"), Err(PoolError::Unknown(_))));
    assert_eq!(value(&pool, other, "x"), "1");
}

#[test]
fn a_store_that_fails_loses_nothing() {
    let store = Memory::default();
    let pool = pool_with(&store, options().with_workers(1).with_max_hot_sessions(1));
    let id = open(&pool);
    run(&pool, id, "x = 1");
    store.is_broken.store(true, Ordering::Relaxed);
    let words = "the store of sessions failed: it is broken";
    assert_eq!(pool.spill(id).expect_err("broken").to_string(), words);
    // There is no room for another one.
    assert_eq!(pool.open(SessionOptions::new()).expect_err("broken").to_string(), words);
    assert_eq!(value(&pool, id, "x"), "1");
    store.is_broken.store(false, Ordering::Relaxed);
    let other = open(&pool);
    assert_eq!(value(&pool, other, "1"), "1");
    assert_eq!(value(&pool, id, "x"), "1");
}

#[test]
fn what_is_in_the_store_is_believed_with_the_key_alone() {
    let store = Memory::default();
    let with = |key: u8| pool_with(&store, options().with_key(SnapshotKey::new([key; 32])));
    let one = with(1);
    let id = open(&one);
    one.spill(id).expect("stored");
    let refused = |pool: &SessionPool| match pool.run(id, "1") {
        Err(PoolError::Run(RunError::Snapshot(error))) => error,
        other => panic!("{other:?}"),
    };
    assert_eq!(refused(&with(2)), SnapshotError::WrongKey);
    assert_eq!(refused(&pool(&store)), SnapshotError::KeyNeeded);
    run(&one, id, "1");
    one.spill(id).expect("stored");
    let name = format!("{id}/2.session");
    *store
        .entries
        .lock()
        .expect("no panic")
        .get_mut(&name)
        .expect("stored")
        .last_mut()
        .expect("bytes") ^= 1;
    assert_eq!(refused(&one), SnapshotError::WrongKey);
}

#[test]
fn what_a_pool_cannot_do_it_says() {
    let store = Memory::default();
    let error = |options| {
        SessionPool::new(PYTHON.clone(), store.clone(), options).expect_err("refused").to_string()
    };
    assert_eq!(error(options().with_workers(0)), "workers: is not within 1 to 1024");
    assert_eq!(error(options().with_workers(1025)), "workers: is not within 1 to 1024");
    assert_eq!(
        error(options().with_max_hot_sessions(1)),
        "max_hot_sessions: is less than one for each worker"
    );
    let pool = pool(&store);
    let large = SessionOptions::new().with_limits(Limits::default().with_memory_bytes(1 << 30));
    assert_eq!(
        pool.open(large).expect_err("refused").to_string(),
        "limits.memory_bytes: 1073741824 is more than the 67108864 that the pool allows",
    );
    let id = open(&pool);
    assert_eq!(
        pool.run(id, Turn::code("1").with_wall_ms(0)).expect_err("refused").to_string(),
        "limits.wall_ms: 0 is not within 1 to 86400000",
    );
    assert_eq!(value(&pool, id, "1"), "1");
    let unknown: SessionId = "00112233445566778899aabbccddeeff".parse().expect("an id");
    assert_eq!(
        pool.run(unknown, "1").expect_err("unknown").to_string(),
        "there is no session 00112233445566778899aabbccddeeff",
    );
    for text in [
        "",
        "00112233445566778899AABBCCDDEEFF",
        "../../../../../../../../etc/passw",
        "+0112233445566778899aabbccddeeff",
    ] {
        let error = text.parse::<SessionId>().expect_err("no id").to_string();
        assert_eq!(error, "a session's id is 32 hexadecimal digits in lower case");
    }
}

/// Few of them are ever in memory, as of the ten thousand of the benchmark.
#[test]
fn many_open_sessions_take_the_memory_of_the_hot_ones() {
    let dir = tempfile::tempdir().expect("a directory");
    let pool = SessionPool::new(
        PYTHON.clone(),
        Directory::new(dir.path()),
        options().with_max_hot_sessions(16),
    )
    .expect("a pool");
    let before = support::resident_kib();
    let ids: Vec<_> = (0..500).map(|_| open(&pool)).collect();
    thread::scope(|scope| {
        for ids in ids.chunks(250) {
            let pool = &pool;
            scope.spawn(move || {
                for (n, id) in ids.iter().enumerate() {
                    run(pool, *id, format!("x = [{n}] * 1000"));
                }
            });
        }
    });
    for (n, id) in ids.iter().enumerate().step_by(97) {
        assert_eq!(value(&pool, *id, "x[999]"), (n % 250).to_string());
    }
    let more = support::resident_kib().saturating_sub(before);
    assert!(more < 256 << 10, "{more} KiB more");
}

#[cfg(feature = "object-store")]
mod object_store {
    use super::*;
    use hognose::{
        ObjectSessions,
        object_store::{ObjectStore, memory::InMemory},
    };

    fn check(store: impl Fn() -> ObjectSessions) {
        let new = || SessionPool::new(PYTHON.clone(), store(), options()).expect("a pool");
        let (here, there) = (new(), new());
        let ids: Vec<_> = (0..20).map(|_| open(&here)).collect();
        for (n, id) in ids.iter().enumerate() {
            run(&here, *id, format!("x = {n}"));
        }
        let id = ids[19];
        run(&here, id, "y = x");
        here.spill(id).expect("stored");
        assert_eq!(value(&there, id, "y"), "19");
        assert!(matches!(here.run(id, "1"), Err(PoolError::InUse(_))));
        assert!(here.end().is_empty());
        for (n, id) in ids.iter().enumerate() {
            assert_eq!(value(&there, *id, "x"), n.to_string());
            there.close(*id).expect("closed");
        }
    }

    #[test]
    fn sessions_go_from_pool_to_pool_by_a_directory() {
        let dir = tempfile::tempdir().expect("a directory");
        let path = dir.path().join("sessions");
        check(|| ObjectSessions::directory(&path).expect("a directory"));
        assert_eq!(std::fs::read_dir(&path).expect("readable").count(), 0);
    }

    #[test]
    fn sessions_go_from_pool_to_pool_by_an_object_store() {
        let store: Arc<dyn ObjectStore> = Arc::new(InMemory::new());
        check(|| ObjectSessions::new(Arc::clone(&store)).expect("a store"));
    }
}
