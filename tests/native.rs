//! Every case on the native runner: one line of output per case, `cargo test -p hognose-tests
//! --test native -- FILTER` runs those whose name holds FILTER.
#![allow(missing_docs)]

use hognose::{Bundle, Outcome, Request};
use hognose_tests::{Runner as _, cases, check, twin::Ledger};
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
    let ledger = Arc::new(Ledger::default());
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
            let ledger = Arc::clone(&ledger);
            Trial::test(case.name(), move || {
                if let Some(request) = case.twin_request() {
                    ledger.enter(case.name(), &runner.run(request));
                }
                match (check(&case, &*runner), known) {
                    (Ok(()), Some(cause)) => {
                        let cause = format!("it must leave known-failures.toml ({cause})");
                        Err(format!("passes, so {cause}").into())
                    }
                    (Err(_), Some(_)) => Ok(()),
                    (result, None) => result.map_err(Failed::from),
                }
            })
        })
        .collect();
    let conclusion = libtest_mimic::run(&arguments, trials);
    // For the web runner's tests, which are compiled with it.
    let is_whole = conclusion.num_filtered_out == 0 && conclusion.num_passed > 0;
    if let (true, Some(path)) = (is_whole, std::env::var_os("HOGNOSE_TWIN"))
        && let Err(error) = write(Path::new(&path), &ledger.to_json())
    {
        eprintln!("{}: {error}", Path::new(&path).display());
        return ExitCode::FAILURE;
    }
    conclusion.exit_code()
}

/// Only where it changes something, so that nothing is compiled again for nothing.
fn write(path: &Path, text: &str) -> std::io::Result<()> {
    if std::fs::read_to_string(path).is_ok_and(|old| old == text) {
        return Ok(());
    }
    std::fs::create_dir_all(path.parent().unwrap_or(path))?;
    std::fs::write(path, text)
}

fn start() -> Result<hognose::Runner, Box<dyn std::error::Error>> {
    let bundle = Path::new(env!("CARGO_MANIFEST_DIR")).join("../bundles/lang-python/0.1.0");
    Ok(hognose::Runner::new(Bundle::load(bundle)?)?)
}
