//! Cases and the files that they are read from.

use super::{expectation::Expectation, repeat};
use hognose_core::contract::Request;
use serde::Deserialize;
use std::collections::BTreeSet;

/// One request and what is to become of it.
#[derive(Clone, Debug)]
pub struct Case {
    topic: &'static str,
    name: String,
    /// The request, or why its JSON is none.
    pub(super) request: Result<Request, String>,
    pub(super) verdict: Verdict,
}

/// What is to become of a request.
#[derive(Clone, Debug)]
pub(super) enum Verdict {
    /// It is refused with this text.
    Rejected(String),
    /// It is run and ends like this.
    Ends(Box<Expectation>),
}

impl Case {
    /// `topic/name`: unique, and what a filter on the command line is held against.
    pub fn name(&self) -> String {
        format!("{}/{}", self.topic, self.name)
    }

    /// Its request for the [twin test](crate::twin), where it is one.
    pub fn twin_request(&self) -> Option<Request> {
        self.request.as_ref().ok().map(crate::twin::request)
    }

    /// Reads the cases of one file. The error names the case that is wrong.
    pub fn read(topic: &'static str, text: &str) -> Result<Vec<Self>, String> {
        let mut table: toml::Value = toml::from_str(text).map_err(|error| error.to_string())?;
        repeat::expand(&mut table)?;
        let file: CaseFile = table.try_into().map_err(|error| error.to_string())?;
        let mut names = BTreeSet::new();
        file.case
            .into_iter()
            .map(|entry| {
                let name = entry.name.clone();
                if !names.insert(name.clone()) {
                    return Err(format!("case {name:?}: there is another of this name"));
                }
                Self::from_entry(topic, entry).map_err(|why| format!("case {name:?}: {why}"))
            })
            .collect()
    }

    fn from_entry(topic: &'static str, entry: Entry) -> Result<Self, String> {
        // Through the contract's own door, so that a request that is no request is refused there.
        let json = serde_json::to_vec(&entry.request).map_err(|error| error.to_string())?;
        let request = Request::from_json(&json).map_err(|error| error.to_string());
        let verdict = match (entry.expect, entry.rejected) {
            (Some(expect), None) => Verdict::Ends(Box::new(
                expect.try_into().map_err(|error| format!("expect: {error}"))?,
            )),
            (None, Some(refusal)) => Verdict::Rejected(refusal),
            (None, None) => return Err("neither expect nor rejected is given".into()),
            (Some(_), Some(_)) => return Err("both expect and rejected are given".into()),
        };
        match (&verdict, &request) {
            (Verdict::Ends(_), Err(refusal)) => Err(refusal.clone()),
            _ => Ok(Self { topic, name: entry.name, request, verdict }),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CaseFile {
    case: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    name: String,
    request: toml::Value,
    expect: Option<toml::Value>,
    rejected: Option<String>,
}

/// The files of `cases/`, embedded.
macro_rules! topics {
    ($($topic:literal)*) => {
        &[$(($topic, include_str!(concat!("../cases/", $topic, ".toml")))),*]
    };
}

const TOPICS: &[(&str, &str)] = topics! {
    "request" "limits" "exit" "errors" "files" "streams" "unicode" "output" "quotas" "nesting" "memory"
    "runaways" "determinism" "sandbox" "collections" "stdlib" "programs"
    "numbers" "text" "classes" "functions" "exceptions" "syntax" "builtins" "re"
};

/// All cases, in the order of the files.
///
/// # Panics
///
/// Where a case file is wrong; the text names the file and the case.
pub fn cases() -> Vec<Case> {
    TOPICS
        .iter()
        .flat_map(|(topic, text)| {
            Case::read(topic, text).unwrap_or_else(|why| panic!("cases/{topic}.toml: {why}"))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    fn refusal(text: &str) -> String {
        Case::read("topic", text).expect_err("a case file that is wrong")
    }

    #[test]
    fn every_file_is_embedded() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
        let files = std::fs::read_dir(folder).expect("the cases").flatten();
        let files: BTreeSet<_> = files.map(|file| file.file_name()).collect();
        let topics = TOPICS.iter().map(|(topic, _)| format!("{topic}.toml").into()).collect();
        assert_eq!(files, topics);
    }

    #[test]
    fn a_file_that_is_wrong_is_refused() {
        let head = "[[case]]\nname = \"n\"\nrequest.code = \"1\"\n";
        for (text, why) in [
            (String::new(), "missing field `case`"),
            (head.to_owned(), "case \"n\": neither expect nor rejected is given"),
            (format!("{head}expect = {{}}"), "missing field `status`"),
            (format!("{head}expect.status = \"well\""), "unknown variant `well`"),
            (
                format!("{head}expect = {{ status = \"ok\", stdouts = \"\" }}"),
                "unknown field `stdouts`",
            ),
            (format!("{head}expects.status = \"ok\""), "unknown field `expects`"),
            (format!("{head}rejected = \"x\"\nexpect.status = \"ok\""), "both expect and rejected"),
            (
                format!("{head}request.cod = \"1\"\nexpect.status = \"ok\""),
                "case \"n\": request: unknown field `cod`",
            ),
            (
                format!("{head}rejected = \"x\"\n{head}rejected = \"x\""),
                "case \"n\": there is another of this name",
            ),
        ] {
            let refusal = refusal(&text);
            assert!(refusal.contains(why), "{refusal}");
        }
    }
}
