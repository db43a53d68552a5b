//! What the console blocks of the documentation show is what the command prints.

#![cfg(all(unix, feature = "cli"))]

use std::{env, fs, path::Path};

#[test]
fn console_blocks_are_true() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    // The blocks may use what a reader has at hand, but never touch the checkout.
    let sandbox = tempfile::tempdir().expect("a directory");
    fs::copy(root.join("README.md"), sandbox.path().join("README.md")).expect("copied");
    env::set_current_dir(&sandbox).expect("there");
    let checkout = root.join("bundles/lang-python/0.1.0").display().to_string();
    trycmd::TestCases::new()
        .default_bin_path(env!("CARGO_BIN_EXE_hognose"))
        .env("HOGNOSE_BUNDLE", env::var("HOGNOSE_BUNDLE").unwrap_or(checkout))
        .case(root.join("README.md"))
        .case(root.join("docs/*.md"));
}
