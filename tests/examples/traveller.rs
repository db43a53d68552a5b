//! The native half of a session that travels between the twins (`tests/browser/travel.test.mjs`).
//! Each line of standard input is one request in JSON, each line of output its answer:
//! `"programs"` lists those of `tests/sessions`; `{options | snapshot, turns}` opens a session, or
//! restores one, and runs turns in it: `{outcomes, snapshot}`.
#![allow(missing_docs)]

use hognose::{Bundle, Content, RestoreOptions, Runner, SessionOptions, Turn};
use hognose_tests::sessions::{self, Program};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::{
    error::Error,
    io::{self, Write as _},
};

#[derive(Deserialize)]
struct Leg {
    options: Option<SessionOptions>,
    snapshot: Option<Content>,
    turns: Vec<Turn>,
}

#[derive(Serialize)]
struct Answer {
    /// Each as JSON, to be compared byte for byte.
    outcomes: Vec<String>,
    snapshot: Content,
}

fn main() -> Result<(), Box<dyn Error>> {
    let bundle = std::env::var("HOGNOSE_BUNDLE")?;
    let runner = Runner::new(Bundle::load(bundle)?)?;
    let mut out = io::stdout();
    for line in io::stdin().lines() {
        let answer = match serde_json::from_str(&line?)? {
            Value::String(_) => {
                sessions::all()?.iter().map(Program::to_json).collect::<Vec<_>>().into()
            }
            leg => serde_json::to_value(travel(&runner, serde_json::from_value(leg)?)?)?,
        };
        writeln!(out, "{answer}")?;
        out.flush()?;
    }
    Ok(())
}

fn travel(runner: &Runner, leg: Leg) -> Result<Answer, Box<dyn Error>> {
    let mut session = match leg.snapshot {
        Some(snapshot) => runner.restore(snapshot.bytes(), &RestoreOptions::new())?,
        None => runner.open(leg.options.unwrap_or_default())?,
    };
    let mut outcomes = Vec::new();
    for turn in leg.turns {
        outcomes.push(serde_json::to_string(&session.run(turn)?)?);
    }
    let snapshot = session.snapshot(None)?.into();
    Ok(Answer { outcomes, snapshot })
}
