//! Every case on the native runner: one line of output per case, `cargo test -p hognose-tests
//! --test native -- FILTER` runs those whose name holds FILTER.
#![allow(missing_docs)]

mod known;

use hognose::{Bundle, Outcome, Request};
use std::process::ExitCode;

struct Native(hognose::Runner);

impl hognose_tests::Runner for Native {
    fn run(&self, request: Request) -> Result<Outcome, String> {
        self.0.run(request).map_err(|refusal| refusal.to_string())
    }
}

fn main() -> ExitCode {
    let list = ("known-failures.toml", include_str!("known-failures.toml"));
    known::run(list, || Ok(Native(hognose::Runner::new(Bundle::load(known::bundle())?)?)))
}
