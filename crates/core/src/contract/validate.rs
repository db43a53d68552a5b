//! A request is checked once, whole, before anything is started.

use super::{Determinism, LimitError, Limits, Program, Request};
use crate::json;
use alloc::{borrow::ToOwned, format, string::String, vec, vec::Vec};

/// Bytes of source text at most: 1 MiB.
pub const MAX_SOURCE_BYTES: usize = 1 << 20;
/// Arguments at most.
pub const MAX_ARGS: usize = 256;
/// Environment variables at most.
pub const MAX_ENV_VARS: usize = 256;
/// Bytes of all arguments together, and of all environment variables together, at most: 1 MiB.
pub const MAX_TEXT_BYTES: usize = 1 << 20;
/// Bytes of standard input at most: 16 MiB.
pub const MAX_STDIN_BYTES: usize = 16 << 20;
/// The greatest integer that every JSON reader keeps exactly: 2⁵³−1.
pub const MAX_EXACT_INTEGER: u64 = (1 << 53) - 1;
/// The greatest start of the virtual clock: 2³³−1 seconds, so that nanoseconds fit a `u64`.
const MAX_EPOCH: u64 = (1 << 33) - 1;
/// Where the guest sees the workspace; also its working directory.
pub const WORKSPACE: &str = "/workspace";

/// Why a request was refused. Every message starts with the field that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RequestError {
    /// A field that must not be empty is.
    #[error("{field}: is empty")]
    Empty {
        /// The field.
        field: String,
    },
    /// A field holds a NUL, which no argument, variable or path can carry.
    #[error("{field}: holds a NUL character")]
    Nul {
        /// The field.
        field: String,
    },
    /// A field is larger than the contract allows.
    #[error("{field}: {size} {unit}, more than the {max} that are allowed")]
    TooLarge {
        /// The field.
        field: String,
        /// What it has.
        size: u64,
        /// What it may have.
        max: u64,
        /// Of what.
        unit: &'static str,
    },
    /// A path that does not name a file below the workspace.
    #[error("{field}: {why}")]
    Path {
        /// The field.
        field: String,
        /// What is wrong.
        why: &'static str,
    },
    /// A field has another fault.
    #[error("{field}: {why}")]
    Invalid {
        /// The field.
        field: String,
        /// What is wrong.
        why: &'static str,
    },
    /// A limit is outside its range.
    #[error(transparent)]
    Limit(#[from] LimitError),
    /// The JSON is not a request.
    #[error("request: {0}")]
    Json(String),
}

/// A request that holds to the contract. Only this can be run.
#[derive(Clone, Debug)]
pub struct ValidRequest(Request);

impl ValidRequest {
    /// The request.
    pub fn request(&self) -> &Request {
        &self.0
    }

    /// The request, owned.
    pub fn into_request(self) -> Request {
        self.0
    }

    /// The guest's command line: `python -c CODE ARGS…`, or `COMMAND ARGS…`.
    pub fn command_line(&self) -> Vec<String> {
        let program = match &self.0.program {
            Program::Code(code) => vec!["-c".to_owned(), code.clone()],
            // Python would take such a name for an option.
            Program::Script(path) if path.starts_with('-') => vec![format!("./{path}")],
            Program::Script(path) => vec![path.clone()],
            Program::Module(name) => vec!["-m".to_owned(), name.clone()],
            Program::Command(_) => vec![],
        };
        let args = self.0.args.iter().cloned();
        core::iter::once(self.0.program.command().to_owned()).chain(program).chain(args).collect()
    }
}

impl Determinism {
    /// The field that is greater than it may be.
    pub(crate) fn too_large(self) -> Option<&'static str> {
        let seed = (self.seed > MAX_EXACT_INTEGER).then_some("determinism.seed");
        let epoch = (self.epoch > MAX_EPOCH).then_some("determinism.epoch");
        seed.or(epoch)
    }
}

impl Request {
    /// Reads a request from JSON.
    pub fn from_json(json: &[u8]) -> Result<Self, RequestError> {
        json::read(json).map_err(RequestError::Json)
    }

    /// Checks every field against the contract.
    pub fn validate(self) -> Result<ValidRequest, RequestError> {
        self.limits.check()?;
        self.check_program()?;
        self.check_args()?;
        self.check_env()?;
        at_most("stdin", self.stdin.len(), MAX_STDIN_BYTES, "bytes")?;
        self.check_files()?;
        if let Some(field) = self.determinism.and_then(Determinism::too_large) {
            return Err(RequestError::Invalid { field: field.into(), why: "is too large" });
        }
        Ok(ValidRequest(self))
    }

