//! What a caller asks for.

use super::{Content, Limits, MAX_EXACT_INTEGER};
use crate::json::{Fields, FromJson, Json, Misfit, deserialize_from_json, misfit};
use alloc::{collections::BTreeMap, format, string::String, vec::Vec};
use schemars::JsonSchema;
use serde::Serialize;

/// One run: a program and the world that it sees.
///
/// ```
/// use hognose_core::contract::{Limits, Request};
/// let request = Request::code("import sys; print(sys.argv)")
///     .with_args(["-c is argv[0]", "two"])
///     .with_stdin("a line\n")
///     .with_file("data.csv", "a,b\n1,2\n")
///     .with_limits(Limits::default().with_wall_ms(500));
/// # let _ = request;
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(into = "Wire")]
#[schemars(with = "Wire")]
#[non_exhaustive]
pub struct Request {
    /// What to run.
    pub program: Program,
    /// `sys.argv[1:]`.
    pub args: Vec<String>,
    /// What the program reads from standard input.
    pub stdin: Content,
    /// Environment variables; nothing else is in the environment.
    pub env: BTreeMap<String, String>,
    /// Files in the workspace at the start, by path relative to `/workspace`.
    pub files: BTreeMap<String, Content>,
    /// What the run may use at most.
    pub limits: Limits,
    /// A virtual clock and seeded randomness instead of the host's.
    pub determinism: Option<Determinism>,
}

/// What to run: `python -c CODE`, `python FILE`, `python -m MODULE`, or another command of the bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Program {
    /// Source text, run as `__main__`.
    Code(String),
    /// A file of the workspace, by path relative to `/workspace`.
    Script(String),
    /// A module that can be imported.
    Module(String),
    /// A command of the bundle, by name, in the same world: `/workspace` and `/tmp` below the one
    /// directory that is open, `/`.
    Command(String),
}

impl Program {
    /// The bundle's command that it is for.
    pub fn command(&self) -> &str {
        match self {
            Self::Code(_) | Self::Script(_) | Self::Module(_) => PYTHON,
            Self::Command(name) => name,
        }
    }

    /// The one that the fields tell of.
    pub(super) fn read(fields: &mut Fields<'_>, field: &str) -> Result<Self, Misfit> {
        let kinds: [(&str, Kind); 4] = [
            ("code", Program::Code),
            ("script", Program::Script),
            ("module", Program::Module),
            ("command", Program::Command),
        ];
        let mut program = None;
        for (key, kind) in kinds {
            if let Some(text) = fields.nullable(key)? {
                if program.is_some() {
                    return Err(misfit(field, &format!("only {ONE} may be given")));
                }
                program = Some(kind(text));
            }
        }
        program.ok_or_else(|| misfit(field, &format!("{ONE} is needed")))
    }
}

/// The command of a bundle that Python programs are for.
pub const PYTHON: &str = "python";

/// A virtual clock and seeded randomness: equal requests then have equal outcomes, byte for byte.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct Determinism {
    /// Seed of all randomness that the guest can see, up to 2⁵³−1.
    #[schemars(range(max = MAX_EXACT_INTEGER))]
    pub seed: u64,
    /// The time at the start, in seconds since 1970-01-01T00:00:00Z, up to 2³³−1 (the year 2242).
    #[schemars(range(max = 8_589_934_591_u64))]
    pub epoch: u64,
}

impl Determinism {
    /// With this seed, starting at this many seconds since 1970.
    pub fn new(seed: u64, epoch: u64) -> Self {
        Self { seed, epoch }
    }
}

impl Request {
    /// Runs `program`, with nothing around it and default limits.
    pub fn new(program: Program) -> Self {
        Self {
            program,
            args: Vec::new(),
            stdin: Content::default(),
            env: BTreeMap::new(),
            files: BTreeMap::new(),
            limits: Limits::default(),
            determinism: None,
        }
    }

    /// Runs source text: `python -c CODE`.
    pub fn code(code: impl Into<String>) -> Self {
        Self::new(Program::Code(code.into()))
    }

    /// Runs a file of the workspace: `python FILE`.
    pub fn script(path: impl Into<String>) -> Self {
        Self::new(Program::Script(path.into()))
    }

