//! The world below a WASI that is not core's: the same files, streams and limits by another door.

use crate::support::*;
use hognose_core::{
    contract::{Determinism, Limits, Request},
    guest::{Halt, Stream},
    wasi::{Errno, FileType},
    world::{Foreign, OpenHow},
};

fn foreign(session: &mut Session) -> Foreign<'_> {
    let fuel_left = session.guest.fuel;
    Foreign { world: &mut session.world, host: &mut session.host, fuel_left }
}

const CREATE: OpenHow = OpenHow { create: true, exclusive: false, truncate: false };

#[test]
fn files_are_those_that_the_guest_sees() {
    let mut session = Session::of(Request::code("1").with_file("a/b.txt", "text"));
    let mut world = foreign(&mut session);
    let file = world.open_file("/workspace/a/b.txt", OpenHow::default()).unwrap();
    let mut bytes = [0; 8];
    assert_eq!(world.read_file(&file, 1, &mut bytes), Ok(3));
    assert_eq!(&bytes[..3], b"ext");
    assert_eq!(world.read_file(&file, 4, &mut bytes), Ok(0));
    assert_eq!(world.write_file(&file, 4, b"!!"), Ok(2));
    assert_eq!(world.set_file_size(&file, 5), Ok(()));
    assert_eq!(world.set_file_times(&file, Some(7), None), Ok(()));
    let stat = world.stat_file(&file).unwrap();
    assert_eq!((stat.size, stat.accessed_ns, stat.filetype), (5, 7, FileType::RegularFile));
    world.close_file(file);
    world.create_directory("/workspace/d").unwrap();
    world.create_symlink("a/b.txt", "/workspace/l").unwrap();
    world.link("/workspace/a/b.txt", "/workspace/d/hard").unwrap();
    assert_eq!(world.read_link("/workspace/l").unwrap(), "a/b.txt");
    assert_eq!(world.stat("/workspace/l", true).unwrap().size, 5);
    assert_eq!(world.stat("/workspace/l", false).unwrap().filetype, FileType::SymbolicLink);
    let names = |world: &Foreign<'_>, path| -> Vec<String> {
        world.list(path).unwrap().into_iter().map(|(name, _)| name).collect()
    };
    assert_eq!(names(&world, "/"), ["tmp", "workspace"]);
    assert_eq!(names(&world, "/workspace"), ["a", "d", "l"]);
    world.rename("/workspace/d/hard", "/workspace/a/c.txt").unwrap();
    world.remove_directory("/workspace/d").unwrap();
    world.remove_file("/workspace/l").unwrap();
    assert_eq!(names(&world, "/workspace/a"), ["b.txt", "c.txt"]);
    let changes = session.world.file_changes();
    assert_eq!(changes.changed["a/b.txt"].bytes(), b"text!");
    assert_eq!(changes.created["a/c.txt"].bytes(), b"text!");
}

#[test]
fn an_open_file_outlives_its_name() {
    let mut session = Session::of(Request::code("1").with_file("a", "text"));
    let mut world = foreign(&mut session);
    let file = world.open_file("/workspace/a", OpenHow::default()).unwrap();
    world.rename("/workspace/a", "/tmp/b").unwrap();
    let other = world.open_file("/workspace/a", CREATE).unwrap();
    // By the name that it was opened by, which is another's now, and then by its own.
    world.unlink_file(&file, "/workspace/a").unwrap();
    assert_eq!(world.stat("/tmp/b", true).unwrap_err(), Errno::NoEnt);
    assert!(world.stat("/workspace/a", true).is_ok());
    assert_eq!(world.unlink_file(&file, "/workspace/a"), Err(Errno::NoEnt));
    assert_eq!(world.read_file(&file, 0, &mut [0; 9]), Ok(4));
    assert_eq!(world.world.workspace_use().bytes, 4);
    world.close_file(file);
    assert_eq!(world.world.workspace_use().bytes, 0);
    world.unlink_file(&other, "/workspace/a").unwrap();
    world.close_file(other);
}

