//! A snapshot that is committed: what was written once can be read, and is written the same today.

use crate::{
    format::{opened, read, restored, take},
    script::{step, world},
    support::Session,
};
use std::{fs, path::Path};

const GOLDEN: &[u8] = include_bytes!("golden-1.snapshot");

#[test]
fn a_snapshot_of_before_is_read_and_written_the_same() {
    let (guest, world) = restored(read(GOLDEN).expect("it can be read"));
    assert_eq!(world.args(), ["python", "-c", "print(6 * 7)", "one", "two"]);
    assert_eq!(world.tree(0).unwrap().entries.len(), 9);
    assert_eq!(guest.memory[300_000], 1);
    assert!(take(&guest, &world, None) == GOLDEN, "it is other bytes now");
}

/// Makes it anew, for another version of the format: under another name, beside this one.
#[test]
#[ignore = "writes a file"]
fn write() {
    let mut session = Session::new(world());
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
        println!("{}", step(&mut session, one));
    }
    session.world.end(session.guest.fuel, &mut session.host);
    let mut guest = opened(5 << 16);
    (70_000..80_000).for_each(|at| guest.memory[at] = (at / 3) as u8);
    guest.memory[4_096..8_192].fill(0);
    guest.memory[300_000] = 1;
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshot/golden-1.snapshot");
    fs::write(path, take(&guest, &session.world, None)).unwrap();
}
