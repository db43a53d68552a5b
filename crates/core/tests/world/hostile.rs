//! Every call with whatever a hostile guest could pass: nothing panics, no quota is broken, and
//! under determinism the same calls come to the same.

use crate::support::*;
use hognose_core::{
    contract::{Determinism, Limits, Request},
    guest::Halt,
    wasi::Preview1,
    workspace::TreeEntry,
};
use proptest::prelude::*;

trait Code {
    fn code(self) -> i32;
}

impl Code for i32 {
    fn code(self) -> i32 {
        self
    }
}

impl Code for () {
    fn code(self) -> i32 {
        0
    }
}

const PATHS: &[&str] = &[
    "workspace/file",
    "workspace/dir/inner",
    "workspace/dir",
    "workspace/link",
    "workspace/loop",
    "tmp/a",
    "tmp/b",
    "tmp/a/b",
    "tmp/a/b/c/d/e",
    "tmp/a/",
    ".",
    "..",
    "tmp/../..",
    "/tmp",
    "",
    "tmp/.",
    "tmp//b/",
    "workspace",
    "link",
    "a",
    "b",
    "tmp/a-name-that-is-too-long",
    "tmp/\0",
    "tmp/\u{1f600}",
];
/// Where path `n` is in the guest's memory.
const SLOT: u32 = 64;

/// A value for an argument, by its name; `before` is the one that was made last.
fn value(name: &str, choice: u64, before: u64) -> u64 {
    let memory = u64::from(MEMORY_BYTES);
    let (kind, index) = (choice % 16, choice / 16);
    if kind == 0 {
        let edges = [
            0,
            1,
            7,
            8,
            memory - 1,
            memory,
            memory + 1,
            memory - 8,
            memory - 48,
            u64::from(u32::MAX),
            u64::from(u32::MAX) - 3,
            1 << 31,
            i64::MAX as u64,
            u64::MAX,
            u64::MAX - 7,
            1 << 40,
        ];
        return edges[usize::try_from(index % 16).unwrap()];
    }
    let pick = |values: &[u64]| values[usize::try_from(index).unwrap_or(0) % values.len()];
    match name {
        "old_fd" | "new_fd" => pick(&[3, 3, 3, 5, 3, 4, 0]),
        "old_flags" => pick(&[0, 0, 0, 1, 2]),
        "fd" | "from" | "to" => pick(&[3, 4, 5, 6, 7, 8, 3, 4, 0, 1, 2]),
        "path" | "old_path" | "new_path" => {
            u64::from(PATH) + index % PATHS.len() as u64 * u64::from(SLOT)
        }
        "path_len" | "old_path_len" | "new_path_len" => {
            let slot = before.saturating_sub(u64::from(PATH)) / u64::from(SLOT);
            PATHS.get(usize::try_from(slot).unwrap()).map_or(9, |path| path.len() as u64)
        }
        "iovs" | "subscriptions" => u64::from(IOVS),
        "iovs_len" | "nsubscriptions" => pick(&[0, 1, 2, 3, 4, 1_024, 1_025]),
        "offset" | "size" | "len" => pick(&[0, 1, 10, 100, 1_000, 5_000, 1 << 20]),
        "base" | "inheriting" => pick(&[READ | WRITE, READ, WRITE, 0, u64::MAX]),
        "oflags" => pick(&[CREATE.into(), 0, TRUNCATE.into(), 3, 5, 9, 2]),
        "flags" | "dirflags" | "fdflags" | "fst_flags" | "whence" | "advice" => {
            pick(&[0, 1, 2, 4, 5, 16])
        }
        "buf_len" => pick(&[0, 1, 24, 30, 100, 4_096]),
        "cookie" => pick(&[0, 1, 2, 3, 1 << 32, (1 << 32) + 2, 1 << 33]),
        "id" => pick(&[0, 1, 2, 3, 4]),
        "code" | "signal" | "atim" | "mtim" | "precision" => index,
        _ => u64::from(DATA) + index % 4_096,
    }
}

macro_rules! table {
    ($($name:ident($($arg:ident: $ty:ty),* $(,)?) -> $ret:ty;)*) => {
        const NAMES: &[&str] = &[$(stringify!($name)),*];

        #[allow(clippy::cast_possible_truncation, unused_assignments, unused_variables, unused_mut)]
        fn dispatch(
            p: &mut Preview1<'_, TestGuest>,
            name: &str,
            choices: &[u64; 9],
        ) -> Result<i32, Halt> {
            let mut choices = choices.iter();
            let mut before = 0;
            match name {
                $( stringify!($name) => {
                    $(
                        before = value(stringify!($arg), *choices.next().unwrap(), before);
                        let $arg = before as $ty;
                    )*
                    p.$name($($arg),*).map(Code::code)
                } )*
                _ => unreachable!(),
            }
        }
    };
}
hognose_core::for_each_preview1_call!(table);

type Step = (usize, [u64; 9]);

fn limits() -> Limits {
    Limits::default()
        .with_workspace_bytes(6_000)
        .with_file_bytes(4_000)
        .with_workspace_files(12)
        .with_path_depth(3)
        .with_name_bytes(12)
        .with_open_files(9)
        .with_stdout_bytes(100)
        .with_stderr_bytes(100)
}

