//! Snapshots made by hand, with a checksum that is right, of what no session could have become.

use crate::format::{image, read, sealed};
use hognose_core::{bundle::sha256_hex, contract::Limits, session::Session, snapshot::Snapshot};

/// A payload in pieces, each as the description has it.
#[derive(Clone)]
struct Draft {
    limits: Limits,
    env: Vec<u8>,
    determinism: Vec<u8>,
    next_serial: u64,
    /// The entries of each directory, in the order in which those occur.
    directories: Vec<Vec<Vec<u8>>>,
    descriptors: Vec<Vec<u8>>,
    memory: Vec<u8>,
}

const FILE_RIGHTS: u64 = 1 << 1 | 1 << 2 | 1 << 6;
const DIRECTORY_RIGHTS: u64 = 1 << 13 | 1 << 14;

fn numbers(numbers: &[u64]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}

fn number(number: usize) -> [u8; 4] {
    u32::try_from(number).unwrap().to_le_bytes()
}

fn bytes(bytes: impl AsRef<[u8]>) -> Vec<u8> {
    [&number(bytes.as_ref().len())[..], bytes.as_ref()].concat()
}

fn texts(texts: &[&str]) -> Vec<u8> {
    let each: Vec<u8> = texts.iter().flat_map(bytes).collect();
    [&number(texts.len())[..], &each].concat()
}

fn entry(name: impl AsRef<[u8]>, place: u64, kind: u8, what: &[u8]) -> Vec<u8> {
    [&bytes(name)[..], &numbers(&[place]), &[kind], what].concat()
}

fn file(name: &str, place: u64, serial: u64, content: &[u8]) -> Vec<u8> {
    entry(name, place, 0, &[attributes(serial), bytes(content)].concat())
}

fn symlink(name: &str, place: u64, serial: u64, target: &str) -> Vec<u8> {
    entry(name, place, 1, &[attributes(serial), bytes(target)].concat())
}

fn directory(name: &str, place: u64, serial: u64) -> Vec<u8> {
    entry(name, place, 2, &attributes(serial))
}

fn again(name: &str, place: u64, which: usize) -> Vec<u8> {
    entry(name, place, 3, &number(which))
}

fn attributes(serial: u64) -> Vec<u8> {
    numbers(&[serial, 1, 2, 3])
}

fn descriptor(kind: u8, what: &[u8], rights: u64, inheriting: u64, flags: u32) -> Vec<u8> {
    [&[kind], what, &numbers(&[rights, inheriting]), &flags.to_le_bytes()].concat()
}

fn open_file(which: usize, offset: u64) -> Vec<u8> {
    descriptor(4, &[&number(which)[..], &numbers(&[offset])].concat(), FILE_RIGHTS, 0, 0)
}

impl Draft {
    /// `/tmp`, `/workspace/f` and a link to it; nothing open but the standard streams and the root.
    /// Numbered: 0 is the root, 1 `/tmp`, 2 `/workspace`, 3 the file, 4 the link.
    fn good() -> Self {
        Self {
            limits: Limits::default().with_workspace_files(5).with_workspace_bytes(100),
            env: texts(&["A=b"]),
            determinism: vec![0],
            next_serial: 9,
            directories: vec![
                vec![directory("tmp", 3, 2), directory("workspace", 4, 3)],
                vec![],
                vec![file("f", 3, 4, b"text"), symlink("l", 4, 5, "f")],
            ],
            descriptors: vec![
                descriptor(1, &[], 1 << 1, 0, 0),
                descriptor(2, &[], 1 << 6, 0, 0),
                descriptor(3, &[], 1 << 6, 0, 0),
                descriptor(8, &[], DIRECTORY_RIGHTS, FILE_RIGHTS | DIRECTORY_RIGHTS, 0),
            ],
            memory: [&number(2)[..], &number(0), &number(0)].concat(),
        }
    }

    fn payload(&self) -> Vec<u8> {
        let limits = serde_json::to_value(&self.limits).unwrap();
        let limits: Vec<u64> =
            Limits::TABLE.iter().map(|spec| limits[spec.name].as_u64().unwrap()).collect();
        let list = |parts: &[Vec<u8>]| [&number(parts.len())[..], &parts.concat()].concat();
        let directories: Vec<u8> = self.directories.iter().flat_map(|it| list(it)).collect();
        [
            bytes("5".repeat(64)),
            vec![0],
            bytes(sha256_hex(image())),
            numbers(&limits),
            numbers(&[1, 2, 3]),
            self.env.clone(),
            numbers(&[17, 5]),
            vec![1],
            self.determinism.clone(),
            numbers(&[self.next_serial]),
            attributes(1),
            directories,
            list(&self.descriptors),
            self.memory.clone(),
        ]
        .concat()
    }
}

