//! Every case on the native runner: one line of output per case, `cargo test -p hognose-tests
//! --test native -- FILTER` runs those whose name holds FILTER.
#![allow(missing_docs)]

mod known;

use hognose::{Bundle, Engine, ModuleCache, Outcome, Request};
use hognose_tests::{Runner as _, twin::Ledger};
use std::{error::Error, path::Path, process::ExitCode, sync::Arc};

struct Native {
    warm: hognose::Runner,
    cold: hognose::Runner,
}

impl Native {
    fn new() -> Result<Self, Box<dyn Error>> {
        let bundle = Bundle::load(known::bundle())?;
        let cache = ModuleCache::user();
        let on = |engine: Engine| hognose::Runner::with_cache(&bundle, &engine, &cache);
        Ok(Self { warm: on(Engine::new())?, cold: on(Engine::new().cold())? })
    }
}

impl hognose_tests::Runner for Native {
    /// A guest that starts with an image makes the same of a request as one that has to open its
    /// interpreter first.
    fn run(&self, request: Request) -> Result<Outcome, String> {
        let run = |runner: &hognose::Runner| {
            runner.run(request.clone()).map_err(|refusal| refusal.to_string())
        };
        let outcome = run(&self.warm);
        if request.determinism.is_some() {
            assert_eq!(run(&self.cold), outcome, "started cold");
        }
        outcome
    }
}

fn main() -> ExitCode {
    let list = ("known-failures.toml", include_str!("known-failures.toml"));
    let start = Native::new;
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
