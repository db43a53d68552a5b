//! The world of a foreign command.

use crate::support::*;
use hognose_core::{
    contract::{FileChanges, Limits},
    wasi::Errno,
    workspace::{Tree, TreeEntry, TreeError},
    world::{CommandWorld, World},
};

#[test]
fn every_preopened_directory_is_a_world_of_its_own() {
    let data = Tree::new()
        .with_file("a/b", "text")
        .with_directory("empty")
        .with_symlink("link", "a/b")
        .with_symlink("out", "/etc/passwd")
        .with_symlink("void", "");
    let world = World::for_command(CommandWorld {
        args: vec!["program".into()],
        preopens: vec![("data".into(), data.clone()), ("/out".into(), Tree::new())],
        limits: Limits::default(),
        ..CommandWorld::default()
    });
    let mut session = Session::new(world.unwrap());
    session.call(|p| p.fd_prestat_dir_name(4, OUT, 4)).unwrap();
    assert_eq!(session.get(OUT, 4), b"/out");
    assert_eq!(session.load("link").unwrap(), b"text");
    assert_eq!(session.open("out"), Err(Errno::Perm));
    assert_eq!(session.open("void"), Err(Errno::NoEnt));
    assert_eq!(session.world.tree(0).unwrap(), data.clone().with_directory("a"));
    let (at, len) = session.put(PATH, b"a/b");
    let (at2, len2) = session.put(PATH2, b"moved");
    session.call(|p| p.path_rename(3, at, len, 4, at2, len2)).unwrap();
    let out = session.world.tree(1).unwrap();
    assert_eq!(out.entries["moved"], TreeEntry::File("text".into()));
    assert_eq!(session.world.tree(2), None);
    assert_eq!(session.world.file_changes(), FileChanges::default());
}

#[test]
fn without_directories_there_are_none() {
    let mut session = Session::new(World::for_command(CommandWorld::default()).unwrap());
    assert_eq!(session.call(|p| p.fd_prestat_get(3, OUT)), Err(Errno::BadF));
    assert_eq!(session.create("x"), Err(Errno::BadF));
}

#[test]
fn a_tree_that_cannot_be_is_refused() {
    for path in ["", "/a", "a//b", "a/../b", ".", "a/", "a\0"] {
        let preopens = vec![("d".into(), Tree::new().with_file(path, ""))];
        let refused = World::for_command(CommandWorld { preopens, ..CommandWorld::default() });
        assert!(matches!(refused, Err(TreeError::Path { .. })), "{path:?}");
    }
    let preopens = vec![("d".into(), Tree::new().with_file("a", "").with_file("a/b", ""))];
    let refused = World::for_command(CommandWorld { preopens, ..CommandWorld::default() });
    assert_eq!(
        refused.unwrap_err().to_string(),
        "\"a/b\": one of its directories is listed as something else"
    );
}
