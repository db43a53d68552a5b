//! Quotas: at the edge, one past it, and back.

use crate::support::*;
use hognose_core::{
    contract::Limits,
    wasi::Errno,
    workspace::Tree,
    world::{CommandWorld, World},
};

#[test]
fn bytes_of_all_files() {
    let mut session = Session::with_limits(Limits::default().with_workspace_bytes(10));
    session.save("tmp/a", b"123456").unwrap();
    let fd = session.create("tmp/b").unwrap();
    assert_eq!(session.write(fd, b"123456").unwrap(), 4);
    assert_eq!(session.write(fd, b"5"), Err(Errno::NoSpc));
    assert_eq!(session.world.workspace_use().bytes, 10);
    assert_eq!(session.symlink("t", "tmp/l"), Err(Errno::NoSpc));
    assert_eq!(session.call(|p| p.fd_filestat_set_size(fd, 5)), Err(Errno::NoSpc));
    // What is there may be written over.
    session.seek(fd, 0, 0).unwrap();
    assert_eq!(session.write(fd, b"ABCDE").unwrap(), 4);
    session.call(|p| p.fd_filestat_set_size(fd, 1)).unwrap();
    session.unlink("tmp/a").unwrap();
    assert_eq!(session.world.workspace_use().bytes, 1);
    // A hole counts.
    assert_eq!(session.seek(fd, 9, 0).unwrap(), 9);
    assert_eq!(session.write(fd, b"xy").unwrap(), 1);
    session.seek(fd, 11, 0).unwrap();
    assert_eq!(session.write(fd, b"x"), Err(Errno::NoSpc));
}

#[test]
fn bytes_of_one_file() {
    let mut session = Session::with_limits(Limits::default().with_file_bytes(10));
    let fd = session.create("tmp/a").unwrap();
    assert_eq!(session.write(fd, b"0123456789AB").unwrap(), 10);
    assert_eq!(session.write(fd, b"x"), Err(Errno::FBig));
    for size in [11, 5_000_000_000, i64::MAX as u64] {
        assert_eq!(session.call(|p| p.fd_filestat_set_size(fd, size)), Err(Errno::FBig));
        assert_eq!(session.call(|p| p.fd_allocate(fd, 0, size)), Err(Errno::FBig));
    }
    assert_eq!(session.fstat(fd).unwrap().size, 10);
}

#[test]
fn names() {
    let mut session = Session::with_limits(Limits::default().with_workspace_files(3));
    session.mkdir("tmp/d").unwrap();
    session.save("tmp/d/f", b"").unwrap();
    session.link("tmp/d/f", "tmp/l").unwrap();
    assert_eq!(session.create("tmp/x"), Err(Errno::NoSpc));
    assert_eq!(session.mkdir("tmp/x"), Err(Errno::NoSpc));
    assert_eq!(session.symlink("x", "tmp/x"), Err(Errno::NoSpc));
    assert_eq!(session.link("tmp/l", "tmp/x"), Err(Errno::NoSpc));
    session.rename("tmp/l", "tmp/x").unwrap();
    session.unlink("tmp/x").unwrap();
    let fd = session.create("tmp/open").unwrap();
    session.unlink("tmp/open").unwrap();
    // It is still there for those who have it open, and still counts.
    assert_eq!(session.create("tmp/x"), Err(Errno::NoSpc));
    session.close(fd).unwrap();
    session.create("tmp/x").unwrap();
}

#[test]
fn a_hard_link_counts_like_a_copy() {
    let limits = Limits::default().with_workspace_bytes(100);
    let mut session = Session::with_limits(limits);
    session.save("tmp/a", &[1; 40]).unwrap();
    session.link("tmp/a", "workspace/b").unwrap();
    assert_eq!(session.link("tmp/a", "workspace/c"), Err(Errno::NoSpc));
    let fd = session.open_with("tmp/a", 0, WRITE, 1).unwrap();
    assert_eq!(session.write(fd, &[2; 20]).unwrap(), 10);
    assert_eq!(session.world.workspace_use().bytes, 100);
    session.unlink("tmp/a").unwrap();
    assert_eq!(session.world.workspace_use().bytes, 50);
    session.call(|p| p.fd_filestat_set_size(fd, 10)).unwrap();
    assert_eq!(session.world.workspace_use().bytes, 10);
    session.unlink("workspace/b").unwrap();
    session.close(fd).unwrap();
    assert_eq!(session.world.workspace_use().bytes, 0);
    assert_eq!(session.world.workspace_use().files, 0);
}

#[test]
fn depth_and_length_of_names() {
    let limits = Limits::default().with_path_depth(3).with_name_bytes(4);
    let mut session = Session::with_limits(limits);
    session.mkdir("workspace/a").unwrap();
    session.mkdir("workspace/a/b").unwrap();
    session.save("workspace/a/b/file", b"").unwrap();
    session.mkdir("workspace/a/b/c").unwrap();
    let long = Err(Errno::NameTooLong);
    assert_eq!(session.mkdir("workspace/a/b/c/d"), long);
    assert_eq!(session.save("workspace/a/b/c/d", b""), long);
    assert_eq!(session.mkdir("tmp/abcde"), long);
    assert_eq!(session.rename("workspace/a", "tmp/abcde"), long);
    assert_eq!(session.stat("tmp/abcde", 0), Err(Errno::NameTooLong));
    // A tree must not get too deep by being moved.
    session.mkdir("tmp/x").unwrap();
    session.rename("workspace/a", "tmp/a").unwrap();
    assert_eq!(session.rename("tmp/a", "tmp/x/a"), long);
    session.rename("tmp/a/b", "tmp/b").unwrap();
    assert_eq!(session.symlink(&"x".repeat(5_000), "tmp/l"), long);
}

#[test]
fn what_a_command_brings_always_fits() {
    let limits = Limits::default()
        .with_workspace_files(2)
        .with_workspace_bytes(6)
        .with_file_bytes(3)
        .with_path_depth(1)
        .with_name_bytes(1);
    let tree = Tree::new().with_file("long/b/c/f", "abcd").with_file("g", "defg");
    let preopens = vec![("d".into(), tree)];
    let world = World::for_command(CommandWorld { preopens, limits, ..CommandWorld::default() });
    let mut session = Session::new(world.unwrap());
    assert_eq!(session.load("long/b/c/f").unwrap(), b"abcd");
    assert_eq!(session.world.workspace_use().files, 5);
    // What is there may be changed; nothing more fits until enough is gone.
    let fd = session.open_with("g", 0, WRITE, 0).unwrap();
    assert_eq!(session.write(fd, b"12345").unwrap(), 4);
    assert_eq!(session.create("x"), Err(Errno::NoSpc));
    session.rename("long/b/c/f", "f").unwrap();
    session.unlink("g").unwrap();
    session.close(fd).unwrap();
    session.rmdir("long/b/c").unwrap();
    session.rmdir("long/b").unwrap();
    assert_eq!(session.create("x"), Err(Errno::NoSpc));
    session.rmdir("long").unwrap();
    assert_eq!(session.save("x", b"1234"), Ok(()));
    assert_eq!(session.load("x").unwrap(), b"12");
}

#[test]
fn no_room_at_all() {
    let limits = Limits::default().with_workspace_files(0).with_workspace_bytes(0);
    let mut session = Session::with_limits(limits.with_file_bytes(0));
    assert_eq!(session.create("tmp/x"), Err(Errno::NoSpc));
    assert_eq!(session.names(".").unwrap(), ["tmp", "workspace"]);
}
