//! The sessions of this folder on the native runner: in one go, restored from a snapshot after each
//! turn, forked after each turn, and on an engine that starts cold. All must come to the same.
#![allow(missing_docs)]

use hognose::{Bundle, Engine, ModuleCache, Outcome, RestoreOptions, RunError, Runner, Session};
use hognose_tests::sessions::{self, Program};
use libtest_mimic::{Arguments, Failed, Trial};
use std::{error::Error, path::PathBuf, process::ExitCode, sync::Arc};

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("sessions: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<ExitCode, Box<dyn Error>> {
    let arguments = Arguments::from_args();
    let bundle = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../bundles/lang-python/0.1.0");
    let bundle = Bundle::load(bundle)?;
    let runner = |engine| Runner::with_cache(&bundle, &engine, &ModuleCache::user());
    let warm = Arc::new(runner(Engine::new())?);
    let cold = Arc::new(runner(Engine::new().cold())?);
    let trials = sessions::all()?.into_iter().map(|program| {
        let (warm, cold) = (Arc::clone(&warm), Arc::clone(&cold));
        Trial::test(program.name, move || check(&program, &warm, &cold))
    });
    Ok(libtest_mimic::run(&arguments, trials.collect()).exit_code())
}

type Between = fn(&Runner, Session) -> Result<Session, RunError>;

/// What may be done to a session between two turns.
const WAYS: &[(&str, Between)] = &[
    ("restored after each turn", |runner, session| {
        runner.restore(&session.snapshot(None)?, &RestoreOptions::new())
    }),
    ("forked after each turn", |_, session| session.fork()),
];

fn check(program: &Program, warm: &Runner, cold: &Runner) -> Result<(), Failed> {
    let whole = go(program, warm, |_, session| Ok(session))?;
    program.check(&whole)?;
    for (way, between) in WAYS {
        same(way, &whole, &go(program, warm, between)?)?;
    }
    same("started cold", &whole, &go(program, cold, |_, session| Ok(session))?)
}

fn go(
    program: &Program,
    runner: &Runner,
    between: impl Fn(&Runner, Session) -> Result<Session, RunError>,
) -> Result<Vec<Outcome>, RunError> {
    let mut session = runner.open(program.options.clone())?;
    let mut outcomes = Vec::new();
    for turn in &program.turns {
        session = between(runner, session)?;
        outcomes.push(session.run(turn.turn.clone())?);
    }
    Ok(outcomes)
}

/// Byte for byte, as JSON: fuel and memory included.
fn same(way: &str, whole: &[Outcome], here: &[Outcome]) -> Result<(), Failed> {
    for (number, (whole, here)) in (1..).zip(whole.iter().zip(here)) {
        let (whole, here) = (serde_json::to_string(whole)?, serde_json::to_string(here)?);
        if whole != here {
            return Err(format!("{way}, turn {number}:\n- {whole}\n+ {here}").into());
        }
    }
    Ok(())
}
