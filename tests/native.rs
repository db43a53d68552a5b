//! Every case on the native runner: one line of output per case, `cargo test -p hognose-tests
//! --test native -- FILTER` runs those whose name holds FILTER.
#![allow(missing_docs)]

mod known;

use hognose::{Bundle, Outcome, Request};
use hognose_tests::{Runner as _, twin::Ledger};
use std::{path::Path, process::ExitCode, sync::Arc};

struct Native(hognose::Runner);

impl hognose_tests::Runner for Native {
    fn run(&self, request: Request) -> Result<Outcome, String> {
        self.0.run(request).map_err(|refusal| refusal.to_string())
    }
}

fn main() -> ExitCode {
    let list = ("known-failures.toml", include_str!("known-failures.toml"));
    let start = || Ok(Native(hognose::Runner::new(Bundle::load(known::bundle())?)?));
    let ledger = Arc::new(Ledger::default());
    let entries = Arc::clone(&ledger);
    let (code, is_whole) = known::run(list, start, move |case, runner: &Native| {
        if let Some(request) = case.twin_request() {
            entries.enter(case.name(), &runner.run(request));
        }
    });
    // For the web runner's tests, which are compiled with it.
    if let (true, Some(path)) = (is_whole, std::env::var_os("HOGNOSE_TWIN"))
        && let Err(error) = write(Path::new(&path), &ledger.to_json())
    {
        eprintln!("{}: {error}", Path::new(&path).display());
        return ExitCode::FAILURE;
    }
    code
}

/// Only where it changes something, so that nothing is compiled again for nothing.
fn write(path: &Path, text: &str) -> std::io::Result<()> {
    if std::fs::read_to_string(path).is_ok_and(|old| old == text) {
        return Ok(());
    }
    std::fs::create_dir_all(path.parent().unwrap_or(path))?;
    std::fs::write(path, text)
}