#[test]
fn quotas_and_refusals_are_the_same() {
    let limits = Limits::default().with_file_bytes(8).with_workspace_bytes(12);
    let mut session = Session::of(Request::code("1").with_limits(limits));
    let mut world = foreign(&mut session);
    let file = world.open_file("/workspace/a", CREATE).unwrap();
    assert_eq!(world.write_file(&file, 0, b"123456789"), Ok(8));
    assert_eq!(world.write_file(&file, 8, b"9"), Err(Errno::FBig));
    assert_eq!(world.set_file_size(&file, 5_000_000_000), Err(Errno::FBig));
    let second = world.open_file("/workspace/b", CREATE).unwrap();
    assert_eq!(world.write_file(&second, 0, b"123456"), Ok(4));
    assert_eq!(world.set_file_size(&second, 5), Err(Errno::NoSpc));
    let exclusive = OpenHow { exclusive: true, ..CREATE };
    let open = |world: &mut Foreign<'_>, path: &str, how| world.open_file(path, how).unwrap_err();
    assert_eq!(open(&mut world, "/workspace/a", exclusive), Errno::Exist);
    assert_eq!(open(&mut world, "/workspace/none", OpenHow::default()), Errno::NoEnt);
    assert_eq!(open(&mut world, "/workspace/new/", CREATE), Errno::IsDir);
    assert_eq!(open(&mut world, "/workspace", OpenHow::default()), Errno::IsDir);
    assert_eq!(open(&mut world, "/", OpenHow::default()), Errno::IsDir);
    assert_eq!(open(&mut world, "workspace/a", OpenHow::default()), Errno::Inval);
    assert_eq!(open(&mut world, "/../etc/passwd", OpenHow::default()), Errno::Perm);
    assert_eq!(open(&mut world, &format!("/{}", "a/".repeat(9_000)), CREATE), Errno::NameTooLong);
    assert_eq!(world.remove_directory("/workspace"), Err(Errno::Busy));
}

#[test]
fn streams_and_their_ends() {
    let mut session = Session::of(Request::code("1").with_stdin("in"));
    let mut world = foreign(&mut session);
    let mut bytes = [0; 1];
    assert_eq!(world.read_input(&mut []), Ok(0));
    assert_eq!(world.read_input(&mut bytes), Ok(1));
    assert_eq!(world.read_input(&mut bytes), Ok(1));
    assert_eq!(&bytes, b"n");
    assert_eq!(world.read_input(&mut bytes), Ok(0));
    world.write_output(Stream::Stderr, b"err");
    world.flush_output(Stream::Stderr);
    assert_eq!(session.host.output, [(Stream::Stderr, b"err".to_vec())]);
    assert_eq!(session.world.take_stderr().0.bytes(), b"err");
}

#[test]
fn waiting_ends_with_the_time() {
    let limits = Limits::default().with_wall_ms(10);
    let mut session = Session::of(Request::code("1").with_limits(limits.clone()));
    let mut world = foreign(&mut session);
    assert_eq!(world.sleep(4_000_000), Ok(()));
    assert_eq!(world.left_ns(), 6_000_000);
    assert_eq!(world.sleep(u64::MAX), Err(Halt::Timeout));
    assert_eq!(world.check(), Err(Halt::Timeout));
    assert_eq!(session.host.now_ns, 10_000_000);

    let mut session = Session::of(Request::code("1").with_limits(limits.clone()));
    session.host.cancel_at_ns = Some(1);
    assert_eq!(foreign(&mut session).sleep(5_000_000), Err(Halt::Cancelled));

    let determinism = Determinism::default();
    let request = Request::code("1").with_limits(limits).with_determinism(determinism);
    let mut session = Session::of(request);
    let mut world = foreign(&mut session);
    assert_eq!(world.sleep(9_000_000), Ok(()));
    assert_eq!(world.sleep(1_000_001), Err(Halt::Timeout));
    assert_eq!(session.host.waited_ns, 0, "virtual time takes none of the host's");
}
