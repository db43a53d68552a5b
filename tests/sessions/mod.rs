//! Sessions as data, one file each: see this folder's README. What runs them is not here.

use hognose_core::contract::{Determinism, Outcome, SessionOptions, Turn};
use serde_json::{Map, Value, json};
use std::fmt::Write as _;

/// A program in turns.
#[derive(Clone, Debug)]
pub struct Program {
    /// The file's name, without `.py`.
    pub name: &'static str,
    /// What its session is opened with.
    pub options: SessionOptions,
    /// Its turns.
    pub turns: Vec<ProgramTurn>,
}

/// A turn, and what is to come of it.
#[derive(Clone, Debug)]
pub struct ProgramTurn {
    /// The turn.
    pub turn: Turn,
    /// The same as JSON.
    pub json: String,
    told: Told,
}

/// What comes of a turn, as its file says it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Told {
    result: Option<String>,
    stdout: String,
    error: Option<String>,
}

/// All programs, in the order of their names.
pub fn all() -> Result<Vec<Program>, String> {
    let files: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/sessions.rs"));
    let programs = files.iter().map(|(name, text)| {
        Program::read(name, text).map_err(|why| format!("sessions/{name}.py: {why}"))
    });
    programs.collect()
}

impl Program {
    /// Reads a file.
    fn read(name: &'static str, text: &str) -> Result<Self, String> {
        let (mut options, mut turns) = (None, Vec::new());
        for part in text.split("# --- ").skip(1) {
            let (head, code) = part.split_once('\n').ok_or("a part has no end")?;
            let (kind, fields) = head.split_once(' ').unwrap_or((head, "{}"));
            let fields: Map<String, Value> =
                serde_json::from_str(fields).map_err(|error| format!("{head}: {error}"))?;
            match kind {
                "session" if options.is_none() && turns.is_empty() => {
                    options = Some(serde_json::from_value(fields.into()).map_err(words)?);
                }
                "turn" => turns.push(ProgramTurn::read(fields, code)?),
                _ => return Err(format!("{head}: is neither the session nor a turn")),
            }
        }
        let mut options: SessionOptions = options.unwrap_or_default();
        options.determinism.get_or_insert(Determinism::new(7, 1_700_000_000));
        Ok(Self { name, options, turns })
    }

    /// It as JSON, for a driver in another language.
    pub fn to_json(&self) -> Value {
        let turns: Vec<_> = self.turns.iter().map(|it| &it.json).collect();
        // What a session is opened with has a form in JSON.
        let options = serde_json::to_string(&self.options).unwrap_or_default();
        json!({ "name": self.name, "options": options, "turns": turns })
    }

    /// Holds what came of all turns against what the file says.
    ///
    /// # Errors
    /// Says what is different.
    pub fn check(&self, outcomes: &[Outcome]) -> Result<(), String> {
        if outcomes.len() != self.turns.len() {
            return Err(format!("{} turns were run of {}", outcomes.len(), self.turns.len()));
        }
        let mut faults = String::new();
        for (number, (turn, outcome)) in (1..).zip(self.turns.iter().zip(outcomes)) {
            let here = Told::of(outcome);
            if here != turn.told {
                let _ = write!(faults, "\nturn {number}:\n- {:?}\n+ {here:?}", turn.told);
            }
            if !outcome.receipt.session.is_some_and(|used| used.open && used.turns == number) {
                let _ = write!(faults, "\nturn {number}: {:?}", outcome.receipt.session);
            }
        }
        if faults.is_empty() { Ok(()) } else { Err(faults) }
    }
}

impl ProgramTurn {
    fn read(mut fields: Map<String, Value>, code: &str) -> Result<Self, String> {
        if !fields.contains_key("script") && !fields.contains_key("module") {
            fields.insert("code".to_owned(), code.into());
        }
        let json = Value::Object(fields).to_string();
        let turn = Turn::from_json(json.as_bytes()).map_err(words)?;
        let mut told = Told::default();
        for line in code.lines() {
            if let Some(repr) = line.strip_prefix("#= ") {
                told.result = Some(repr.to_owned());
            } else if let Some(printed) = line.strip_prefix("#>") {
                told.stdout += printed.strip_prefix(' ').unwrap_or(printed);
                told.stdout.push('\n');
            } else if let Some(error) = line.strip_prefix("#! ") {
                told.error = Some(error.to_owned());
            }
        }
        Ok(Self { turn, json, told })
    }
}

impl Told {
    fn of(outcome: &Outcome) -> Self {
        Self {
            result: outcome.result.as_ref().map(|result| result.repr.clone()),
            stdout: outcome.stdout.text().into_owned(),
            error: outcome.error.as_ref().map(|it| format!("{}: {}", it.kind, it.message)),
        }
    }
}

fn words(error: impl std::fmt::Display) -> String {
    error.to_string()
}
