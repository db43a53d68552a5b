//! What a case expects of an outcome.

use super::difference;
use hognose_core::contract::{Content, FileChanges, GuestError, Outcome, Receipt, Status};
use serde::Deserialize;
use std::{
    collections::BTreeMap,
    fmt::{Debug, Write as _},
};

/// What a case says of the outcome. Compared exactly, but for the fields that say otherwise.
///
/// Output and files that a case does not mention must not be there: standard output empty,
/// standard error empty or the traceback of the uncaught exception, no file changed. The rest is
/// compared only where it is mentioned.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expectation {
    status: Status,
    exit_code: Option<u8>,
    stdout: Option<Content>,
    stdout_contains: Option<Vec<String>>,
    stderr: Option<Content>,
    stderr_contains: Option<Vec<String>>,
    stderr_ends_with: Option<String>,
    #[serde(default)]
    error: ExpectedError,
    #[serde(default)]
    files: ExpectedFiles,
    #[serde(default)]
    receipt: ExpectedReceipt,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct ExpectedError {
    #[serde(rename = "type")]
    kind: Option<String>,
    message: Option<String>,
    traceback: Option<String>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct ExpectedFiles {
    created: BTreeMap<String, Content>,
    changed: BTreeMap<String, Content>,
    deleted: Vec<String>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct ExpectedReceipt {
    wall_us: Option<u64>,
    stdout: ExpectedStream,
    stderr: ExpectedStream,
    workspace: ExpectedWorkspace,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct ExpectedStream {
    written_bytes: Option<u64>,
    dropped_bytes: Option<u64>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct ExpectedWorkspace {
    bytes: Option<u64>,
    files: Option<u64>,
}

impl Expectation {
    /// Each way in which the outcome is another.
    pub fn faults(&self, outcome: &Outcome) -> Vec<String> {
        let mut faults = Vec::new();
        if self.status != outcome.status {
            faults.push(format!("status: {}", ended_otherwise(self.status, outcome)));
        }
        if self.exit_code.is_some() {
            faults.extend(exactly("exit_code", Some(&self.exit_code), &outcome.exit_code));
        }
        self.stdout_faults(outcome, &mut faults);
        self.stderr_faults(outcome, &mut faults);
        self.error.faults(outcome.error.as_ref(), &mut faults);
        self.files.faults(&outcome.files, &mut faults);
        self.receipt.faults(&outcome.receipt, &mut faults);
        faults
    }

    fn stdout_faults(&self, outcome: &Outcome, faults: &mut Vec<String>) {
        let exact = self.stdout.clone().or(self.stdout_contains.is_none().then(Content::default));
        if let Some(expected) = exact {
            faults.extend(difference::of_content("stdout", &expected, &outcome.stdout));
        }
        let texts = self.stdout_contains.iter().flatten();
        faults.extend(texts.filter_map(|text| missing("stdout", text, &outcome.stdout)));
    }

    fn stderr_faults(&self, outcome: &Outcome, faults: &mut Vec<String>) {
        let weaker = self.stderr_contains.is_some() || self.stderr_ends_with.is_some();
        let traceback = || {
            let error = outcome.error.as_ref();
            Content::from(error.map_or("", |error| error.traceback.as_str()))
        };
        if let Some(expected) = self.stderr.clone().or_else(|| (!weaker).then(traceback)) {
            faults.extend(difference::of_content("stderr", &expected, &outcome.stderr));
        }
        let texts = self.stderr_contains.iter().flatten();
        faults.extend(texts.filter_map(|text| missing("stderr", text, &outcome.stderr)));
        if let Some(end) = &self.stderr_ends_with
            && !outcome.stderr.bytes().ends_with(end.as_bytes())
        {
            faults.push(format!(
                "stderr_ends_with: expected {end:?} at the end of\n{}",
                difference::excerpt(&outcome.stderr)
            ));
        }
    }
}

/// Says which status came instead, and why: the first thing that one wants to know.
fn ended_otherwise(expected: Status, outcome: &Outcome) -> String {
    let mut text = format!("expected {}, got {}", expected.name(), outcome.status.name());
    if let Some(GuestError { kind, message, traceback, .. }) = &outcome.error {
        let _ = write!(text, ": {kind}: {message}\n{traceback}");
    }
    text
}

fn missing(field: &str, text: &str, content: &Content) -> Option<String> {
    (!content.text().contains(text)).then(|| {
        format!("{field}_contains: expected {text:?} within\n{}", difference::excerpt(content))
    })
}

/// Compares what is mentioned.
fn exactly<T: PartialEq + Debug>(field: &str, expected: Option<&T>, got: &T) -> Option<String> {
    let expected = expected?;
    (expected != got).then(|| format!("{field}: expected {expected:?}, got {got:?}"))
}

impl ExpectedError {
    fn faults(&self, error: Option<&GuestError>, faults: &mut Vec<String>) {
        let fields = [
            ("error.type", &self.kind, error.map(|error| &error.kind)),
            ("error.message", &self.message, error.map(|error| &error.message)),
            ("error.traceback", &self.traceback, error.map(|error| &error.traceback)),
        ];
        for (field, expected, got) in fields {
            match (expected, got) {
                (Some(expected), Some(got)) => {
                    faults.extend(difference::of_text(field, expected, got));
                }
                (Some(expected), None) => {
                    faults.push(format!("{field}: expected {expected:?}, but there is no error"));
                }
                (None, _) => {}
            }
        }
    }
}

impl ExpectedFiles {
    fn faults(&self, files: &FileChanges, faults: &mut Vec<String>) {
        for (field, expected, got) in [
            ("files.created", &self.created, &files.created),
            ("files.changed", &self.changed, &files.changed),
        ] {
            let absent = expected.keys().filter(|path| !got.contains_key(*path));
            faults.extend(absent.map(|path| format!("{field}: {path:?} is not there")));
            for (path, content) in got {
                match expected.get(path) {
                    Some(expected) => {
                        let name = format!("{field}[{path:?}]");
                        faults.extend(difference::of_content(&name, expected, content));
                    }
                    None => faults.push(format!("{field}: {path:?} was not expected")),
                }
            }
        }
        faults.extend(exactly("files.deleted", Some(&self.deleted), &files.deleted));
    }
}

impl ExpectedReceipt {
    fn faults(&self, receipt: &Receipt, faults: &mut Vec<String>) {
        let Receipt { stdout, stderr, workspace, .. } = receipt;
        for (field, expected, got) in [
            ("wall_us", self.wall_us, receipt.wall_us),
            ("stdout.written_bytes", self.stdout.written_bytes, stdout.written_bytes),
            ("stdout.dropped_bytes", self.stdout.dropped_bytes, stdout.dropped_bytes),
            ("stderr.written_bytes", self.stderr.written_bytes, stderr.written_bytes),
            ("stderr.dropped_bytes", self.stderr.dropped_bytes, stderr.dropped_bytes),
            ("workspace.bytes", self.workspace.bytes, workspace.bytes),
            ("workspace.files", self.workspace.files, workspace.files),
        ] {
            faults.extend(exactly(&format!("receipt.{field}"), expected.as_ref(), &got));
        }
    }
}