/// A good draft, changed; it is refused for this.
#[track_caller]
fn refused(change: impl FnOnce(&mut Draft), why: &str) {
    let mut draft = Draft::good();
    change(&mut draft);
    let error = read(&sealed(&draft.payload())).expect_err(why);
    assert_eq!(error.to_string(), format!("the snapshot is inconsistent: it {why}"));
}

#[track_caller]
fn accepted(change: impl FnOnce(&mut Draft)) -> Session {
    let mut draft = Draft::good();
    change(&mut draft);
    read(&sealed(&draft.payload())).expect("it can be").into_parts().0
}

#[test]
fn what_the_description_says_can_be_read_and_is_written_again() {
    let session = accepted(|_| {});
    let world = session.world().unwrap();
    assert_eq!(world.tree(0).unwrap().entries.len(), 4);
    assert_eq!((world.workspace_use().files, world.workspace_use().bytes), (2, 5));
    let mut draft = Draft::good();
    draft.determinism = [&[1][..], &numbers(&[1, 2, 3])].concat();
    draft.descriptors.extend([
        vec![0],
        open_file(3, 2),
        descriptor(5, &[attributes(6), bytes("gone"), numbers(&[7])].concat(), FILE_RIGHTS, 0, 5),
        open_file(5, i64::MAX.unsigned_abs()),
        descriptor(6, &number(2), 0, 0, 31),
        descriptor(7, &attributes(7), DIRECTORY_RIGHTS, 0, 0),
        descriptor(6, &number(6), DIRECTORY_RIGHTS, 0, 0),
        descriptor(6, &number(0), DIRECTORY_RIGHTS, 0, 0),
    ]);
    draft.limits.open_files = 12;
    draft.memory = [&number(2)[..], &number(2 << 30 | 1), &[7; 4_096], &number(0)].concat();
    let snapshot = read(&sealed(&draft.payload())).expect("it can be");
    let (session, pages) = snapshot.into_parts();
    let (world, used) = (session.world().unwrap(), session.used());
    assert_eq!((used.open, used.turns, used.fuel, used.wall_us), (true, 1, 2, 3));
    assert_eq!((world.workspace_use().files, world.workspace_use().bytes), (4, 9));
    let mut guest = crate::format::opened(pages.memory_bytes());
    pages.write_to(&mut guest).unwrap();
    assert_eq!((guest.memory[0], guest.memory[4_096]), (0, image()[4_096]));
    assert_eq!((guest.memory[61_439], guest.memory[61_440]), (image()[61_439], 7));
    let origin = crate::format::origin();
    let taken = Snapshot::take(origin, image(), &guest, &session, None);
    assert!(crate::format::payload(&taken.unwrap()) == draft.payload());
}

#[test]
fn a_name_that_cannot_be_is_refused() {
    for name in ["", ".", "..", "a/b", "/", "../tmp", "a\0"] {
        refused(|it| it.directories[1] = vec![file(name, 3, 6, b"")], "has a name that cannot be");
    }
    let not_text = entry([0xff], 3, 0, &[attributes(6), bytes("")].concat());
    refused(|it| it.directories[1] = vec![not_text], "has a text that is not UTF-8");
    let long = "n".repeat(256);
    refused(
        |it| it.directories[1] = vec![file(&long, 3, 6, b"")],
        "has a longer name than its limits.name_bytes",
    );
    // `workspace` itself is not the guest's.
    accepted(|it| it.limits.name_bytes = 1);
}

#[test]
fn entries_out_of_order_are_refused() {
    let why = "has a directory whose entries are out of order";
    for entries in [
        vec![file("a", 3, 6, b""), file("a", 4, 7, b"")],
        vec![file("b", 3, 6, b""), file("a", 4, 7, b"")],
        vec![file("a", 4, 6, b""), file("b", 4, 7, b"")],
        vec![file("a", 2, 6, b"")],
    ] {
        refused(|it| it.directories[1] = entries, why);
    }
}

