//! The same programs on CPython and on the runtime: standard output, the last line of standard
//! error and the exit code. What CPython 3.12 gives stands in `expected.json`, which the script
//! `update` writes; programs that the runtime is known to fail stand in `known-failures.csv`.
//! `cargo test -p hognose-tests --test differential -- FILTER` runs those whose path holds FILTER.
#![allow(missing_docs)]

use hognose::{Bundle, Determinism, Limits, Outcome, Request, Runner};
use libtest_mimic::{Arguments, Failed, FormatSetting, Trial};
use serde::Deserialize;
use similar::TextDiff;
use std::{
    collections::BTreeMap, error::Error, fs, path::Path, process::Command, process::ExitCode,
};

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Printed {
    exit: i32,
    stdout: String,
    /// Its last line.
    stderr: String,
}

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("the differential suite: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<ExitCode, Box<dyn Error>> {
    let mut arguments = Arguments::from_args();
    arguments.format = arguments.format.or(Some(FormatSetting::Terse));
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("differential");
    let bundle = Path::new(env!("CARGO_MANIFEST_DIR")).join("../bundles/lang-python/0.1.0");
    let runner = Runner::new(Bundle::load(bundle)?)?;
    let expected: BTreeMap<String, Printed> =
        serde_json::from_str(&fs::read_to_string(here.join("expected.json"))?)?;
    let known = known_failures(&fs::read_to_string(here.join("known-failures.csv"))?)?;
    if let Some(name) = known.keys().find(|name| !expected.contains_key(*name)) {
        return Err(format!("known-failures.csv: there is no program {name}").into());
    }
    let update = here.join("update");
    let mut trials = vec![Trial::test("CPython and what is written of it", move || {
        let done = Command::new("python3").arg(&update).arg("--check").output()?;
        if done.status.success() {
            return Ok(());
        }
        Err(String::from_utf8_lossy(&done.stderr).into_owned().into())
    })];
    for (path, expected) in expected {
        let runner = runner.clone();
        let reason = known.get(&path).cloned();
        let source = fs::read_to_string(here.join("programs").join(format!("{path}.py")))?;
        trials.push(Trial::test(path.clone(), move || {
            match (check(&runner, &path, source, &expected), reason) {
                (Ok(()), Some(reason)) => {
                    Err(format!("passes, so it must leave known-failures.csv ({reason})").into())
                }
                (Err(_), Some(_)) => Ok(()),
                (result, None) => result,
            }
        }));
    }
    Ok(libtest_mimic::run(&arguments, trials).exit_code())
}

/// Columns `program,reason`; the reason may be in quotes, and has none inside.
fn known_failures(text: &str) -> Result<BTreeMap<String, String>, String> {
    let mut known = BTreeMap::new();
    for line in text.lines().skip(1) {
        match line.split_once(',') {
            Some((path, reason)) if !reason.trim_matches('"').is_empty() => {
                known.insert(path.to_owned(), reason.trim_matches('"').to_owned());
            }
            _ => return Err(format!("known-failures.csv: no reason in {line:?}")),
        }
    }
    Ok(known)
}

fn check(runner: &Runner, path: &str, source: String, expected: &Printed) -> Result<(), Failed> {
    let name = format!("{}.py", path.rsplit('/').next().unwrap_or(path));
    let request = Request::script(&name)
        .with_file(&name, source)
        .with_determinism(Determinism::new(1, 1_700_000_000))
        .with_limits(Limits::default().with_fuel(20_000_000_000).with_wall_ms(60_000));
    let printed = of(&runner.run(request)?);
    if printed.exit == expected.exit
        && printed.stdout == expected.stdout
        && printed.stderr == expected.stderr
    {
        return Ok(());
    }
    let diff = TextDiff::from_lines(&expected.stdout, &printed.stdout);
    Err(format!(
        "exit code {}, expected {}; last line of standard error:\n{}\nexpected:\n{}\nstandard output:\n{}",
        printed.exit,
        expected.exit,
        printed.stderr,
        expected.stderr,
        diff.unified_diff().context_radius(1)
    )
    .into())
}

fn of(outcome: &Outcome) -> Printed {
    let stderr = String::from_utf8_lossy(outcome.stderr.bytes()).into_owned();
    Printed {
        exit: outcome.exit_code.map_or(-1, i32::from),
        stdout: String::from_utf8_lossy(outcome.stdout.bytes()).into_owned(),
        stderr: stderr.trim().rsplit('\n').next().unwrap_or("").to_owned(),
    }
}
