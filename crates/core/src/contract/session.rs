//! What a session is opened with, and what it is asked to run.

use super::{Content, Determinism, Limits, Program, Request, RequestError, ValidRequest};
use crate::json::{self, Fields, FromJson, Json, Misfit, deserialize_from_json, misfit};
use alloc::{collections::BTreeMap, string::String, vec::Vec};
use schemars::JsonSchema;
use serde::Serialize;

/// What a session is opened with.
///
/// ```
/// use hognose_core::contract::{Limits, SessionOptions};
/// let options = SessionOptions::new()
///     .with_file("data.csv", "x,y\n1,2\n")
///     .with_limits(Limits::default().with_wall_ms(2_000));
/// assert_eq!(options.limits.wall_ms, 2_000);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct SessionOptions {
    /// Environment variables.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub env: BTreeMap<String, String>,
    /// Files in the workspace at the start, by path relative to it.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub files: BTreeMap<String, Content>,
    /// What the session may use. `fuel`, `wall_ms`, `stdout_bytes` and `stderr_bytes` hold for each
    /// turn anew, unless the turn has its own.
    pub limits: Limits,
    /// A virtual clock and seeded randomness instead of the host's, for the whole of the session.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub determinism: Option<Determinism>,
}

impl SessionOptions {
    /// Nothing in the workspace, default limits, the host's clock and chance.
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads options from JSON.
    pub fn from_json(json: &[u8]) -> Result<Self, RequestError> {
        json::read(json).map_err(RequestError::Json)
    }

    /// With an environment variable.
    #[must_use]
    pub fn with_env(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.env.insert(name.into(), value.into());
        self
    }

    /// With a file in the workspace.
    #[must_use]
    pub fn with_file(mut self, path: impl Into<String>, content: impl Into<Content>) -> Self {
        self.files.insert(path.into(), content.into());
        self
    }

    /// With these limits.
    #[must_use]
    pub fn with_limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// With a virtual clock and seeded randomness.
    #[must_use]
    pub fn with_determinism(mut self, determinism: Determinism) -> Self {
        self.determinism = Some(determinism);
        self
    }

    /// Checks every field against the contract. The request that it becomes is one of a turn that
    /// does nothing.
    pub fn validate(self) -> Result<ValidRequest, RequestError> {
        let Self { env, files, limits, determinism } = self;
        let request = Request::code("pass");
        Request { env, files, limits, determinism, ..request }.validate()
    }
}

impl FromJson for SessionOptions {
    fn from_json(json: Json, field: &str) -> Result<Self, Misfit> {
        let mut fields = Fields::new(json, field, &["env", "files", "limits", "determinism"])?;
        Ok(Self {
            env: fields.optional("env")?.unwrap_or_default(),
            files: fields.optional("files")?.unwrap_or_default(),
            limits: fields.optional("limits")?.unwrap_or_default(),
            determinism: fields.nullable("determinism")?,
        })
    }
}

deserialize_from_json!(SessionOptions, Turn);

/// One run in a session.
///
/// ```
/// use hognose_core::contract::Turn;
/// let turn = Turn::code("total += 1; total").with_wall_ms(500);
/// let same = Turn::from_json(br#"{"code": "total += 1; total", "limits": {"wall_ms": 500}}"#)?;
/// assert_eq!(turn, same);
/// # Ok::<(), hognose_core::contract::RequestError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Turn {
    /// What to run: code, a script or a module.
    pub program: Program,
    /// `sys.argv[1:]`.
    pub args: Vec<String>,
    /// Standard input of this turn.
    pub stdin: Content,
    /// Files that are written into the workspace before the turn, over those that are there.
    pub files: BTreeMap<String, Content>,
    /// What this turn may use, where that is not what every turn of the session may.
    pub limits: TurnLimits,
}

/// A turn's own limits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct TurnLimits {
    /// Instead of the session's `fuel`.
    pub fuel: Option<u64>,
    /// Instead of the session's `wall_ms`.
    pub wall_ms: Option<u64>,
    /// Instead of the session's `stdout_bytes`.
    pub stdout_bytes: Option<u64>,
    /// Instead of the session's `stderr_bytes`.
    pub stderr_bytes: Option<u64>,
}

