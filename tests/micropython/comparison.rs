//! What a test should print, and whether it did.

use crate::{
    results::{Expectation, Kind},
    suite::{Suite, TestFile},
};
use hognose_core::bundle::sha256_hex;
use similar::TextDiff;
use std::{error::Error, fs, io, process::Command};

/// What a test should print.
pub enum Expected {
    /// Exactly, or with wildcards, what its `.exp` file holds.
    Text(Vec<u8>),
    /// What CPython printed, of which the hash is kept.
    Sha256(String),
}

/// A line of an `.exp` file that stands for any lines.
const ANY_LINES: &[u8] = b"########\n";

impl Expected {
    pub fn of(
        suite: &Suite,
        file: &TestFile,
        expectation: &Expectation,
    ) -> Result<Self, Box<dyn Error>> {
        let sha256 = &expectation.sha256;
        match fs::read(suite.path(&format!("{}.exp", file.path))) {
            Ok(text) if sha256.is_empty() || sha256_hex(&text) == *sha256 => Ok(Self::Text(text)),
            Ok(_) => Err("its .exp file is not the one that results.csv was made with".into()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                Ok(Self::Sha256(sha256.clone()))
            }
            Err(error) => Err(error.into()),
        }
    }

    /// The difference to what it did print. What CPython prints is found by running it.
    pub fn diff(&self, suite: &Suite, file: &TestFile, output: &[u8]) -> String {
        let (expected, from) = match self {
            Self::Text(text) => (text.clone(), "expected"),
            Self::Sha256(_) => match cpython(suite, file) {
                Some(text) => (text, "python3"),
                None => (Vec::new(), "unknown: there is no python3"),
            },
        };
        let (expected, output) =
            (String::from_utf8_lossy(&expected), String::from_utf8_lossy(output));
        let diff = TextDiff::from_lines(&*expected, &*output);
        diff.unified_diff().context_radius(2).header(from, "hognose").to_string()
    }
}

fn cpython(suite: &Suite, file: &TestFile) -> Option<Vec<u8>> {
    let path = suite.path(&file.path);
    let output = Command::new("python3")
        .arg("-BS")
        .arg(&path)
        .current_dir(path.parent()?)
        .env("PYTHONIOENCODING", "utf-8")
        .output()
        .ok()?;
    Some([output.stdout, output.stderr].concat())
}

/// How a test that printed this has ended.
pub fn judge(expected: &Expected, output: &[u8]) -> Kind {
    if output == b"SKIP\n" {
        return Kind::Skip;
    }
    let equal = match expected {
        Expected::Text(text) => {
            let lines = |text: &'_ [u8]| -> Vec<Vec<u8>> {
                text.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect()
            };
            matches(&lines(text), &lines(output))
        }
        Expected::Sha256(sha256) => sha256_hex(output) == *sha256,
    };
    if equal { Kind::Pass } else { Kind::Fail }
}

/// Whether lines are as expected. As upstream has it, a wildcard ends at the first line that is
/// as the one after it.
fn matches(expected: &[Vec<u8>], output: &[Vec<u8>]) -> bool {
    match (expected, output) {
        ([], output) => output.is_empty(),
        ([any], _) if any == ANY_LINES => true,
        ([any, after, ..], output) if any == ANY_LINES => output
            .iter()
            .position(|line| line == after)
            .is_some_and(|skipped| matches(&expected[1..], &output[skipped..])),
        ([first, expected @ ..], [line, output @ ..]) => first == line && matches(expected, output),
        (_, []) => false,
    }
}
