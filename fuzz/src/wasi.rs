//! Every preview-1 call with whatever a hostile guest could pass: no panic, an errno that is one,
//! no quota broken, nothing written but where the guest said, no memory taken on the guest's word,
//! and under determinism the same calls come to the same.
//!
//! Of an input the first byte chooses what the world is like; the rest is a script of calls.

mod arguments;
mod outputs;

use crate::{
    allocation::within,
    session::{DATA, DIRECTORY, OUT, READ, Session, TestGuest, TestHost},
};
use arbitrary::{Arbitrary as _, Unstructured};
use hognose_core::{
    contract::{Determinism, Limits, Request},
    guest::Halt,
    wasi::Preview1,
    workspace::TreeEntry,
    world::World,
};

/// Calls in a script at most.
const MAX_CALLS: usize = 200;
/// Bytes that a call may take of the host's memory: what the limits below leave it, buffers of
/// 64 KiB for random bytes, 1 024 subscriptions with their events.
const MOST_BYTES: usize = 512 << 10;
/// Bytes of the marker that stands for what was dropped of a stream.
const MARKER_BYTES: u64 = 64;

/// What the first byte of an input chooses.
#[derive(Clone, Copy)]
struct Kind(u8);

impl Kind {
    fn is_deterministic(self) -> bool {
        self.0 & 1 != 0
    }

    fn has_live_stdin(self) -> bool {
        self.0 & 2 != 0
    }

    fn has_noise(self) -> bool {
        self.0 & 4 != 0
    }

    fn has_noise_in_paths(self) -> bool {
        self.0 & 0b1100 == 0b1100
    }
}

