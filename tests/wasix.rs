//! Every case over `wasmer-wasix` instead of our own WASI, as a second opinion: what differs is in
//! `wasix-differences.toml` with its cause. `cargo test -p hognose-tests --features wasix --test wasix`.
#![allow(missing_docs)]

mod known;

use hognose::{Bundle, Outcome, Request, Runner, wasix::WasixRunner};
use std::process::ExitCode;

/// Runs over both, and tells of the one that is not ours.
struct Both {
    ours: Runner,
    theirs: WasixRunner,
}

impl hognose_tests::Runner for Both {
    fn run(&self, request: Request) -> Result<Outcome, String> {
        let ours = |request| self.ours.run(request).map_err(|refusal| refusal.to_string());
        let theirs = self.theirs.run(request.clone()).map_err(|refusal| refusal.to_string())?;
        let first = ours(request.clone())?;
        // Where a run is stopped depends on its fuel, which is not the same: there is a second
        // directory that is open from the start.
        let is_stopped = first.exit_code.is_none() || theirs.exit_code.is_none();
        let found = differing(&first, &theirs);
        if is_stopped || found.is_empty() {
            return Ok(theirs);
        }
        // A program that comes to something else each time tells nothing.
        if !differing(&first, &ours(request)?).is_empty() {
            return Ok(theirs);
        }
        Err(format!("over our own WASI it has another {}", found.join(", ")))
    }
}

/// In what two outcomes differ, but for their fuel and their time.
fn differing(ours: &Outcome, theirs: &Outcome) -> Vec<&'static str> {
    let differs = [
        ("status", ours.status != theirs.status),
        ("exit code", ours.exit_code != theirs.exit_code),
        ("stdout", ours.stdout != theirs.stdout),
        ("stderr", ours.stderr != theirs.stderr),
        ("error", ours.error != theirs.error),
        ("set of files", ours.files != theirs.files),
        ("use of streams", ours.receipt.stdout != theirs.receipt.stdout),
        ("use of the workspace", ours.receipt.workspace != theirs.receipt.workspace),
        ("peak of memory", ours.receipt.peak_memory_bytes != theirs.receipt.peak_memory_bytes),
    ];
    differs.into_iter().filter_map(|(what, differs)| differs.then_some(what)).collect()
}

fn main() -> ExitCode {
    let list = ("wasix-differences.toml", include_str!("wasix-differences.toml"));
    let start = || {
        let bundle = Bundle::load(known::bundle())?;
        Ok(Both { ours: Runner::new(bundle.clone())?, theirs: WasixRunner::new(bundle)? })
    };
    known::run(list, start, |_, _| ()).0
}
