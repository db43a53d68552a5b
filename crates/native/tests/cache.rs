//! An entry of the module cache that is not whole, not ours or not this module's is never loaded.

#![cfg(unix)]

mod support;

use hognose::{CacheError, Limits, ModuleCache, Runner};
use std::{
    fs,
    os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink},
    path::{Path, PathBuf},
};

/// The exit code of a guest that exits with `code`, compiled with this cache.
fn exit_code(code: u8, cache: &ModuleCache) -> Option<u8> {
    let body = format!(r#"(func (export "_start") (call $exit (i32.const {code})))"#);
    let bundle = support::bundle(&support::module(&body));
    let runner = Runner::with_cache(&bundle, &support::ENGINE, cache).expect("compiles");
    runner.run(support::request(Limits::default())).expect("starts").exit_code
}

fn entries(dir: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<_> =
        fs::read_dir(dir).expect("the directory").map(|it| it.expect("an entry").path()).collect();
    paths.sort();
    paths
}

/// A cache with the entry of `exit_code(1)`.
fn cache() -> (tempfile::TempDir, ModuleCache, PathBuf) {
    let dir = tempfile::tempdir().expect("a directory");
    let cache = ModuleCache::at(dir.path().join("deep/modules"));
    assert_eq!(exit_code(1, &cache), Some(1));
    let [entry] = entries(cache.dir().expect("it is on")).try_into().expect("one entry");
    (dir, cache, entry)
}

#[test]
fn an_entry_is_private_and_used_again() {
    let (_dir, cache, entry) = cache();
    let mode = |path: &Path| fs::metadata(path).expect("it is there").permissions().mode() & 0o777;
    assert_eq!((mode(&entry), mode(cache.dir().expect("on"))), (0o600, 0o700));
    let inode = fs::metadata(&entry).expect("it is there").ino();
    assert_eq!(exit_code(1, &cache), Some(1));
    assert_eq!(fs::metadata(&entry).expect("it is there").ino(), inode, "it was written again");
}

#[test]
fn a_damaged_entry_is_rebuilt() {
    let (_dir, cache, entry) = cache();
    let whole = fs::read(&entry).expect("readable");
    let flipped = |at: usize| {
        let mut bytes = whole.clone();
        bytes[at] ^= 1;
        bytes
    };
    let mut damaged = vec![
        ("empty", vec![]),
        ("only a header", whole[..96].to_vec()),
        ("truncated", whole[..whole.len() / 2].to_vec()),
        ("one byte short", whole[..whole.len() - 1].to_vec()),
        ("one byte long", [&whole[..], &[0]].concat()),
        ("foreign", b"#!/bin/sh\nexit 0\n".repeat(100)),
    ];
    // Magic, hash of the key, hash of the content, flag, padding, artifact.
    let positions = [0, 15, 16, 47, 48, 79, 80, 95, 96, 200, whole.len() / 2, whole.len() - 1];
    damaged.extend(positions.map(|at| ("one bit", flipped(at))));
    for (what, bytes) in damaged {
        fs::write(&entry, &bytes).expect("writable");
        assert_eq!(exit_code(1, &cache), Some(1), "{what}");
        assert_ne!(fs::read(&entry).expect("readable"), bytes, "{what}: not rebuilt");
        let inode = fs::metadata(&entry).expect("there").ino();
        assert_eq!(exit_code(1, &cache), Some(1), "{what}");
        assert_eq!(fs::metadata(&entry).expect("there").ino(), inode, "{what}: rebuilt badly");
    }
}

#[test]
fn an_entry_under_another_modules_name_is_not_loaded() {
    let (_dir, cache, first) = cache();
    assert_eq!(exit_code(2, &cache), Some(2));
    let second = entries(cache.dir().expect("on")).into_iter().find(|it| *it != first);
    fs::copy(&first, second.expect("two entries")).expect("copied");
    assert_eq!(exit_code(2, &cache), Some(2));
}

#[test]
fn what_others_can_write_to_is_not_used() {
    let (_dir, cache, entry) = cache();
    let open = |path: &Path, mode| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("chmod");
    };
    let inode = || fs::metadata(&entry).expect("there").ino();

    let before = inode();
    open(&entry, 0o666);
    assert_eq!(exit_code(1, &cache), Some(1));
    assert_ne!(inode(), before, "the entry was used");

    let before = inode();
    let dir = cache.dir().expect("on");
    open(dir, 0o777);
    assert!(matches!(cache.check(), Err(CacheError::NotPrivate { .. })));
    fs::write(&entry, b"bad").expect("writable");
    assert_eq!(exit_code(1, &cache), Some(1));
    assert_eq!((inode(), fs::read(&entry).expect("there").len()), (before, 3), "it was written");
}

#[test]
fn a_link_is_not_followed() {
    let (dir, cache, entry) = cache();
    let elsewhere = dir.path().join("elsewhere");
    fs::rename(&entry, &elsewhere).expect("moved");
    symlink(&elsewhere, &entry).expect("linked");
    assert_eq!(exit_code(1, &cache), Some(1));
    assert!(fs::symlink_metadata(&entry).expect("there").is_file(), "the link is still there");
}

#[test]
fn a_cache_that_cannot_be_is_none() {
    let file = tempfile::NamedTempFile::new().expect("a file");
    let cache = ModuleCache::at(file.path().join("modules"));
    assert!(matches!(cache.check(), Err(CacheError::Io { .. })));
    assert_eq!(exit_code(1, &cache), Some(1));
}
