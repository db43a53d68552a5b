//! What the console blocks of the documentation show is what the command prints.

#![cfg(all(unix, feature = "cli"))]

use std::{fs, path::Path, process::Command};

#[test]
fn console_blocks_are_true() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut pages = vec![root.join("README.md")];
    let docs = fs::read_dir(root.join("docs")).expect("a folder").flatten();
    pages.extend(
        docs.map(|entry| entry.path()).filter(|path| path.extension() == Some("md".as_ref())),
    );
    // The blocks may use what a reader has at hand, but never touch the checkout.
    let sandbox = tempfile::tempdir().expect("a directory");
    fs::copy(&pages[0], sandbox.path().join("README.md")).expect("copied");
    for page in &pages {
        let text = fs::read_to_string(page).expect("readable");
        let blocks = text.split("```console\n").skip(1).filter_map(|rest| rest.split("```").next());
        for step in blocks.flat_map(|block| block.split("$ hognose ").skip(1)) {
            let (line, shown) = step.split_once('\n').expect("a command and what it prints");
            assert_eq!(run(line, sandbox.path()), shown.trim_end(), "{}: {line}", page.display());
        }
    }
}

/// What `hognose LINE` prints in a shell, both streams; an exit code other than 0 stands first, as
/// `? CODE`.
fn run(line: &str, folder: &Path) -> String {
    let script = format!("hognose() {{ \"$HOGNOSE\" \"$@\"; }}\nexec 2>&1\nhognose {line}");
    let output = Command::new("sh")
        .args(["-c", &script])
        .current_dir(folder)
        .env("HOGNOSE", env!("CARGO_BIN_EXE_hognose"))
        .output()
        .expect("sh starts");
    let code = output.status.code().expect("no signal");
    let code = if code == 0 { String::new() } else { format!("? {code}\n") };
    (code + &String::from_utf8(output.stdout).expect("UTF-8")).trim_end().to_owned()
}
