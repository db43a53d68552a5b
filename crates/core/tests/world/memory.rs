//! Pointers, lengths and counts: what is not the guest's is `EFAULT`, and nothing has happened.

use crate::support::*;
use hognose_core::{contract::Request, wasi::Errno};

fn session() -> Session {
    Session::of(Request::code("x").with_stdin("input").with_file("f", "text"))
}

#[test]
fn a_result_that_cannot_be_written_has_no_effect() {
    let mut session = session();
    let (at, len) = session.put(PATH, b"workspace/new");
    for out in [MEMORY_BYTES - 3, MEMORY_BYTES, u32::MAX, u32::MAX - 3] {
        let result = session.call(|p| p.path_open(3, 0, at, len, CREATE, READ | WRITE, 0, 0, out));
        assert_eq!(result, Err(Errno::Fault));
        session.iov(3);
        assert_eq!(session.call(|p| p.fd_read(0, IOVS, 1, out)), Err(Errno::Fault));
        assert_eq!(session.call(|p| p.fd_write(1, IOVS, 1, out)), Err(Errno::Fault));
    }
    assert_eq!(session.stat("workspace/new", 0), Err(Errno::NoEnt));
    assert_eq!(session.call(|p| p.fd_fdstat_get(4, OUT)), Err(Errno::BadF));
    assert_eq!(session.read(0, 10).unwrap(), b"input");
    assert_eq!(session.world.take_stdout().1.written_bytes, 0);
}

#[test]
fn one_bad_buffer_spoils_the_call() {
    let mut session = session();
    let fd = session.create("tmp/f").unwrap();
    session.iovs(&[(DATA, 4), (MEMORY_BYTES - 1, 2)]);
    for fd in [1, fd] {
        assert_eq!(session.call(|p| p.fd_write(fd, IOVS, 2, OUT)), Err(Errno::Fault));
    }
    assert_eq!(session.fstat(fd).unwrap().size, 0);
    assert_eq!(session.world.take_stdout().1.written_bytes, 0);
    assert_eq!(session.call(|p| p.fd_read(0, IOVS, 2, OUT)), Err(Errno::Fault));
    assert_eq!(session.read(0, 10).unwrap(), b"input");
}

#[test]
fn counts_and_sums_are_bounded() {
    let mut session = session();
    for count in [1_025, u32::MAX / 8, u32::MAX] {
        assert_eq!(session.call(|p| p.fd_write(1, IOVS, count, OUT)), Err(Errno::Inval));
        assert_eq!(session.call(|p| p.fd_read(0, IOVS, count, OUT)), Err(Errno::Inval));
    }
    let at = MEMORY_BYTES - 8;
    assert_eq!(session.call(|p| p.fd_write(1, at, 2, OUT)), Err(Errno::Fault));
    // The same megabyte a thousand times is a short write, not a gigabyte.
    session.iovs(&vec![(0, MEMORY_BYTES); 1_000]);
    session.call(|p| p.fd_write(1, IOVS, 1_000, OUT)).unwrap();
    assert_eq!(session.u32(OUT), 16 << 20);
    // Empty buffers may be anywhere.
    session.iovs(&[(u32::MAX, 0), (DATA, 1), (u32::MAX, 0)]);
    session.call(|p| p.fd_write(1, IOVS, 3, OUT)).unwrap();
    assert_eq!(session.u32(OUT), 1);
}

#[test]
fn a_sum_of_lengths_that_no_number_holds_is_invalid() {
    let mut session = session();
    session.guest.memory.resize(8 << 20, 0);
    session.iovs(&vec![(0, 8 << 20); 513]);
    session.call(|p| p.fd_write(1, IOVS, 511, OUT)).unwrap();
    assert_eq!(session.call(|p| p.fd_write(1, IOVS, 513, OUT)), Err(Errno::Inval));
    assert_eq!(session.call(|p| p.fd_read(0, IOVS, 513, OUT)), Err(Errno::Inval));
}

#[test]
fn buffers_may_overlap() {
    let mut session = session();
    session.iovs(&[(DATA, 3), (DATA + 1, 4)]);
    session.call(|p| p.fd_read(0, IOVS, 2, OUT)).unwrap();
    assert_eq!(session.u32(OUT), 5);
    assert_eq!(session.get(DATA, 3), b"iut");
}

#[test]
fn random_bytes_need_memory_to_go_to() {
    let mut session = session();
    for (at, len) in [(0, MEMORY_BYTES + 1), (MEMORY_BYTES, 1), (u32::MAX, u32::MAX), (1, u32::MAX)]
    {
        assert_eq!(session.call(|p| p.random_get(at, len)), Err(Errno::Fault));
    }
    session.call(|p| p.random_get(0, MEMORY_BYTES)).unwrap();
    session.call(|p| p.random_get(MEMORY_BYTES, 0)).unwrap();
}

#[test]
fn texts_are_checked_as_texts() {
    let mut session = session();
    let (at, len) = session.put(PATH, b"workspace/\xff");
    assert_eq!(session.call(|p| p.path_create_directory(3, at, len)), Err(Errno::IlSeq));
    assert_eq!(session.mkdir("workspace/a\0b"), Err(Errno::Inval));
    assert_eq!(session.mkdir(""), Err(Errno::NoEnt));
    assert_eq!(
        session.call(|p| p.path_create_directory(3, 0, MEMORY_BYTES)),
        Err(Errno::NameTooLong)
    );
    assert_eq!(session.call(|p| p.path_create_directory(3, 1, MEMORY_BYTES)), Err(Errno::Fault));
    assert_eq!(session.symlink("a\0b", "tmp/l"), Err(Errno::Inval));
    assert_eq!(session.symlink("", "tmp/l"), Err(Errno::NoEnt));
}

#[test]
fn arguments_and_environment() {
    let request = Request::code("pass").with_args(["é"]).with_env("A", "1").with_env("B", "");
    let mut session = Session::of(request);
    session.call(|p| p.args_sizes_get(OUT, OUT + 4)).unwrap();
    assert_eq!((session.u32(OUT), session.u32(OUT + 4)), (4, 18));
    session.call(|p| p.args_get(OUT, DATA)).unwrap();
    assert_eq!(session.get(DATA, 18), "python\0-c\0pass\0é\0".as_bytes());
    assert_eq!(session.u32(OUT + 12), DATA + 15);
    session.call(|p| p.environ_sizes_get(OUT, OUT + 4)).unwrap();
    assert_eq!((session.u32(OUT), session.u32(OUT + 4)), (2, 7));
    session.call(|p| p.environ_get(OUT, DATA)).unwrap();
    assert_eq!(session.get(DATA, 7), b"A=1\0B=\0");
    assert_eq!(session.call(|p| p.args_get(MEMORY_BYTES - 12, DATA)), Err(Errno::Fault));
    assert_eq!(session.call(|p| p.args_get(OUT, MEMORY_BYTES - 17)), Err(Errno::Fault));
    // A failed call has not lost them.
    session.call(|p| p.args_sizes_get(OUT, OUT + 4)).unwrap();
    assert_eq!(session.u32(OUT), 4);
}
