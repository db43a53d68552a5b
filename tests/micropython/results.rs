//! What each test is expected to do: `results.csv`.

use std::{collections::BTreeMap, error::Error, fmt, fs, path::Path};

/// How a test ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// It prints what it should.
    Pass,
    /// It prints something else.
    Fail,
    /// It finds that it cannot be run here, and says so (`SKIP`).
    Skip,
}

impl Kind {
    const ALL: [(Self, &str); 3] =
        [(Self::Pass, "pass"), (Self::Fail, "fail"), (Self::Skip, "skip")];
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Self::ALL[*self as usize].1)
    }
}

/// What a test is expected to do.
pub struct Expectation {
    pub kind: Kind,
    /// SHA-256 of what it should print: of its `.exp` file, or of what CPython printed. Empty for
    /// one that skips itself, which nobody can hold to more than that.
    pub sha256: String,
    /// Why it does not pass.
    pub reason: String,
}

/// The expectations that have not been taken yet.
#[derive(Default)]
pub struct Listed(BTreeMap<String, Expectation>);

impl Listed {
    /// Reads `results.csv`. Columns: `path,expectation,sha256,reason`; only the reason may be in
    /// quotes, and has none inside.
    pub fn read() -> Result<Self, Box<dyn Error>> {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("micropython/results.csv");
        let text =
            fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let mut listed = BTreeMap::new();
        for (number, line) in text.lines().enumerate().skip(1) {
            let (path, expectation) = parse(line)
                .map_err(|error| format!("results.csv, line {}: {error}", number + 1))?;
            listed.insert(path.to_owned(), expectation);
        }
        Ok(Self(listed))
    }

    /// The expectation of a test.
    pub fn take(&mut self, path: &str) -> Option<Expectation> {
        self.0.remove(path)
    }

    /// One that nobody has taken.
    pub fn left(&self) -> Option<&str> {
        self.0.keys().next().map(String::as_str)
    }
}

fn parse(line: &str) -> Result<(&str, Expectation), String> {
    let columns: Vec<&str> = line.splitn(4, ',').collect();
    let [path, kind, sha256, reason] = columns[..] else {
        return Err("it does not have four columns".to_owned());
    };
    let kind = Kind::ALL.iter().find(|(_, name)| *name == kind);
    let (kind, _) = kind.ok_or_else(|| "the expectation is none of pass, fail, skip".to_owned())?;
    let reason = reason.trim_matches('"');
    if *kind != Kind::Pass && (reason.is_empty() || reason.starts_with('?')) {
        return Err(format!("{path} is listed to {kind} and nobody says why"));
    }
    let (sha256, reason) = (sha256.to_owned(), reason.to_owned());
    Ok((path, Expectation { kind: *kind, sha256, reason }))
}
