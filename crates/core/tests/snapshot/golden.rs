//! A snapshot that is committed: what was written once can be read, and is written the same today.

use crate::{
    format::{opened, read, restored, take},
    script::{begin, end, session, step},
    support::TestHost,
};
use std::{fs, path::Path};

const GOLDEN: &[u8] = include_bytes!("golden-1.snapshot");

#[test]
fn a_snapshot_of_before_is_read_and_written_the_same() {
    let (guest, session) = restored(read(GOLDEN).expect("it can be read"));
    let world = session.world().unwrap();
    assert_eq!(world.env(), ["NAME=value=with=equals", "OTHER="]);
    assert_eq!(session.used().turns, 1);
    assert_eq!(world.tree(0).unwrap().entries.len(), 9);
    assert_eq!(guest.memory[300_000], 1);
    assert!(take(&guest, &session, None) == GOLDEN, "it is other bytes now");
}

/// Makes it anew, for another version of the format: under another name, beside this one.
#[test]
#[ignore = "writes a file"]
fn write() {
    let mut session = session();
    let mut turn = begin(&mut session, opened(1 << 20), TestHost::default());
    for one in [
        [8, 0, 1, 0],
        [3, 4, 0, 0],
        [1, 5, 9, 88],
        [7, 6, 1, 0],
        [0, 7, 0, 0],
        [14, 4, 3, 90],
        [5, 7, 0, 0],
        [12, 2, 0, 0],
        [23, 0, 9, 0],
        [12, 9, 0, 0],
        [0, 11, 0, 0],
    ] {
        println!("{}", step(&mut turn, one));
    }
    end(&mut session, turn);
    let mut guest = opened(5 << 16);
    (70_000..80_000).for_each(|at| guest.memory[at] = (at / 3) as u8);
    guest.memory[4_096..8_192].fill(0);
    guest.memory[300_000] = 1;
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshot/golden-1.snapshot");
    fs::write(path, take(&guest, &session, None)).unwrap();
}
