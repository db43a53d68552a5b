//! Every case over `wasmer-wasix` instead of our own WASI, as a second opinion: what differs is in
//! `wasix-differences.toml` with its cause. `cargo test -p hognose-tests --features wasix --test wasix`.
#![allow(missing_docs)]

mod known;

use hognose::{Bundle, Outcome, Request, wasix::WasixRunner};
use std::process::ExitCode;

struct Wasix(WasixRunner);

impl hognose_tests::Runner for Wasix {
    fn run(&self, request: Request) -> Result<Outcome, String> {
        self.0.run(request).map_err(|refusal| refusal.to_string())
    }
}

fn main() -> ExitCode {
    let list = ("wasix-differences.toml", include_str!("wasix-differences.toml"));
    known::run(list, || Ok(Wasix(WasixRunner::new(Bundle::load(known::bundle())?)?)))
}
