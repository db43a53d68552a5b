//! Descriptors: numbers, rights, renumbering, listings.

use crate::support::*;
use hognose_core::{
    contract::{Limits, Request},
    guest::Halt,
    wasi::Errno,
};

fn rights(session: &mut Session, fd: u32) -> (u64, u64) {
    session.call(|p| p.fd_fdstat_get(fd, OUT)).unwrap();
    (session.u64(OUT + 8), session.u64(OUT + 16))
}

#[test]
fn the_root_is_preopened_and_nothing_else() {
    let mut session = Session::of(Request::code("x"));
    session.call(|p| p.fd_prestat_get(3, OUT)).unwrap();
    assert_eq!((session.u32(OUT), session.u32(OUT + 4)), (0, 1));
    session.call(|p| p.fd_prestat_dir_name(3, OUT, 5)).unwrap();
    assert_eq!(session.get(OUT, 1), b"/");
    assert_eq!(session.call(|p| p.fd_prestat_dir_name(3, OUT, 0)), Err(Errno::NameTooLong));
    for fd in [0, 1, 2, 4, u32::MAX] {
        assert_eq!(session.call(|p| p.fd_prestat_get(fd, OUT)), Err(Errno::BadF));
    }
    let root = session.open(".").unwrap();
    let (entries, _) = session.readdir(root, 1_000, 0).unwrap();
    let names: Vec<&str> = entries.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, [".", "..", "tmp", "workspace"]);
}

#[test]
fn standard_streams_are_no_terminal_and_cannot_seek() {
    let mut session = Session::of(Request::code("x"));
    for fd in 0..3 {
        session.call(|p| p.fd_fdstat_get(fd, OUT)).unwrap();
        assert_eq!(session.get(OUT, 1)[0], 2);
        let (base, _) = rights(&mut session, fd);
        assert_ne!(base & (1 << 2 | 1 << 5), 0, "wasi-libc would take it for a terminal");
        assert_eq!(session.seek(fd, 0, 1), Err(Errno::SPipe));
        session.call(|p| p.fd_filestat_get(fd, OUT)).unwrap();
    }
    assert_eq!(session.write(0, b"x"), Err(Errno::BadF));
    assert_eq!(session.read(1, 1), Err(Errno::BadF));
    session.close(1).unwrap();
    assert_eq!(session.write(1, b"x"), Err(Errno::BadF));
    assert_eq!(session.create("tmp/f").unwrap(), 1);
}

#[test]
fn renumbering_closes_what_was_there() {
    let mut session = Session::of(Request::code("x"));
    session.save("tmp/a", b"a").unwrap();
    session.save("tmp/b", b"b").unwrap();
    let (a, b) = (session.open("tmp/a").unwrap(), session.open("tmp/b").unwrap());
    session.call(|p| p.fd_renumber(a, a)).unwrap();
    session.call(|p| p.fd_renumber(a, b)).unwrap();
    assert_eq!(session.read(b, 9).unwrap(), b"a");
    assert_eq!(session.close(a), Err(Errno::BadF));
    assert_eq!(session.call(|p| p.fd_renumber(a, b)), Err(Errno::BadF));
    assert_eq!(session.call(|p| p.fd_renumber(b, 60)), Err(Errno::BadF));
    assert_eq!(session.call(|p| p.fd_renumber(b, u32::MAX)), Err(Errno::BadF));
    session.call(|p| p.fd_renumber(1, b)).unwrap();
    session.write(b, b"out").unwrap();
    assert_eq!(session.world.take_stdout().0.bytes(), b"out");
    session.call(|p| p.fd_renumber(b, 3)).unwrap();
    assert_eq!(session.open("tmp/a"), Err(Errno::NotDir));
}

#[test]
fn rights_can_be_given_up_and_stay_so() {
    let mut session = Session::of(Request::code("x").with_file("f", "text"));
    let directory = session.open_with("workspace", DIRECTORY, READ, 0).unwrap();
    let (base, inheriting) = rights(&mut session, directory);
    assert_eq!(base & (READ | WRITE), 0);
    session
        .call(|p| p.fd_fdstat_set_rights(directory, base, inheriting & !WRITE & !(1 << 14)))
        .unwrap();
    let result = session.call(|p| p.fd_fdstat_set_rights(directory, base, inheriting));
    assert_eq!(result, Err(Errno::NotCapable));
    assert_eq!(session.open_at(directory, 0, "f", 0, READ | WRITE, 0), Err(Errno::NotCapable));
    let file = session.open_at(directory, 0, "f", 0, READ, 0).unwrap();
    assert_eq!(session.read(file, 9).unwrap(), b"text");
    let below = session.open_at(directory, 0, ".", DIRECTORY, 0, 0).unwrap();
    assert_eq!(session.readdir(below, 99, 0), Err(Errno::NotCapable));
}

