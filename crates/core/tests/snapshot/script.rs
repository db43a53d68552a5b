//! Anything that a guest can do to its world, by numbers: the same numbers, the same deeds.

use crate::support::*;
use hognose_core::{
    contract::{Determinism, Limits, Outcome as Ended, RuntimeIdentity, SessionOptions, Turn},
    guest::End,
    run::{Execution, Remains},
    session,
};

const PATHS: [&str; 12] = [
    "workspace/a",
    "workspace/b",
    "workspace/d",
    "workspace/d/x",
    "workspace/d/e",
    "workspace/d/e/y",
    "workspace/l",
    "tmp/t",
    "tmp/q/z",
    "tmp/q",
    "workspace/../tmp/t",
    ".",
];
const TARGETS: [&str; 4] = ["a", "d/x", "../tmp", "nowhere"];
const OUT2: u32 = OUT + 32;

pub fn session() -> session::Session {
    let options = SessionOptions::new()
        .with_env("NAME", "value=with=equals")
        .with_env("OTHER", "")
        .with_file("a", "text")
        .with_file("d/x", vec![0xff; 3_000])
        .with_limits(
            Limits::default()
                .with_workspace_bytes(9_000)
                .with_file_bytes(5_000)
                .with_workspace_files(14)
                .with_path_depth(4)
                .with_name_bytes(6)
                .with_open_files(12),
        )
        .with_determinism(Determinism::new(5, 1_000_000_000));
    session::Session::new(options).expect("its options are good")
}

/// A turn begins.
pub fn begin(kept: &mut session::Session, guest: TestGuest, mut host: TestHost) -> Session {
    let world = kept.begin(Turn::code("x"), &Limits::greatest(), &mut host);
    let mut world = world.expect("a turn can be run");
    let fuel = world.begin(&mut host);
    Session { guest: TestGuest { fuel, ..guest }, world, host }
}

/// A turn is over: the guest gives back what is left of its fuel.
pub fn end(kept: &mut session::Session, turn: Session) -> (Ended, TestGuest, TestHost) {
    let Session { guest, mut world, mut host } = turn;
    world.end(guest.fuel, &mut host);
    let remains = Remains::only(End::Returned(0));
    let runtime = RuntimeIdentity::new("python", "5".repeat(64));
    (kept.end(Execution { world, remains }, runtime), guest, host)
}

/// Does what a step says, and tells what came of it.
pub fn step(session: &mut Session, [deed, one, two, three]: [u8; 4]) -> String {
    let path = PATHS[usize::from(one) % PATHS.len()];
    let other = PATHS[usize::from(two) % PATHS.len()];
    let fd = u32::from(one % 14);
    let small = u64::from(two) * 13;
    session.guest.fuel -= 1_000 + i64::from(three);
    let done = |outcome: Outcome<()>| format!("{outcome:?}");
    match deed % 24 {
        0 => format!("{:?}", session.create(path)),
        1 => done(session.save(path, &vec![three; usize::from(two) * 20])),
        2 => format!("{:?}", session.load(path)),
        3 => done(session.mkdir(path)),
        4 => done(session.rmdir(path)),
        5 | 6 => done(session.unlink(path)),
        7 => done(session.symlink(TARGETS[usize::from(two) % TARGETS.len()], path)),
        8 => done(session.link(path, other)),
        9 | 10 => done(session.rename(path, other)),
        11 => format!(
            "{:?}",
            session.open_with(path, u32::from(two & 9), READ | WRITE, u32::from(three & 5))
        ),
        12 => format!("{:?}", session.open_with(path, DIRECTORY, READ, 0)),
        13 => done(session.close(fd)),
        14 if fd != 1 && fd != 2 => {
            format!("{:?}", session.write(fd, &vec![two; usize::from(three)]))
        }
        15 => format!("{:?}", session.read(fd, u32::from(three))),
        16 => format!("{:?}", session.seek(fd, i64::from(two) * 9 - 200, u32::from(three % 3))),
        17 => format!("{:?}", session.readdir(fd, 500, u64::from(two % 5) << 31)),
        18 => format!("{:?} {:?}", session.stat(path, 0), session.fstat(fd)),
        19 => done(session.call(|p| p.fd_filestat_set_size(fd, small))),
        20 => done(session.call(|p| p.fd_filestat_set_times(fd, small, 3, u32::from(three & 5)))),
        21 => done(session.call(|p| p.fd_renumber(fd, u32::from(two % 14)))),
        22 => {
            let narrowed = session.call(|p| {
                p.fd_fdstat_get(fd, OUT)?;
                p.fd_fdstat_set_rights(fd, !0 << (three % 40), small)
            });
            let shown = session.call(|p| p.fd_fdstat_get(fd, OUT2));
            format!("{narrowed:?} {shown:?} {:?}", session.get(OUT2, 24))
        }
        _ => {
            session.call(|p| p.random_get(OUT, u32::from(two % 16))).unwrap();
            session.call(|p| p.clock_time_get(u32::from(three % 2), 0, OUT2)).unwrap();
            format!("{:?}", session.get(OUT, 48))
        }
    }
}