impl TurnLimits {
    /// The session's limits, with these in their place.
    pub fn over(self, session: &Limits) -> Limits {
        let Self { fuel, wall_ms, stdout_bytes, stderr_bytes } = self;
        Limits {
            fuel: fuel.unwrap_or(session.fuel),
            wall_ms: wall_ms.unwrap_or(session.wall_ms),
            stdout_bytes: stdout_bytes.unwrap_or(session.stdout_bytes),
            stderr_bytes: stderr_bytes.unwrap_or(session.stderr_bytes),
            ..session.clone()
        }
    }
}

impl Turn {
    /// A turn of this program.
    pub fn new(program: Program) -> Self {
        let (args, stdin, files, limits) = Default::default();
        Self { program, args, stdin, files, limits }
    }

    /// A turn that runs source text.
    pub fn code(code: impl Into<String>) -> Self {
        Self::new(Program::Code(code.into()))
    }

    /// Reads a turn from JSON: a request's, without `env` and `determinism`, which are the
    /// session's, and with only the limits of a turn.
    pub fn from_json(json: &[u8]) -> Result<Self, RequestError> {
        json::read(json).map_err(RequestError::Json)
    }

    /// With these arguments.
    #[must_use]
    pub fn with_args<S: Into<String>>(mut self, args: impl IntoIterator<Item = S>) -> Self {
        self.args = args.into_iter().map(Into::into).collect();
        self
    }

    /// With standard input.
    #[must_use]
    pub fn with_stdin(mut self, stdin: impl Into<Content>) -> Self {
        self.stdin = stdin.into();
        self
    }

    /// With a file that is written into the workspace first.
    #[must_use]
    pub fn with_file(mut self, path: impl Into<String>, content: impl Into<Content>) -> Self {
        self.files.insert(path.into(), content.into());
        self
    }

    /// With so much fuel.
    #[must_use]
    pub fn with_fuel(mut self, fuel: u64) -> Self {
        self.limits.fuel = Some(fuel);
        self
    }

    /// With so many milliseconds of wall-clock time.
    #[must_use]
    pub fn with_wall_ms(mut self, wall_ms: u64) -> Self {
        self.limits.wall_ms = Some(wall_ms);
        self
    }

    /// Checks every field against the contract, in a session with this environment, these limits
    /// and this determinism.
    pub fn validate_in(self, session: &SessionOptions) -> Result<ValidRequest, RequestError> {
        let Self { program, args, stdin, files, limits } = self;
        let (env, limits) = (session.env.clone(), limits.over(&session.limits));
        let determinism = session.determinism;
        Request { program, args, stdin, env, files, limits, determinism }.validate()
    }
}

impl From<&str> for Turn {
    fn from(code: &str) -> Self {
        Self::code(code)
    }
}

impl From<String> for Turn {
    fn from(code: String) -> Self {
        Self::code(code)
    }
}

impl FromJson for Turn {
    fn from_json(json: Json, field: &str) -> Result<Self, Misfit> {
        const FIELDS: &[&str] =
            &["code", "script", "module", "command", "args", "stdin", "files", "limits"];
        let mut fields = Fields::new(json, field, FIELDS)?;
        let program = Program::read(&mut fields, field)?;
        if matches!(program, Program::Command(_)) {
            return Err(misfit(field, "a command of its own has no session"));
        }
        Ok(Self {
            program,
            args: fields.optional("args")?.unwrap_or_default(),
            stdin: fields.optional("stdin")?.unwrap_or_default(),
            files: fields.optional("files")?.unwrap_or_default(),
            limits: fields.optional("limits")?.unwrap_or_default(),
        })
    }
}

impl FromJson for TurnLimits {
    fn from_json(json: Json, field: &str) -> Result<Self, Misfit> {
        const FIELDS: &[&str] = &["fuel", "wall_ms", "stdout_bytes", "stderr_bytes"];
        let mut fields = Fields::new(json, field, FIELDS)?;
        Ok(Self {
            fuel: fields.optional("fuel")?,
            wall_ms: fields.optional("wall_ms")?,
            stdout_bytes: fields.optional("stdout_bytes")?,
            stderr_bytes: fields.optional("stderr_bytes")?,
        })
    }
}
