//! Paths: where they lead, where they must not, and what may be made of names.

use crate::support::*;
use hognose_core::{contract::Request, wasi::Errno};

fn session() -> Session {
    let mut session = Session::of(Request::code("x"));
    session.mkdir("tmp/dir").unwrap();
    session.mkdir("tmp/dir/nested").unwrap();
    session.save("tmp/dir/nested/file", b"found").unwrap();
    session.save("tmp/file", b"file").unwrap();
    session
}

#[test]
fn dots_and_slashes() {
    let mut session = session();
    let path = "tmp/dir/.//nested/../../dir/nested/../nested///./file";
    assert_eq!(session.load(path).unwrap(), b"found");
    for path in ["tmp/dir/nested/file/", "tmp/dir/nested/file///", "tmp/file/.", "tmp/file/.."] {
        assert_eq!(session.open(path), Err(Errno::NotDir), "{path}");
    }
    session.open("tmp/dir/nested/").unwrap();
    session.open("tmp/dir/nested///").unwrap();
    session.open("tmp/..").unwrap();
    assert_eq!(session.open("tmp/nothing/.."), Err(Errno::NoEnt));
    assert_eq!(session.open_with("tmp/new/", CREATE, WRITE, 0), Err(Errno::IsDir));
    session.mkdir("tmp/new/").unwrap();
}

#[test]
fn nothing_leads_out() {
    let mut session = session();
    let dir = session.open("tmp/dir").unwrap();
    for path in ["..", "../file", "nested/../..", "nested/../../dir/nested/file", "/", "/tmp/file"]
    {
        assert_eq!(session.open_at(dir, 1, path, 0, 0, 0), Err(Errno::Perm), "{path}");
        assert_eq!(session.open(&format!("../{path}")), Err(Errno::Perm), "{path}");
    }
    session.symlink("../file", "tmp/dir/up").unwrap();
    assert_eq!(session.load("tmp/dir/up").unwrap(), b"file");
    assert_eq!(session.open_at(dir, 1, "up", 0, 0, 0), Err(Errno::Perm));
    session.symlink("../..", "tmp/dir/out").unwrap();
    assert_eq!(session.open("tmp/dir/out/../x"), Err(Errno::Perm));
    assert_eq!(session.symlink("/", "tmp/root"), Err(Errno::Perm));
}

#[test]
fn links_are_followed_where_asked_and_loops_end() {
    let mut session = session();
    session.symlink("dir", "tmp/link").unwrap();
    assert_eq!(session.load("tmp/link/nested/file").unwrap(), b"found");
    assert_eq!(session.stat("tmp/link", 0).unwrap().filetype, 7);
    assert_eq!(session.stat("tmp/link/", 0).unwrap().filetype, 3);
    assert_eq!(session.stat("tmp/link", 1).unwrap().filetype, 3);
    assert_eq!(session.open_at(3, 0, "tmp/link", 0, 0, 0), Err(Errno::Loop));
    assert_eq!(session.open_at(3, 0, "tmp/link", DIRECTORY, 0, 0), Err(Errno::NotDir));
    session.open_at(3, 1, "tmp/link", DIRECTORY, 0, 0).unwrap();
    session.symlink("loop", "tmp/loop").unwrap();
    assert_eq!(session.open("tmp/loop"), Err(Errno::Loop));
    assert_eq!(session.open("tmp/loop/x"), Err(Errno::Loop));
    session.symlink("later", "tmp/dangling").unwrap();
    assert_eq!(session.open("tmp/dangling"), Err(Errno::NoEnt));
    assert_eq!(session.open_with("tmp/dangling", CREATE | EXCLUSIVE, WRITE, 0), Err(Errno::Exist));
    session.save("tmp/dangling", b"made").unwrap();
    assert_eq!(session.load("tmp/later").unwrap(), b"made");
    for n in 0..45 {
        session.symlink(&format!("chain{}", n + 1), &format!("tmp/chain{n}")).unwrap();
    }
    session.save("tmp/chain45", b"end").unwrap();
    assert_eq!(session.load("tmp/chain5").unwrap(), b"end");
    assert_eq!(session.load("tmp/chain4"), Err(Errno::Loop));
}