#[test]
fn a_filesystem_that_is_no_tree_is_refused() {
    for which in [0, 1, 2] {
        let cycle = vec![again("up", 3, which)];
        refused(|it| it.directories[1] = cycle, "has a directory with two names");
    }
    for which in [3, 4, 99] {
        // Its own number, and numbers that come later: `/tmp` is read before the workspace.
        let dangling = vec![again("a", 3, which)];
        refused(|it| it.directories[1] = dangling, "has a name that leads to nothing");
    }
    refused(|it| it.directories[1] = vec![entry("a", 3, 4, &[])], "has an entry of no kind");
    let mut deep: Vec<Vec<Vec<u8>>> = Draft::good().directories;
    deep[2].clear();
    deep[1] = vec![directory("d", 3, 4)];
    deep.push(vec![directory("d", 3, 5)]);
    deep.push(vec![]);
    accepted(|it| (it.directories, it.limits.path_depth) = (deep.clone(), 2));
    refused(
        |it| (it.directories, it.limits.path_depth) = (deep, 1),
        "has a longer path than its limits.path_depth",
    );
}

#[test]
fn the_directories_that_must_be_there_must_be() {
    let why = "has no /workspace or no /tmp";
    refused(|it| it.directories = vec![vec![]], why);
    refused(|it| drop((it.directories.remove(1), it.directories[0].remove(0))), why);
    let is_file = vec![directory("tmp", 3, 2), file("workspace", 4, 3, b"")];
    refused(|it| it.directories = vec![is_file, vec![]], why);
    let is_link = vec![symlink("tmp", 3, 2, "workspace"), directory("workspace", 4, 3)];
    refused(|it| it.directories = vec![is_link, vec![]], why);
}

#[test]
fn a_link_to_what_cannot_be_followed_is_refused() {
    for target in ["", "/etc", "a\0b", &"a".repeat(4_097)] {
        refused(
            |it| it.directories[1] = vec![symlink("a", 3, 6, target)],
            "has a symbolic link to what cannot be followed",
        );
    }
}

#[test]
fn quotas_are_counted_and_not_believed() {
    let why = "has more files or bytes than its limits allow";
    let fill = |bytes: usize| vec![file("big", 3, 6, &vec![1; bytes])];
    accepted(|it| it.directories[1] = fill(95));
    refused(|it| it.directories[1] = fill(96), why);
    // Of the numbers, 4 is the large file now: each of its names counts.
    let twice = |bytes: usize| vec![file("a", 3, 6, &vec![1; bytes]), again("b", 4, 3)];
    accepted(|it| it.directories[1] = twice(47));
    refused(|it| it.directories[1] = twice(48), why);
    let many =
        |count: u64| (0..count).map(|at| file(&at.to_string(), 3 + at, 10 + at, b"")).collect();
    accepted(|it| (it.directories[1], it.next_serial) = (many(3), 99));
    refused(|it| (it.directories[1], it.next_serial) = (many(4), 99), why);
    // What has no name counts as well.
    let gone = |bytes: usize| {
        descriptor(5, &[attributes(6), bytes_of(bytes), numbers(&[0])].concat(), FILE_RIGHTS, 0, 0)
    };
    accepted(|it| it.descriptors.push(gone(95)));
    refused(|it| it.descriptors.push(gone(96)), why);
    let directories = [7, 8, 6].map(|serial| descriptor(7, &attributes(serial), 0, 0, 0));
    accepted(|it| it.descriptors.extend(directories.clone()));
    refused(
        |it| {
            it.limits.workspace_files = 4;
            it.descriptors.extend(directories);
        },
        why,
    );
    refused(|it| it.limits.file_bytes = 3, "has a file that is larger than its limits.file_bytes");
}

fn bytes_of(count: usize) -> Vec<u8> {
    bytes(vec![1; count])
}

#[test]
fn inode_numbers_are_used_once() {
    let why = "has an inode number twice, or one that is not used up yet";
    for serial in [4, 9, u64::MAX] {
        refused(|it| it.directories[1] = vec![file("a", 3, serial, b"")], why);
    }
    refused(|it| it.next_serial = u64::MAX, "has used up its inode numbers");
    accepted(|it| it.next_serial = 1 << 62);
}

