//! Contents: reading, writing, offsets, sizes, times, and what the outcome says of it all.

use crate::support::*;
use hognose_core::{contract::Request, wasi::Errno};

#[test]
fn a_file_of_the_request_is_there_and_only_its_changes_are_told() {
    let request = Request::code("x")
        .with_file("a/same.txt", "same")
        .with_file("a/back.txt", "back")
        .with_file("changed.txt", "before")
        .with_file("gone.txt", "gone");
    let mut session = Session::of(request);
    assert_eq!(session.load("workspace/a/same.txt").unwrap(), b"same");
    session.save("workspace/a/back.txt", b"other").unwrap();
    session.save("workspace/a/back.txt", b"back").unwrap();
    session.save("workspace/changed.txt", b"after").unwrap();
    session.save("workspace/new/../new.txt", b"").unwrap_err();
    session.save("workspace/new.txt", b"\xff").unwrap();
    session.save("tmp/elsewhere", b"not in the workspace").unwrap();
    session.symlink("new.txt", "workspace/link").unwrap();
    session.unlink("workspace/gone.txt").unwrap();
    let changes = session.world.file_changes();
    assert_eq!(changes.created.keys().collect::<Vec<_>>(), ["new.txt"]);
    assert_eq!(changes.created["new.txt"].bytes(), b"\xff");
    assert_eq!(changes.changed.keys().collect::<Vec<_>>(), ["changed.txt"]);
    assert_eq!(changes.deleted, ["gone.txt"]);
}

#[test]
fn a_moved_file_is_deleted_and_created() {
    let mut session = Session::of(Request::code("x").with_file("a", "1").with_file("b", "2"));
    session.rename("workspace/a", "workspace/b").unwrap();
    session.rename("workspace/b", "workspace/c").unwrap();
    let changes = session.world.file_changes();
    assert_eq!(changes.created["c"].bytes(), b"1");
    assert_eq!(changes.deleted, ["a", "b"]);
}

#[test]
fn offsets_appending_and_positioned_calls() {
    let mut session = Session::of(Request::code("x"));
    let fd = session.create("tmp/f").unwrap();
    session.write(fd, b"0123456789").unwrap();
    assert_eq!(session.seek(fd, -4, 1).unwrap(), 6);
    assert_eq!(session.read(fd, 100).unwrap(), b"6789");
    assert_eq!(session.read(fd, 100).unwrap(), b"");
    assert_eq!(session.seek(fd, -1, 2).unwrap(), 9);
    assert_eq!(session.seek(fd, -1, 0), Err(Errno::Inval));
    assert_eq!(session.seek(fd, i64::MIN, 1), Err(Errno::Inval));
    assert_eq!(session.seek(fd, i64::MAX, 2), Err(Errno::Inval));
    assert_eq!(session.seek(fd, 0, 3), Err(Errno::Inval));
    assert_eq!(session.seek(fd, i64::MAX, 0).unwrap(), i64::MAX as u64);
    assert_eq!(session.read(fd, 1).unwrap(), b"");
    assert_eq!(session.write(fd, b"x"), Err(Errno::FBig));
    session.seek(fd, 2, 0).unwrap();
    session.put(DATA, b"AB");
    session.iov(2);
    session.call(|p| p.fd_pwrite(fd, IOVS, 1, 4, OUT)).unwrap();
    session.call(|p| p.fd_pread(fd, IOVS, 1, 3, OUT)).unwrap();
    assert_eq!(session.get(DATA, 2), b"3A");
    session.call(|p| p.fd_tell(fd, OUT)).unwrap();
    assert_eq!(session.u64(OUT), 2);
    assert_eq!(session.call(|p| p.fd_pread(fd, IOVS, 1, u64::MAX, OUT)), Err(Errno::Inval));
    let append = session.open_with("tmp/f", 0, WRITE, 1).unwrap();
    session.write(append, b"!").unwrap();
    assert_eq!(session.load("tmp/f").unwrap(), b"0123AB6789!");
    session.call(|p| p.fd_fdstat_set_flags(append, 0)).unwrap();
    session.seek(append, 0, 0).unwrap();
    session.write(append, b"#").unwrap();
    assert_eq!(session.load("tmp/f").unwrap(), b"#123AB6789!");
}