#[test]
fn a_link_is_read_as_far_as_the_buffer_goes() {
    let mut session = session();
    session.symlink("target", "tmp/link").unwrap();
    let (at, len) = session.put(PATH, b"tmp/link");
    for (size, expected) in [(10, "target"), (4, "targ"), (0, "")] {
        session.call(|p| p.path_readlink(3, at, len, DATA, size, OUT)).unwrap();
        assert_eq!(session.get(DATA, session.u32(OUT) as usize), expected.as_bytes());
    }
    let (at, len) = session.put(PATH, b"tmp/file");
    let result = session.call(|p| p.path_readlink(3, at, len, DATA, 9, OUT));
    assert_eq!(result, Err(Errno::Inval));
}

#[test]
fn opening_creates_cuts_and_refuses_as_asked() {
    let mut session = session();
    assert_eq!(session.open_with("tmp/file", CREATE | EXCLUSIVE, WRITE, 0), Err(Errno::Exist));
    session.open_with("tmp/file", TRUNCATE, WRITE, 0).unwrap();
    assert_eq!(session.stat("tmp/file", 0).unwrap().size, 0);
    assert_eq!(session.open_with("tmp/dir", TRUNCATE, 0, 0), Err(Errno::IsDir));
    assert_eq!(session.open_with("tmp/dir", CREATE, 0, 0), Err(Errno::IsDir));
    assert_eq!(session.open_with("tmp/d", CREATE | DIRECTORY, 0, 0), Err(Errno::Inval));
    assert_eq!(session.open_with("tmp/file", 16, 0, 0), Err(Errno::Inval));
    assert_eq!(session.open_with("tmp/file", 0, 0, 32), Err(Errno::Inval));
    assert_eq!(session.open_at(3, 2, "tmp/file", 0, 0, 0), Err(Errno::Inval));
    let fd = session.open_with("tmp/file", 0, READ, 1 | 16).unwrap();
    session.call(|p| p.fd_fdstat_get(fd, OUT)).unwrap();
    assert_eq!(session.get(OUT, 4), [4, 0, 17, 0]);
}

#[test]
fn removing() {
    let mut session = session();
    assert_eq!(session.unlink("tmp/dir"), Err(Errno::IsDir));
    assert_eq!(session.unlink("tmp/dir/"), Err(Errno::IsDir));
    assert_eq!(session.unlink("tmp/file/"), Err(Errno::NotDir));
    assert_eq!(session.unlink("tmp/none"), Err(Errno::NoEnt));
    assert_eq!(session.rmdir("tmp/file"), Err(Errno::NotDir));
    assert_eq!(session.rmdir("tmp/file/"), Err(Errno::NotDir));
    assert_eq!(session.rmdir("tmp/dir"), Err(Errno::NotEmpty));
    assert_eq!(session.rmdir("tmp/none"), Err(Errno::NoEnt));
    for path in [".", "tmp", "workspace", "tmp/..", "tmp/dir/."] {
        assert_eq!(session.rmdir(path), Err(Errno::Busy), "{path}");
    }
    session.unlink("tmp/dir/nested/file").unwrap();
    let nested = session.open("tmp/dir/nested").unwrap();
    session.rmdir("tmp/dir/nested/").unwrap();
    assert_eq!(session.open_at(nested, 0, "x", CREATE, WRITE, 0), Err(Errno::NoEnt));
    assert_eq!(session.readdir(nested, 999, 0).unwrap().0.len(), 2);
    session.symlink("dir", "tmp/link").unwrap();
    assert_eq!(session.rmdir("tmp/link"), Err(Errno::NotDir));
    session.unlink("tmp/link").unwrap();
    session.rmdir("tmp/dir").unwrap();
}