/// The calls that a script made, and what each came to.
type Results = Vec<(&'static str, Result<i32, Halt>)>;

/// The target.
///
/// # Panics
/// Where one of its promises is not kept.
pub fn wasi(input: &[u8]) {
    let Some((kind, script)) = input.split_first() else { return };
    let kind = Kind(*kind);
    let (results, mut one) = play(kind, 0, script);
    if kind.is_deterministic() && !kind.has_live_stdin() {
        let (again, mut two) = play(kind, 5_000_000, script);
        assert_eq!(results, again, "the same calls come to something else");
        assert_eq!(one.world.tree(0), two.world.tree(0));
        assert_eq!(one.world.take_stdout(), two.world.take_stdout());
        assert_eq!(one.world.file_changes(), two.world.file_changes());
        assert!(one.guest.memory == two.guest.memory, "the guests' memories differ");
    }
}

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

macro_rules! table {
    ($($name:ident($($arg:ident: $ty:ty),* $(,)?) -> $ret:ty;)*) => {
        const CALLS: &[(&str, &[&str])] =
            &[$((stringify!($name), &[$(stringify!($arg)),*])),*];

        #[allow(clippy::cast_possible_truncation, unused_assignments, unused_mut, unused_variables)]
        fn call(
            p: &mut Preview1<'_, TestGuest>,
            name: &str,
            arguments: &[u64],
        ) -> Result<i32, Halt> {
            let mut arguments = arguments.iter();
            match name {
                $( stringify!($name) => {
                    $( let $arg = *arguments.next().expect("one for each") as $ty; )*
                    p.$name($($arg),*).map(Code::code)
                } )*
                _ => unreachable!(),
            }
        }
    };
}
hognose_core::for_each_preview1_call!(table);

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

/// Files, links, open descriptors; in the guest's memory paths, buffers and subscriptions.
fn populated(kind: Kind, now_ns: u64) -> Session {
    let mut request = Request::code("x")
        .with_file("file", "text")
        .with_file("dir/inner", vec![b'x'; 300])
        .with_stdin("standard input")
        .with_limits(limits());
    request.determinism = kind.is_deterministic().then(|| Determinism::new(1, 2));
    let mut world = World::for_request(&request.validate().expect("a good request"));
    let mut host = TestHost { now_ns, ..TestHost::default() };
    if kind.has_live_stdin() {
        world = world.with_live_stdin();
        host.input.extend([Some(b"live".to_vec()), Some(vec![7; 90]), None]);
    }
    let mut session = Session::on(world, host);
    session.symlink("dir/inner", "workspace/link").expect("there is room");
    session.symlink("loop", "workspace/loop").expect("there is room");
    session.mkdir("tmp/b").expect("there is room");
    session.create("workspace/file").expect("it is there");
    session.open_with("workspace", DIRECTORY, READ, 0).expect("it is there");
    session.iovs(&[(DATA, 100), (DATA + 50, 3_000), (DATA, 0), (0, 1), (u32::MAX, 9)]);
    arguments::put_subscriptions(&mut session);
    session
}

/// A memory full of what means something by chance: calls read structures from it.
fn make_noise(session: &mut Session, noise: &[u8]) {
    for (byte, noise) in session.guest.memory[..16 << 10].iter_mut().zip(noise.iter().cycle()) {
        *byte = *noise;
    }
}

fn play(kind: Kind, now_ns: u64, script: &[u8]) -> (Results, Session) {
    let mut input = Unstructured::new(script);
    let mut session = populated(kind, now_ns);
    if kind.has_noise() {
        let noise = <[u8; 48]>::arbitrary(&mut input).unwrap_or([0; 48]);
        make_noise(&mut session, &noise);
    }
    if !kind.has_noise_in_paths() {
        arguments::put_paths(&mut session);
    }
    let texts = outputs::Texts::of(&mut session);
    let mut results = Vec::new();
    while !input.is_empty() && results.len() < MAX_CALLS {
        let (name, parameters) = CALLS[input.choose_index(CALLS.len()).unwrap_or(0)];
        let mut arguments = Vec::with_capacity(parameters.len());
        for parameter in parameters {
            arguments.push(arguments::value(parameter, &mut input, arguments.last().copied()));
        }
        let places = outputs::places(name, parameters, &arguments, &texts, &session.guest);
        session.guest.written.clear();
        session.guest.fuel = session.guest.fuel.saturating_sub(1_000);
        let now = session.host.now_ns;
        let result = within(MOST_BYTES, || call(&mut session.preview1(), name, &arguments));
        // Its time must not be over: then every call would end it.
        session.host.now_ns = now;
        if let Ok(number) = result {
            assert!((0..=76).contains(&number), "{name}: {number}");
        }
        for (at, len) in session.guest.written.drain(..) {
            let end = u64::from(at) + len as u64;
            let inside = places.iter().any(|place| place.start <= at.into() && end <= place.end);
            assert!(len == 0 || inside, "{name} writes {len} bytes at {at}: {places:?}");
        }
        check(&mut session);
        results.push((name, result));
        // The guest goes on after a halt, which no engine lets it: that must be safe as well.
    }
    finish(&mut session);
    (results, session)
}

/// What must hold after every call.
fn check(session: &mut Session) {
    let limits = limits();
    let usage = session.world.workspace_use();
    assert!(usage.bytes <= limits.workspace_bytes && usage.files <= limits.workspace_files);
    let tree = session.world.tree(0).expect("the root is there");
    let size = |entry: &TreeEntry| match entry {
        TreeEntry::File(content) => {
            assert!(content.len() as u64 <= limits.file_bytes);
            content.len() as u64
        }
        TreeEntry::Symlink(target) => target.len() as u64,
        TreeEntry::Directory => 0,
    };
    let bytes: u64 = tree.entries.values().map(size).sum();
    assert!(bytes <= usage.bytes, "{bytes} bytes are there, {} are counted", usage.bytes);
    // All entries but `workspace` and `tmp` count.
    assert!(tree.entries.len() as u64 - 2 <= usage.files);
    assert!(tree.entries.keys().all(|path| path.split('/').count() <= 4));
    let saved = session.get(OUT, 24);
    let open = (0..64).filter(|fd| session.call(|p| p.fd_fdstat_get(*fd, OUT)).is_ok()).count();
    session.put(OUT, &saved);
    assert!(open as u64 <= limits.open_files);
}

/// Whatever it did, the run's outcome can be told, and it holds no more than it may.
fn finish(session: &mut Session) {
    let fuel = session.guest.fuel;
    session.world.end(fuel, &mut session.host);
    let limits = limits();
    for ((content, _), most) in [
        (session.world.take_stdout(), limits.stdout_bytes),
        (session.world.take_stderr(), limits.stderr_bytes),
    ] {
        assert!(content.len() as u64 <= most + MARKER_BYTES, "{} bytes are kept", content.len());
    }
    session.world.file_changes();
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// A fuzzer that only ever sees `EBADF` proves nothing.
    #[test]
    fn most_calls_come_to_something() {
        let mut chance = 1_u64;
        let mut succeeded = BTreeSet::new();
        for _ in 0..400 {
            let byte = |_| {
                chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                chance.to_le_bytes()[6]
            };
            let script: Vec<u8> = (0..1_000).map(byte).collect();
            let (results, _) = play(Kind(1), 0, &script);
            succeeded.extend(results.iter().filter(|it| it.1 == Ok(0)).map(|it| it.0));
        }
        let never: Vec<&str> =
            CALLS.iter().map(|it| it.0).filter(|name| !succeeded.contains(name)).collect();
        let hopeless =
            ["proc_exit", "proc_raise", "sock_accept", "sock_recv", "sock_send", "sock_shutdown"];
        assert_eq!(never, hopeless);
    }
}