#[test]
fn holes_read_as_zeros_and_sizes_can_be_set() {
    let mut session = Session::of(Request::code("x"));
    let fd = session.create("tmp/f").unwrap();
    session.seek(fd, 3, 0).unwrap();
    assert_eq!(session.write(fd, b"").unwrap(), 0);
    assert_eq!(session.fstat(fd).unwrap().size, 0);
    session.write(fd, b"x").unwrap();
    assert_eq!(session.load("tmp/f").unwrap(), b"\0\0\0x");
    session.call(|p| p.fd_filestat_set_size(fd, 6)).unwrap();
    session.call(|p| p.fd_filestat_set_size(fd, 5)).unwrap();
    session.call(|p| p.fd_allocate(fd, 2, 2)).unwrap();
    assert_eq!(session.load("tmp/f").unwrap(), b"\0\0\0x\0");
    session.call(|p| p.fd_allocate(fd, 4, 4)).unwrap();
    assert_eq!(session.fstat(fd).unwrap().size, 8);
    assert_eq!(session.call(|p| p.fd_allocate(fd, 0, 0)), Err(Errno::Inval));
    assert_eq!(
        session.call(|p| p.fd_allocate(fd, i64::MAX as u64, i64::MAX as u64)),
        Err(Errno::FBig)
    );
    assert_eq!(session.call(|p| p.fd_filestat_set_size(fd, u64::MAX)), Err(Errno::Inval));
    session.call(|p| p.fd_advise(fd, 0, 10, 5)).unwrap();
    assert_eq!(session.call(|p| p.fd_advise(fd, 0, 10, 6)), Err(Errno::Inval));
    assert_eq!(session.call(|p| p.fd_advise(fd, u64::MAX, 10, 0)), Err(Errno::Inval));
}

#[test]
fn reading_and_writing_need_to_be_asked_for() {
    let mut session = Session::of(Request::code("x").with_file("f", "text"));
    let reader = session.open("workspace/f").unwrap();
    assert_eq!(session.write(reader, b"x"), Err(Errno::BadF));
    assert_eq!(session.call(|p| p.fd_filestat_set_size(reader, 0)), Err(Errno::Inval));
    let writer = session.open_with("workspace/f", 0, WRITE, 0).unwrap();
    assert_eq!(session.read(writer, 1), Err(Errno::BadF));
    let neither = session.open_with("workspace/f", 0, 0, 0).unwrap();
    assert_eq!(session.read(neither, 1), Err(Errno::BadF));
    assert_eq!(session.fstat(neither).unwrap().size, 4);
}

#[test]
fn times_are_set_as_asked() {
    let mut session = Session::of(Request::code("x"));
    let fd = session.create("tmp/f").unwrap();
    let start = session.fstat(fd).unwrap().modified_ns;
    assert_eq!(start, 1_700_000_000_000_000_000);
    session.host.now_ns += 5;
    session.write(fd, b"x").unwrap();
    assert_eq!(session.fstat(fd).unwrap().modified_ns, start + 5);
    session.call(|p| p.fd_filestat_set_times(fd, 7, 8, 1 | 4)).unwrap();
    let stat = session.fstat(fd).unwrap();
    assert_eq!((stat.accessed_ns, stat.modified_ns), (7, 8));
    let (at, len) = session.put(PATH, b"tmp/f");
    session.call(|p| p.path_filestat_set_times(3, 1, at, len, 0, 0, 2)).unwrap();
    let stat = session.fstat(fd).unwrap();
    assert_eq!((stat.accessed_ns, stat.modified_ns), (start + 5, 8));
    for flags in [3, 12, 16, u32::MAX] {
        let result = session.call(|p| p.fd_filestat_set_times(fd, 1, 1, flags));
        assert_eq!(result, Err(Errno::Inval), "{flags}");
        let result = session.call(|p| p.path_filestat_set_times(3, 1, at, len, 1, 1, flags));
        assert_eq!(result, Err(Errno::Inval), "{flags}");
    }
}

#[test]
fn an_unlinked_file_lives_until_it_is_closed() {
    let mut session = Session::of(Request::code("x"));
    session.save("tmp/f", b"alive").unwrap();
    let fd = session.open("tmp/f").unwrap();
    session.unlink("tmp/f").unwrap();
    assert_eq!(session.load("tmp/f"), Err(Errno::NoEnt));
    assert_eq!(session.fstat(fd).unwrap().links, 0);
    session.save("tmp/f", b"another").unwrap();
    assert_eq!(session.read(fd, 100).unwrap(), b"alive");
    assert_eq!(session.world.workspace_use().bytes, 12);
    session.close(fd).unwrap();
    assert_eq!(session.world.workspace_use().bytes, 7);
}