    /// Runs a module: `python -m MODULE`.
    pub fn module(name: impl Into<String>) -> Self {
        Self::new(Program::Module(name.into()))
    }

    /// Runs a command of the bundle.
    pub fn command(name: impl Into<String>) -> Self {
        Self::new(Program::Command(name.into()))
    }

    /// With these arguments (`sys.argv[1:]`).
    #[must_use]
    pub fn with_args<S: Into<String>>(mut self, args: impl IntoIterator<Item = S>) -> Self {
        self.args = args.into_iter().map(Into::into).collect();
        self
    }

    /// With this on standard input.
    #[must_use]
    pub fn with_stdin(mut self, stdin: impl Into<Content>) -> Self {
        self.stdin = stdin.into();
        self
    }

    /// With one more environment variable.
    #[must_use]
    pub fn with_env(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.env.insert(name.into(), value.into());
        self
    }

    /// With one more file in the workspace, by path relative to `/workspace`.
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
}

/// One run: exactly one of `code`, `script`, `module` and `command`, and the world that it sees.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Request", extend("oneOf" = [
    { "required": ["code"] }, { "required": ["script"] }, { "required": ["module"] },
    { "required": ["command"] }
]))]
#[schemars(deny_unknown_fields)]
struct Wire {
    /// Source text, run as `python -c CODE`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    code: Option<String>,
    /// A file of the workspace, run as `python FILE`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    script: Option<String>,
    /// A module, run as `python -m MODULE`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    module: Option<String>,
    /// A command of the bundle, run as `COMMAND ARGS…`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    command: Option<String>,
    /// `sys.argv[1:]`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    args: Vec<String>,
    /// What the program reads from standard input.
    #[serde(default, skip_serializing_if = "Content::is_empty")]
    stdin: Content,
    /// Environment variables; nothing else is in the environment.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    env: BTreeMap<String, String>,
    /// Files in the workspace at the start, by path relative to `/workspace`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    files: BTreeMap<String, Content>,
    /// What the run may use at most.
    #[serde(default)]
    limits: Limits,
    /// A virtual clock and seeded randomness instead of the host's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Determinism")]
    determinism: Option<Determinism>,
}

impl From<Request> for Wire {
    fn from(request: Request) -> Self {
        let (mut code, mut script, mut module, mut command) = (None, None, None, None);
        match request.program {
            Program::Code(text) => code = Some(text),
            Program::Script(path) => script = Some(path),
            Program::Module(name) => module = Some(name),
            Program::Command(name) => command = Some(name),
        }
        let Request { args, stdin, env, files, limits, determinism, .. } = request;
        Self { code, script, module, command, args, stdin, env, files, limits, determinism }
    }
}

/// What a program is made with.
type Kind = fn(String) -> Program;
const ONE: &str = "one of code, script, module and command";

impl FromJson for Request {
    fn from_json(json: Json, field: &str) -> Result<Self, Misfit> {
        const FIELDS: &[&str] = &[
            "code",
            "script",
            "module",
            "command",
            "args",
            "stdin",
            "env",
            "files",
            "limits",
            "determinism",
        ];
        let mut fields = Fields::new(json, field, FIELDS)?;
        let program = Program::read(&mut fields, field)?;
        Ok(Self {
            program,
            args: fields.optional("args")?.unwrap_or_default(),
            stdin: fields.optional("stdin")?.unwrap_or_default(),
            env: fields.optional("env")?.unwrap_or_default(),
            files: fields.optional("files")?.unwrap_or_default(),
            limits: fields.optional("limits")?.unwrap_or_default(),
            determinism: fields.nullable("determinism")?,
        })
    }
}

impl FromJson for Determinism {
    fn from_json(json: Json, field: &str) -> Result<Self, Misfit> {
        let mut fields = Fields::new(json, field, &["seed", "epoch"])?;
        Ok(Self {
            seed: fields.optional("seed")?.unwrap_or_default(),
            epoch: fields.optional("epoch")?.unwrap_or_default(),
        })
    }
}

deserialize_from_json!(Request, Determinism);