#[test]
fn directories_are_no_files() {
    let mut session = Session::of(Request::code("x"));
    let fd = session.open("tmp").unwrap();
    session.iov(1);
    let bad = Err(Errno::BadF);
    assert_eq!(session.call(|p| p.fd_read(fd, IOVS, 1, OUT)), bad);
    assert_eq!(session.call(|p| p.fd_write(fd, IOVS, 1, OUT)), bad);
    assert_eq!(session.call(|p| p.fd_pread(fd, IOVS, 1, 0, OUT)), bad);
    assert_eq!(session.call(|p| p.fd_pwrite(fd, IOVS, 1, 0, OUT)), bad);
    assert_eq!(session.call(|p| p.fd_seek(fd, 0, 1, OUT)), bad);
    assert_eq!(session.call(|p| p.fd_tell(fd, OUT)), bad);
    assert_eq!(session.call(|p| p.fd_advise(fd, 0, 0, 0)), bad);
    assert_eq!(session.call(|p| p.fd_allocate(fd, 0, 0)), bad);
    assert_eq!(session.call(|p| p.fd_sync(fd)), bad);
    assert_eq!(session.call(|p| p.fd_datasync(fd)), bad);
    assert_eq!(session.call(|p| p.fd_fdstat_set_flags(fd, 4)), bad);
    assert_eq!(session.call(|p| p.fd_filestat_set_size(fd, 0)), bad);
    assert_eq!(session.open_with("tmp", DIRECTORY, READ | WRITE, 0), Err(Errno::IsDir));
    session.save("tmp/f", b"").unwrap();
    assert_eq!(session.open_with("tmp/f", DIRECTORY, 0, 0), Err(Errno::NotDir));
    let file = session.open("tmp/f").unwrap();
    assert_eq!(session.open_at(file, 0, "x", CREATE, 0, 0), Err(Errno::NotDir));
    assert_eq!(session.readdir(file, 99, 0), Err(Errno::NotDir));
}

#[test]
fn as_many_as_the_limit_are_open() {
    let mut session = Session::with_limits(Limits::default().with_open_files(6));
    let first = session.create("tmp/f").unwrap();
    session.create("tmp/f").unwrap();
    assert_eq!(session.create("tmp/new"), Err(Errno::MFile));
    assert_eq!(session.stat("tmp/new", 0), Err(Errno::NoEnt));
    session.close(first).unwrap();
    assert_eq!(session.open("tmp/f").unwrap(), first);
}

#[test]
fn a_listing_is_sorted_and_can_be_read_in_any_steps() {
    let mut session = Session::of(Request::code("x"));
    let mut expected: Vec<String> = (0..50).rev().map(|n| format!("файл.{n}")).collect();
    for name in &expected {
        session.save(&format!("tmp/{name}"), b"").unwrap();
    }
    expected.sort();
    let fd = session.open("tmp").unwrap();
    for step in [24 + 11, 60, 61, 100, 1_000, 100_000] {
        let (mut names, mut cookie) = (Vec::new(), 0);
        loop {
            let (entries, more) = session.readdir(fd, step, cookie).unwrap();
            cookie = entries.last().map_or(cookie, |(_, next)| *next);
            names.extend(entries.into_iter().map(|(name, _)| name));
            if !more {
                break;
            }
        }
        assert_eq!(names[..2], [".", ".."]);
        assert_eq!(names[2..], expected, "step {step}");
    }
    assert_eq!(session.readdir(fd, 0, 0).unwrap(), (vec![], true));
    assert_eq!(session.readdir(fd, 10, 0).unwrap(), (vec![], true));
    for forged in [3, 12_345, 1 << 32, u64::MAX - 1, u64::MAX] {
        session.readdir(fd, 1_000, forged).unwrap();
    }
    assert_eq!(session.readdir(fd, 1_000, u64::MAX).unwrap(), (vec![], false));
}

#[test]
fn removing_while_listing_misses_nothing() {
    let mut session = Session::of(Request::code("x"));
    for n in 0..100 {
        session.save(&format!("tmp/{n}"), b"").unwrap();
    }
    let fd = session.open("tmp").unwrap();
    let mut cookie = 0;
    loop {
        let (entries, more) = session.readdir(fd, 200, cookie).unwrap();
        for (name, next) in entries {
            cookie = next;
            if !name.starts_with('.') {
                session.unlink(&format!("tmp/{name}")).unwrap();
            }
        }
        if !more {
            break;
        }
    }
    assert_eq!(session.names("tmp").unwrap(), Vec::<String>::new());
}

#[test]
fn there_are_no_sockets_and_no_signals() {
    let mut session = Session::of(Request::code("x"));
    assert_eq!(session.call(|p| p.sock_accept(3, 0, OUT)), Err(Errno::NotSock));
    assert_eq!(session.call(|p| p.sock_recv(0, IOVS, 0, 0, OUT, OUT)), Err(Errno::NotSock));
    assert_eq!(session.call(|p| p.sock_send(1, IOVS, 0, 0, OUT)), Err(Errno::NotSock));
    assert_eq!(session.call(|p| p.sock_shutdown(9, 0)), Err(Errno::BadF));
    assert_eq!(session.call(|p| p.proc_raise(9)), Err(Errno::NoSys));
    assert_eq!(session.preview1().proc_exit(u32::MAX), Err(Halt::Exit(u32::MAX)));
}
