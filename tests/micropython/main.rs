//! MicroPython's own tests on the native runner, each held to what `results.csv` says of it: see
//! this folder's README. `cargo test -p hognose-tests --test micropython -- FILTER` runs those
//! whose path holds FILTER.
#![allow(missing_docs)]

mod comparison;
mod results;
mod suite;

use comparison::{Expected, judge};
use hognose::{Bundle, Runner};
use libtest_mimic::{Arguments, Failed, FormatSetting, Trial};
use results::{Expectation, Kind, Listed};
use std::{
    env,
    error::Error,
    fs,
    path::Path,
    process::ExitCode,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};
use suite::{Suite, TestFile};

/// How many failures show a diff: one cause often fails many tests.
const DIFFS_SHOWN: usize = 5;
/// Where to write what each test printed, in the place of judging it: for `update`.
const RECORD: &str = "HOGNOSE_MICROPYTHON_RECORD";

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("MicroPython's own tests: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<ExitCode, Box<dyn Error>> {
    let mut arguments = Arguments::from_args();
    // A line for each of 800 tests tells nothing; names are printed of those that fail.
    arguments.format = arguments.format.or(Some(FormatSetting::Terse));
    let bundle = Path::new(env!("CARGO_MANIFEST_DIR")).join("../bundles/lang-python/0.1.0");
    let runner = Runner::new(Bundle::load(bundle)?)?;
    let suite = Arc::new(Suite::find()?);
    let files = suite.files()?;
    let record = env::var_os(RECORD);
    let mut listed = if record.is_some() { Listed::default() } else { Listed::read()? };
    let mut counts = [0; 3];
    let diffs_left = Arc::new(AtomicUsize::new(DIFFS_SHOWN));
    let mut trials = Vec::new();
    for file in files {
        let (runner, suite) = (runner.clone(), Arc::clone(&suite));
        if let Some(record) = &record {
            let into = Path::new(record).join(&file.path);
            trials.push(Trial::test(file.path.clone(), move || {
                let output = suite.run(&runner, &file)?;
                fs::create_dir_all(into.parent().unwrap_or(Path::new(".")))?;
                Ok(fs::write(into, output)?)
            }));
            continue;
        }
        let expectation = listed.take(&file.path).ok_or_else(|| {
            format!("{} is not in results.csv; run tests/micropython/update", file.path)
        })?;
        counts[expectation.kind as usize] += 1;
        let diffs_left = Arc::clone(&diffs_left);
        trials.push(Trial::test(file.path.clone(), move || {
            check(&suite, &runner, &file, &expectation, &diffs_left)
        }));
    }
    if let Some(path) = listed.left() {
        return Err(format!("results.csv lists {path}, which is not there").into());
    }
    let conclusion = libtest_mimic::run(&arguments, trials);
    if record.is_none() && !conclusion.has_failed() {
        let [pass, fail, skip] = counts;
        println!("listed: {pass} pass, {fail} fail for a known reason, {skip} skip themselves");
    }
    Ok(conclusion.exit_code())
}

/// Runs a test and holds it to its expectation.
fn check(
    suite: &Suite,
    runner: &Runner,
    file: &TestFile,
    expectation: &Expectation,
    diffs_left: &AtomicUsize,
) -> Result<(), Failed> {
    let output = suite.run(runner, file)?;
    let expected = Expected::of(suite, file, expectation)?;
    let (kind, reason) = (expectation.kind, &expectation.reason);
    match judge(&expected, &output) {
        result if result == kind => Ok(()),
        _ if kind == Kind::Pass => {
            let show = diffs_left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| {
                left.checked_sub(1)
            });
            let diff = if show.is_ok() { expected.diff(suite, file, &output) } else { String::new() };
            Err(format!("it is listed to pass, and does not\n{diff}").into())
        }
        _ => Err(format!(
            "it is listed to {kind} ({reason}), and no longer does: tests/micropython/update lists it anew"
        )
        .into()),
    }
}