    fn check_program(&self) -> Result<(), RequestError> {
        let (field, text) = match &self.program {
            Program::Code(code) => ("code", code),
            Program::Script(path) => ("script", path),
            Program::Module(name) => ("module", name),
            Program::Command(name) => ("command", name),
        };
        if text.is_empty() {
            return Err(RequestError::Empty { field: field.into() });
        }
        at_most(field, text.len(), MAX_SOURCE_BYTES, "bytes")?;
        no_nul(field, text)?;
        match &self.program {
            Program::Script(path) => check_path(field, path, &self.limits),
            Program::Module(name) if name.split('.').any(str::is_empty) => {
                Err(RequestError::Invalid { field: field.into(), why: "is not a module's name" })
            }
            _ => Ok(()),
        }
    }

    fn check_args(&self) -> Result<(), RequestError> {
        at_most("args", self.args.len(), MAX_ARGS, "arguments")?;
        at_most("args", self.args.iter().map(String::len).sum::<usize>(), MAX_TEXT_BYTES, "bytes")?;
        for (index, arg) in self.args.iter().enumerate() {
            no_nul(&format!("args[{index}]"), arg)?;
        }
        Ok(())
    }

    fn check_env(&self) -> Result<(), RequestError> {
        at_most("env", self.env.len(), MAX_ENV_VARS, "variables")?;
        let bytes: usize = self.env.iter().map(|(name, value)| name.len() + value.len()).sum();
        at_most("env", bytes, MAX_TEXT_BYTES, "bytes")?;
        for (name, value) in &self.env {
            if name.is_empty() {
                return Err(RequestError::Invalid {
                    field: "env".into(),
                    why: "has an empty name",
                });
            }
            let field = format!("env.{}", json::shown(name));
            no_nul(&field, name)?;
            no_nul(&field, value)?;
            if name.contains('=') {
                return Err(RequestError::Invalid { field, why: "has \"=\" in its name" });
            }
        }
        Ok(())
    }

    fn check_files(&self) -> Result<(), RequestError> {
        let limits = &self.limits;
        let (mut names, mut before) = (0, "");
        for path in self.files.keys() {
            // What is in one directory stands together: it is new unless the path before is in it.
            let new = |name: &&str| {
                !before.strip_prefix(*name).is_some_and(|in_it| in_it.starts_with('/'))
            };
            names += with_parents(path).filter(new).count();
            before = path;
        }
        at_most("files", names, limits.workspace_files, "files and directories")?;
        let bytes: u64 = self.files.values().map(|content| content.len() as u64).sum();
        at_most("files", bytes, limits.workspace_bytes, "bytes")?;
        for (path, content) in &self.files {
            let field = format!("files[\"{}\"]", json::shown(path));
            at_most(&field, content.len(), limits.file_bytes, "bytes")?;
            check_path(&field, path, limits)?;
            if with_parents(path).skip(1).any(|parent| self.files.contains_key(parent)) {
                let why = "another file has the name of one of its directories";
                return Err(RequestError::Path { field, why });
            }
        }
        Ok(())
    }
}

/// A path relative to the workspace, in the one form that names a file.
fn check_path(field: &str, path: &str, limits: &Limits) -> Result<(), RequestError> {
    no_nul(field, path)?;
    let bad = |why| Err(RequestError::Path { field: field.to_owned(), why });
    if path.is_empty() {
        return bad("the path is empty");
    }
    if path.starts_with('/') {
        return bad("the path must be relative to the workspace");
    }
    let mut depth = 0;
    for name in path.split('/') {
        match name {
            "" => return bad("the path has an empty name"),
            "." | ".." => return bad("the path has a \".\" or \"..\""),
            _ => at_most(field, name.len(), limits.name_bytes, "bytes in a name")?,
        }
        depth += 1;
    }
    at_most(field, depth, limits.path_depth, "names in the path")
}

/// The path itself, then each directory that it goes through.
fn with_parents(path: &str) -> impl Iterator<Item = &str> {
    core::iter::once(path).chain(path.match_indices('/').map(|(at, _)| &path[..at]))
}

fn no_nul(field: &str, text: &str) -> Result<(), RequestError> {
    if text.contains('\0') {
        return Err(RequestError::Nul { field: field.to_owned() });
    }
    Ok(())
}

fn at_most(
    field: &str,
    size: impl TryInto<u64>,
    max: impl TryInto<u64>,
    unit: &'static str,
) -> Result<(), RequestError> {
    let (size, max) = (size.try_into().unwrap_or(u64::MAX), max.try_into().unwrap_or(u64::MAX));
    if size > max {
        return Err(RequestError::TooLarge { field: field.to_owned(), size, max, unit });
    }
    Ok(())
}