#[test]
fn moving() {
    let mut session = session();
    session.mkdir("tmp/empty").unwrap();
    session.mkdir("tmp/full").unwrap();
    session.save("tmp/full/x", b"x").unwrap();
    assert_eq!(session.rename("tmp/empty", "tmp/full"), Err(Errno::NotEmpty));
    assert_eq!(session.rename("tmp/empty", "tmp/file"), Err(Errno::NotDir));
    assert_eq!(session.rename("tmp/file", "tmp/empty"), Err(Errno::IsDir));
    assert_eq!(session.rename("tmp/file/", "tmp/new"), Err(Errno::NotDir));
    assert_eq!(session.rename("tmp/file", "tmp/new/"), Err(Errno::NotDir));
    assert_eq!(session.rename("tmp/none", "tmp/new"), Err(Errno::NoEnt));
    assert_eq!(session.rename("tmp/dir", "tmp/dir/nested/dir"), Err(Errno::Inval));
    assert_eq!(session.rename("tmp/dir", "tmp/dir/new"), Err(Errno::Inval));
    assert_eq!(session.rename("tmp/dir/nested", "tmp/dir"), Err(Errno::NotEmpty));
    assert_eq!(session.rename("workspace", "tmp/w"), Err(Errno::Busy));
    assert_eq!(session.rename("tmp/empty", "workspace"), Err(Errno::Busy));
    assert_eq!(session.rename("tmp/dir/..", "tmp/w"), Err(Errno::Busy));
    session.rename("tmp/file", "tmp/file").unwrap();
    session.rename("tmp/dir/", "tmp/empty/").unwrap();
    assert_eq!(session.load("tmp/empty/nested/file").unwrap(), b"found");
    session.rename("tmp/empty/nested", "tmp/moved").unwrap();
    assert_eq!(session.load("tmp/moved/../moved/file").unwrap(), b"found");
    session.rename("tmp/file", "tmp/full/x").unwrap();
    assert_eq!(session.load("tmp/full/x").unwrap(), b"file");
}

#[test]
fn linking() {
    let mut session = session();
    session.link("tmp/file", "tmp/dir/second").unwrap();
    assert_eq!(session.stat("tmp/file", 0), session.stat("tmp/dir/second", 0));
    assert_eq!(session.stat("tmp/file", 0).unwrap().links, 2);
    session.save("tmp/dir/second", b"both").unwrap();
    assert_eq!(session.load("tmp/file").unwrap(), b"both");
    session.rename("tmp/file", "tmp/dir/second").unwrap();
    session.unlink("tmp/file").unwrap();
    assert_eq!(session.load("tmp/dir/second").unwrap(), b"both");
    for to in ["tmp/dir", "tmp/dir/second", "tmp"] {
        assert_eq!(session.link("tmp/dir/second", to), Err(Errno::Exist), "{to}");
    }
    assert_eq!(session.link("tmp/dir", "tmp/x"), Err(Errno::Perm));
    assert_eq!(session.link("tmp/dir/second", "tmp/x/"), Err(Errno::NoEnt));
    session.symlink("nowhere", "tmp/link").unwrap();
    session.link("tmp/link", "tmp/link2").unwrap();
    assert_eq!(session.stat("tmp/link2", 0).unwrap().filetype, 7);
    let (at, len) = session.put(PATH, b"tmp/link");
    let (at2, len2) = session.put(PATH2, b"tmp/y");
    assert_eq!(session.call(|p| p.path_link(3, 1, at, len, 3, at2, len2)), Err(Errno::Inval));
}

#[test]
fn making_symbolic_links_where_something_is() {
    let mut session = session();
    assert_eq!(session.symlink("s", "tmp/target/"), Err(Errno::NoEnt));
    assert_eq!(session.symlink("s", "tmp/dir/"), Err(Errno::Exist));
    assert_eq!(session.symlink("s", "tmp/dir"), Err(Errno::Exist));
    assert_eq!(session.symlink("s", "tmp/file/"), Err(Errno::NotDir));
    assert_eq!(session.symlink("s", "tmp/file"), Err(Errno::Exist));
    assert_eq!(session.mkdir("tmp/dir"), Err(Errno::Exist));
    assert_eq!(session.mkdir("tmp/none/dir"), Err(Errno::NoEnt));
}