fn populated(now_ns: u64, deterministic: bool) -> Session {
    let mut request = Request::code("x")
        .with_file("file", "text")
        .with_file("dir/inner", vec![b'x'; 300])
        .with_stdin("standard input")
        .with_limits(limits());
    request.determinism = deterministic.then(|| Determinism::new(1, 2));
    let world = hognose_core::world::World::for_request(&request.validate().unwrap());
    let mut session = Session::on(world, TestHost { now_ns, ..TestHost::default() });
    session.symlink("dir/inner", "workspace/link").unwrap();
    session.symlink("loop", "workspace/loop").unwrap();
    session.mkdir("tmp/b").unwrap();
    session.create("workspace/file").unwrap();
    session.open_with("workspace", DIRECTORY, READ, 0).unwrap();
    for (slot, path) in (0..).zip(PATHS) {
        session.put(PATH + slot * SLOT, path.as_bytes());
    }
    session.iovs(&[(DATA, 100), (DATA + 50, 3_000), (DATA, 0), (0, 1), (u32::MAX, 9)]);
    session
}

/// What must hold after every call.
fn check(session: &mut Session) {
    let limits = limits();
    let usage = session.world.workspace_use();
    assert!(usage.bytes <= limits.workspace_bytes && usage.files <= limits.workspace_files);
    let tree = session.world.tree(0).unwrap();
    let bytes: u64 = tree
        .entries
        .values()
        .map(|entry| match entry {
            TreeEntry::File(content) => {
                assert!(content.len() as u64 <= limits.file_bytes);
                content.len() as u64
            }
            TreeEntry::Symlink(target) => target.len() as u64,
            TreeEntry::Directory => 0,
        })
        .sum();
    assert!(bytes <= usage.bytes, "{bytes} bytes are there, {} are counted", usage.bytes);
    // All entries but `workspace` and `tmp` count.
    assert!(tree.entries.len() as u64 - 2 <= usage.files);
    assert!(tree.entries.keys().all(|path| path.split('/').count() <= 4));
    let open = (0..64)
        .filter(|fd| {
            let saved = session.get(OUT, 24);
            let open = session.call(|p| p.fd_fdstat_get(*fd, OUT)).is_ok();
            session.put(OUT, &saved);
            open
        })
        .count();
    assert!(open as u64 <= limits.open_files);
}

fn play(mut session: Session, steps: &[Step]) -> (Vec<Result<i32, Halt>>, Session) {
    let mut results = Vec::new();
    let now_ns = session.host.now_ns;
    for (call, choices) in steps {
        let name = NAMES[call % NAMES.len()];
        session.guest.fuel = session.guest.fuel.saturating_sub(1_000);
        let result = dispatch(&mut session.preview1(), name, choices);
        // A wait takes no time here: behind a long one every call would only be a halt.
        session.host.now_ns = now_ns;
        if let Ok(number) = result {
            assert!((0..=76).contains(&number), "{name}: {number}");
        }
        check(&mut session);
        results.push(result);
        // The guest goes on after a halt, which no engine lets it: that must be safe as well.
    }
    (results, session)
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    prop::collection::vec((any::<usize>(), any::<[u64; 9]>()), 1..60)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]
    #[test]
    fn nothing_panics_and_no_quota_breaks(steps in steps()) {
        play(populated(0, false), &steps);
    }

    #[test]
    fn the_same_calls_come_to_the_same(steps in steps()) {
        let (results, mut one) = play(populated(0, true), &steps);
        let (again, mut two) = play(populated(5_000_000, true), &steps);
        prop_assert_eq!(results, again);
        prop_assert_eq!(one.world.tree(0), two.world.tree(0));
        prop_assert_eq!(one.world.take_stdout(), two.world.take_stdout());
        prop_assert_eq!(one.world.file_changes(), two.world.file_changes());
        prop_assert!(one.guest.memory == two.guest.memory, "the guests' memories differ");
    }
}

#[test]
fn most_calls_come_to_something() {
    // A fuzzer that only ever sees EBADF proves nothing.
    let mut succeeded = std::collections::BTreeSet::new();
    let mut choice = 1_u64;
    for _ in 0..900 {
        let steps: Vec<Step> = (0..60)
            .map(|_| {
                let mut next = || {
                    choice = choice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    choice >> 20
                };
                let call = usize::try_from(next()).unwrap();
                (call, std::array::from_fn(|_| next()))
            })
            .collect();
        let (results, _) = play(populated(0, true), &steps);
        for ((call, _), result) in steps.iter().zip(results) {
            if result == Ok(0) {
                succeeded.insert(NAMES[call % NAMES.len()]);
            }
        }
    }
    let never: Vec<&&str> = NAMES.iter().filter(|name| !succeeded.contains(**name)).collect();
    let hopeless = [
        "poll_oneoff",
        "proc_exit",
        "proc_raise",
        "sock_accept",
        "sock_recv",
        "sock_send",
        "sock_shutdown",
    ];
    assert!(never.iter().all(|name| hopeless.contains(*name)), "{never:?}");
}