#[test]
fn a_descriptor_of_what_is_not_there_is_refused() {
    refused(|it| it.descriptors.push(open_file(5, 0)), "has a descriptor of nothing");
    refused(
        |it| it.descriptors.push(open_file(usize::try_from(u32::MAX).unwrap(), 0)),
        "has a descriptor of nothing",
    );
    let why = "has a descriptor of another kind than what it is of";
    for which in [0, 1, 4] {
        refused(|it| it.descriptors.push(open_file(which, 0)), why);
    }
    for which in [3, 4] {
        refused(|it| it.descriptors.push(descriptor(6, &number(which), 0, 0, 0)), why);
    }
    refused(|it| it.descriptors.push(open_file(3, 1 << 63)), "has an offset that no file can have");
    refused(|it| it.descriptors.push(vec![9; 30]), "has a descriptor of no kind");
    refused(|it| it.descriptors.push(vec![0]), "has a last descriptor that is closed");
    refused(
        |it| {
            it.limits.open_files = 4;
            it.descriptors.push(open_file(3, 0));
        },
        "has more descriptors than its limits.open_files",
    );
}

#[test]
fn a_descriptor_may_do_no_more_than_its_kind() {
    let why = "has a descriptor with rights that its kind has not";
    for descriptor in [
        descriptor(1, &[], 1 << 6, 0, 0),
        descriptor(2, &[], 1 << 1, 0, 0),
        descriptor(3, &[], 1 << 6, 1, 0),
        descriptor(4, &[&number(3)[..], &numbers(&[0])].concat(), 1 << 13, 0, 0),
        descriptor(4, &[&number(3)[..], &numbers(&[0])].concat(), 1 << 1, 1 << 1, 0),
        descriptor(6, &number(1), 1 << 6, 0, 0),
        descriptor(8, &[], 0, 1 << 63, 0),
        descriptor(8, &[], 1 << 19, 0, 0),
    ] {
        refused(|it| it.descriptors[3] = descriptor, why);
    }
    let flags = descriptor(8, &[], 0, 0, 32);
    refused(|it| it.descriptors[3] = flags, "has a descriptor with flags that are none");
}

#[test]
fn what_a_run_cannot_be_given_is_refused() {
    let why = "has an environment variable without a name";
    refused(|it| it.env = texts(&["=b"]), why);
    refused(|it| it.env = texts(&["b"]), why);
    refused(|it| it.env = texts(&["A=\0"]), "has a variable with a NUL in it");
    refused(|it| it.env = texts(&["A=b"; 257]), "has more variables than a run can have");
    let why = "has environment variables out of order";
    refused(|it| it.env = texts(&["A=b", "A=c"]), why);
    refused(|it| it.env = texts(&["B=", "A="]), why);
    // By name, and not by what comes after it.
    accepted(|it| it.env = texts(&["A=b", "A!=a"]));
    let long = format!("A={}", "a".repeat(1 << 20));
    refused(|it| it.env = texts(&[&long]), "has longer variables than a run can have");
    refused(|it| it.determinism = vec![2], "has a yes or no that is neither");
    let why = "has a seed or an epoch that is too large";
    refused(|it| it.determinism = [&[1][..], &numbers(&[1 << 53, 0, 0])].concat(), why);
    refused(|it| it.determinism = [&[1][..], &numbers(&[0, 0, 1 << 33])].concat(), why);
    // Whatever this is, chance only goes on.
    accepted(|it| it.determinism = [&[1][..], &numbers(&[0, u64::MAX, 0])].concat());
}

#[test]
fn a_limit_out_of_its_range_is_refused() {
    let mut draft = Draft::good();
    draft.limits.open_files = 3;
    let error = read(&sealed(&draft.payload())).unwrap_err().to_string();
    assert_eq!(error, "the snapshot's limits.open_files: 3 is not within 4 to 1024");
}

#[test]
fn a_memory_that_cannot_be_is_refused() {
    let memory = |pages: usize, rest: &[u8]| [&number(pages)[..], rest].concat();
    for (memory, why) in [
        (memory(1, &number(0)), "has less memory than the image"),
        (memory(1_025, &[0; 4_100]), "has more memory than its limits.memory_bytes"),
        (memory(u32::MAX as usize, &[]), "has more memory than its limits.memory_bytes"),
        (memory(2, &number(0)), "ends too early"),
        (memory(2, &[&number(3)[..], &number(0)].concat()), "has a page of no kind"),
        (memory(2, &[&number(2)[..], &[1; 4_095]].concat()), "ends too early"),
        (memory(2, &[&number(2)[..], &[0; 4_100]].concat()), "stores a page of zeros"),
        (
            memory(2, &[&number(0)[..], &number(0), &[1; 4_096]].concat()),
            "has bytes behind its end",
        ),
    ] {
        refused(|it| it.memory = memory, why);
    }
    accepted(|it| it.memory = memory(1_024, &[0; 4_096]));
}
