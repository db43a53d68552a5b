//! What the console blocks of the documentation show is what the command prints.

#![cfg(all(unix, feature = "cli"))]

use std::{env, fs, path::Path, process::Command};

#[test]
fn console_blocks_are_true() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let readme = fs::read_to_string(root.join("README.md")).expect("readable");
    // The blocks may use what a reader has at hand, but never touch the checkout.
    let sandbox = tempfile::tempdir().expect("a directory");
    fs::write(sandbox.path().join("README.md"), &readme).expect("written");
    let checkout = root.join("bundles/lang-python/0.1.0").into_os_string();
    let bundle = env::var_os("HOGNOSE_BUNDLE").unwrap_or(checkout);

    let blocks = readme.split("```console\n").skip(1).filter_map(|rest| rest.split("```\n").next());
    let steps: Vec<_> = blocks.flat_map(|block| block.strip_prefix("$ ")).collect();
    assert!(!steps.is_empty());
    for step in steps.iter().flat_map(|block| block.split("\n$ ")) {
        let (line, shown) = step.split_once('\n').expect("a command and what it prints");
        let script = format!("hognose() {{ \"$HOGNOSE\" \"$@\"; }}\nexec 2>&1\n{line}");
        let output = Command::new("sh")
            .args(["-c", &script])
            .current_dir(&sandbox)
            .env("HOGNOSE", env!("CARGO_BIN_EXE_hognose"))
            .env("HOGNOSE_BUNDLE", &bundle)
            .output()
            .expect("sh starts");
        // A code other than 0 stands first, as `? CODE`.
        let code = output.status.code().expect("no signal");
        let code = if code == 0 { String::new() } else { format!("? {code}\n") };
        let printed = code + &String::from_utf8(output.stdout).expect("UTF-8");
        assert_eq!(printed.trim_end(), shown.trim_end(), "{line}");
    }
}
