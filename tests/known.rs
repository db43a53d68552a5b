//! Runs every case over one runner, one line of output for each. A case that is known to fail must
//! fail: one that passes has to leave its list.

use hognose_tests::{Case, Runner, cases, check};
use libtest_mimic::{Arguments, Failed, Trial};
use std::{collections::BTreeMap, error::Error, path::PathBuf, process::ExitCode, sync::Arc};

/// Where the runtime is.
pub fn bundle() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../bundles/lang-python/0.1.0")
}

/// Runs the cases that the command line asks for, and does `also` with each besides. `list` is a
/// file's name and its text: of each case that is known to fail, the cause. Tells whether all went well,
/// and whether those were all cases.
pub fn run<R: Runner + Send + Sync + 'static>(
    (file, list): (&'static str, &str),
    start: impl FnOnce() -> Result<R, Box<dyn Error>>,
    also: impl Fn(&Case, &R) + Send + Sync + 'static,
) -> (ExitCode, bool) {
    let failure = (ExitCode::FAILURE, false);
    let arguments = Arguments::from_args();
    let known: BTreeMap<String, String> = match toml::from_str(list) {
        Ok(known) => known,
        Err(error) => {
            eprintln!("{file}: {error}");
            return failure;
        }
    };
    let cases = cases();
    if let Some(name) = known.keys().find(|name| !cases.iter().any(|case| case.name() == **name)) {
        eprintln!("{file}: there is no case {name:?}");
        return failure;
    }
    let runner = match start() {
        Ok(runner) => Arc::new(runner),
        Err(error) => {
            eprintln!("the runner does not start: {error}");
            eprintln!("(scripts/build-micropython-wasi.sh builds the runtime)");
            return failure;
        }
    };
    let also = Arc::new(also);
    let trials = cases
        .into_iter()
        .map(|case| {
            let runner = Arc::clone(&runner);
            let known = known.get(&case.name()).cloned();
            let also = Arc::clone(&also);
            Trial::test(case.name(), move || {
                also(&case, &runner);
                match (check(&case, &*runner), known) {
                    (Ok(()), Some(cause)) => {
                        Err(format!("passes, so it must leave {file} ({cause})").into())
                    }
                    (Err(_), Some(_)) => Ok(()),
                    (result, None) => result.map_err(Failed::from),
                }
            })
        })
        .collect();
    let conclusion = libtest_mimic::run(&arguments, trials);
    let is_whole = conclusion.num_filtered_out == 0 && conclusion.num_passed > 0;
    (conclusion.exit_code(), is_whole)
}
