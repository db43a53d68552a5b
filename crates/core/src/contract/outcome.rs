//! What a run came to.

use super::Content;
use alloc::{collections::BTreeMap, string::String, vec::Vec};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What one run came to. A guest never ends as an `Err`: whatever it does is told here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Outcome {
    /// How the run ended.
    pub status: Status,
    /// The exit code of the program, 0 to 255; none when it was stopped before it could exit.
    pub exit_code: Option<u8>,
    /// What it wrote to standard output, at most `limits.stdout_bytes` of it.
    pub stdout: Content,
    /// What it wrote to standard error, at most `limits.stderr_bytes` of it.
    pub stderr: Content,
    /// Why it ended, where the status is neither `ok` nor `exit`.
    pub error: Option<GuestError>,
    /// The value of the last expression of a session's turn, where it has one that is not `None`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<TurnResult>,
    /// How the workspace differs from what the request put there.
    pub files: FileChanges,
    /// What the run used.
    pub receipt: Receipt,
}

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Status {
    /// The program ended with exit code 0.
    Ok,
    /// The program chose another exit code (`sys.exit(3)`).
    Exit,
    /// An exception was not caught. The exit code is 1.
    Error,
    /// `limits.wall_ms` had passed.
    Timeout,
    /// `limits.fuel` was used up.
    OutOfFuel,
    /// The guest could not go on within `limits.memory_bytes`.
    OutOfMemory,
    /// The caller cancelled the run.
    Cancelled,
    /// The runtime itself failed (a WebAssembly trap). Nothing outside the guest is affected.
    Trap,
}

impl Status {
    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Exit => "exit",
            Self::Error => "error",
            Self::Timeout => "timeout",
            Self::OutOfFuel => "out_of_fuel",
            Self::OutOfMemory => "out_of_memory",
            Self::Cancelled => "cancelled",
            Self::Trap => "trap",
        }
    }
}

/// Why a run ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct GuestError {
    /// The exception's class (`ValueError`), or the status for a run that was stopped (`timeout`).
    #[serde(rename = "type")]
    pub kind: String,
    /// The exception's text, or a sentence that names the limit.
    pub message: String,
    /// The traceback as Python printed it; empty for a run that was stopped.
    pub traceback: String,
}

/// An uncaught exception as the runtime reports it (its export `hognose_error`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ErrorReport {
    /// The exception's class.
    pub kind: String,
    /// `str(exception)`.
    pub message: String,
    /// What was printed to standard error.
    pub traceback: String,
}

/// How the workspace differs from what the request put there, by path relative to `/workspace`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct FileChanges {
    /// Files that were not there.
    pub created: BTreeMap<String, Content>,
    /// Files whose bytes are others now.
    pub changed: BTreeMap<String, Content>,
    /// Files that are gone.
    pub deleted: Vec<String>,
}

/// Which runtime ran, and who vouches for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct RuntimeIdentity {
    /// The bundle, as `name@version`; for a module that is in none, the name that it ran under.
    pub bundle: String,
    /// SHA-256 of the module that ran, as the manifest names it, in lower-case hexadecimal.
    pub sha256: String,
    /// SHA-256 of the bundle's manifest: of its canonical JSON (RFC 8785) without the signature.
    pub manifest_sha256: Option<String>,
    /// The key that the manifest is signed with, where that is why it was let pass.
    pub key_id: Option<String>,
    /// Who vouches for the runtime.
    pub trust: TrustLevel,
}

/// Who vouches for a runtime.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum TrustLevel {
    /// It is signed with a release key of Hognose.
    Official,
    /// It is signed with a key that the embedder added.
    AddedKey,
    /// The embedder named its manifest by hash.
    Pinned,
    /// It is signed with the development key, which everybody has: its bytes are what its manifest
    /// says, and that is all.
    Development,
    /// Nobody: it is no bundle's, or the embedder required no signature.
    Unsigned,
}

impl TrustLevel {
    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Official => "official",
            Self::AddedKey => "added_key",
            Self::Pinned => "pinned",
            Self::Development => "development",
            Self::Unsigned => "unsigned",
        }
    }

    /// What a person is told.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Official => "signed with a release key of Hognose",
            Self::AddedKey => "signed with a key that was added here",
            Self::Pinned => "pinned by the SHA-256 of its manifest",
            Self::Development => {
                "development-signed: its bytes are what its manifest says, and nothing is proven of who made it"
            }
            Self::Unsigned => "unsigned: nobody vouches for it",
        }
    }
}

impl RuntimeIdentity {
    /// A module with this hash that is in no bundle.
    pub fn new(name: impl Into<String>, sha256: impl Into<String>) -> Self {
        Self {
            bundle: name.into(),
            sha256: sha256.into(),
            manifest_sha256: None,
            key_id: None,
            trust: TrustLevel::Unsigned,
        }
    }
}

/// What a run used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Receipt {
    /// Which runtime ran.
    pub runtime: RuntimeIdentity,
    /// Fuel used.
    pub fuel: u64,
    /// The most linear memory that the guest had, in bytes.
    pub peak_memory_bytes: u64,
    /// Time from start to end in microseconds: of the virtual clock under determinism.
    pub wall_us: u64,
    /// Standard output.
    pub stdout: StreamUse,
    /// Standard error.
    pub stderr: StreamUse,
    /// The workspace at the end.
    pub workspace: WorkspaceUse,
    /// Of a session's turn: what the session has used in all its turns, this one included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<SessionUse>,
}

/// What was written to a stream.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct StreamUse {
    /// Bytes that the program wrote.
    pub written_bytes: u64,
    /// Bytes of these that are not in the outcome, from the middle.
    pub dropped_bytes: u64,
}

/// What was in the filesystem at the end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct WorkspaceUse {
    /// Bytes in all files.
    pub bytes: u64,
    /// Files, directories and links.
    pub files: u64,
}

/// The value of the last expression of a turn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct TurnResult {
    /// Its `repr()`, cut at 64 KiB.
    pub repr: String,
    /// The value as JSON text, where it is made of `None`, `bool`, `int`, finite `float`, `str`,
    /// `list`, `tuple` and `dict` with `str` keys, and fits in 64 KiB.
    pub json: Option<String>,
}

impl TurnResult {
    /// A result.
    pub fn new(repr: impl Into<String>, json: Option<String>) -> Self {
        Self { repr: repr.into(), json }
    }
}

/// What a session has used in all its turns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct SessionUse {
    /// Whether it can be run on. A turn that the runtime could not end in good order closes it.
    pub open: bool,
    /// Turns.
    pub turns: u64,
    /// Fuel.
    pub fuel: u64,
    /// Microseconds of wall-clock time, of the virtual clock under determinism.
    pub wall_us: u64,
}
