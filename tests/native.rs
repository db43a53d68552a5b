//! Every case on the native runner: one line of output per case, `cargo test -p hognose-tests
//! --test native -- FILTER` runs those whose name holds FILTER.
#![allow(missing_docs)]

use hognose::{Bundle, Outcome, Request};
use hognose_tests::{cases, check};
use libtest_mimic::{Arguments, Failed, Trial};
use std::{collections::BTreeMap, path::Path, process::ExitCode, sync::Arc};

struct Native(hognose::Runner);

impl hognose_tests::Runner for Native {
    fn run(&self, request: Request) -> Result<Outcome, String> {
        self.0.run(request).map_err(|refusal| refusal.to_string())
    }
}

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let runner = match start() {
        Ok(runner) => Arc::new(Native(runner)),
        Err(error) => {
            eprintln!("the native runner does not start: {error}");
            eprintln!("(scripts/build-micropython-wasi.sh builds the runtime)");
            return ExitCode::FAILURE;
        }
    };
    let known: BTreeMap<String, String> = match toml::from_str(include_str!("known-failures.toml"))
    {
        Ok(known) => known,
        Err(error) => {
            eprintln!("known-failures.toml: {error}");
            return ExitCode::FAILURE;
        }
    };
    let cases = cases();
    if let Some(name) = known.keys().find(|name| !cases.iter().any(|case| case.name() == **name)) {
        eprintln!("known-failures.toml: there is no case {name:?}");
        return ExitCode::FAILURE;
    }
    let trials = cases
        .into_iter()
        .map(|case| {
            let runner = Arc::clone(&runner);
            let known = known.get(&case.name()).cloned();
            Trial::test(case.name(), move || match (check(&case, &*runner), known) {
                (Ok(()), Some(cause)) => {
                    Err(format!("passes, so it must leave known-failures.toml ({cause})").into())
                }
                (Err(_), Some(_)) => Ok(()),
                (result, None) => result.map_err(Failed::from),
            })
        })
        .collect();
    libtest_mimic::run(&arguments, trials).exit_code()
}

fn start() -> Result<hognose::Runner, Box<dyn std::error::Error>> {
    let bundle = Path::new(env!("CARGO_MANIFEST_DIR")).join("../bundles/lang-python/0.1.0");
    Ok(hognose::Runner::new(Bundle::load(bundle)?)?)
}
