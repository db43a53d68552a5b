//! From the command line to a request.

use super::{
    args::{ExecArgs, RunArgs, WorldArgs},
    exit::Failure,
    files::{self, Copies},
    limits,
};
use hognose::{Content, Determinism, Limits, Program, Request, SessionOptions};
use hognose_core::contract::MAX_SOURCE_BYTES;
use std::{
    collections::BTreeMap,
    ffi::{OsStr, OsString},
    fs::File,
    io::{self, Read},
    path::{Component, Path},
};

/// Bytes of a request as JSON at most: what the contract allows in base64, and some.
const MAX_REQUEST_BYTES: usize = 2 << 30;

/// What errors call it.
const STDIN: &str = "standard input";

/// A request, and whether standard input is still there for the program.
pub(super) struct Prepared {
    pub(super) request: Request,
    pub(super) stdin_is_free: bool,
}

/// Reads all that the command line names.
pub(super) fn prepare(args: &RunArgs) -> Result<Prepared, Failure> {
    if let Some(path) = &args.request {
        let dash = path.as_os_str() == "-";
        let shown = if dash { STDIN.to_owned() } else { path.display().to_string() };
        let json = read_named(path.as_os_str(), &shown, MAX_REQUEST_BYTES)?;
        let request =
            Request::from_json(&json).map_err(|error| Failure::new(format!("{shown}: {error}")))?;
        return Ok(Prepared { request, stdin_is_free: false });
    }
    let limits = limits::limits(Limits::default(), &args.world.limit)?;
    let mut copies = copies(&args.world, &limits)?;
    let mut stdin_is_free = true;
    let program = match (&args.code, &args.module, &args.file_or_dash) {
        (Some(code), ..) => Program::Code(utf8(code, "code")?),
        (_, Some(module), _) => Program::Module(utf8(module, "module")?),
        (_, _, Some(dash)) if dash == "-" => {
            stdin_is_free = false;
            let source = read_all(io::stdin().lock(), STDIN, MAX_SOURCE_BYTES)?;
            Program::Code(source_text(source, STDIN)?)
        }
        (_, _, Some(file)) if file.is_empty() => {
            return Err(Failure::usage("FILE.py: is empty"));
        }
        (_, _, Some(file)) => script(Path::new(file), &mut copies, &limits)?,
        (None, None, None) => {
            return Err(Failure::usage(
                "no program: give -c CODE, -m MODULE, FILE.py, - or --request (see hognose run --help)",
            ));
        }
    };
    let request = request(program, limits, copies, &args.world, &args.args)?;
    Ok(Prepared { request, stdin_is_free })
}

/// A command of a bundle, with what the command line says of its world.
pub(super) fn command(args: &ExecArgs, name: &str, suggested: &Limits) -> Result<Request, Failure> {
    let limits = limits::limits(suggested.clone(), &args.world.limit)?;
    let copies = copies(&args.world, &limits)?;
    request(Program::Command(name.to_owned()), limits, copies, &args.world, &args.args)
}

fn copies(world: &WorldArgs, limits: &Limits) -> Result<Copies, Failure> {
    let mut copies = Copies::new(limits);
    for mapping in &world.file {
        copies.add(mapping)?;
    }
    Ok(copies)
}

/// The files that are copied into the workspace.
pub(super) fn files(world: &WorldArgs) -> Result<BTreeMap<String, Content>, Failure> {
    let limits = limits::limits(Limits::default(), &world.limit)?;
    Ok(copies(world, &limits)?.into_files())
}

/// What a session has from its start on. Its files come with its first turn.
pub(super) fn session(world: &WorldArgs) -> Result<SessionOptions, Failure> {
    let limits = limits::limits(Limits::default(), &world.limit)?;
    let mut options = SessionOptions::new().with_limits(limits);
    options.env = env(world)?;
    options.determinism = determinism(world);
    Ok(options)
}

fn env(world: &WorldArgs) -> Result<BTreeMap<String, String>, Failure> {
    world.env.iter().map(|pair| env_pair(pair)).collect()
}

fn determinism(world: &WorldArgs) -> Option<Determinism> {
    Some(Determinism::new(world.seed?, world.epoch.unwrap_or(0)))
}

fn request(
    program: Program,
    limits: Limits,
    copies: Copies,
    world: &WorldArgs,
    args: &[OsString],
) -> Result<Request, Failure> {
    let mut request = Request::new(program).with_limits(limits);
    request.files = copies.into_files();
    for (index, arg) in args.iter().enumerate() {
        request.args.push(utf8(arg, &format!("args[{index}]"))?);
    }
    request.env = env(world)?;
    request.determinism = determinism(world);
    Ok(request)
}

/// A program file, under the name that was given where the workspace can have it, so that
/// tracebacks show that name; else under its last part.
fn script(path: &Path, copies: &mut Copies, limits: &Limits) -> Result<Program, Failure> {
    let shown = path.display().to_string();
    let source = read_named(path.as_os_str(), &shown, MAX_SOURCE_BYTES)?;
    let text = source_text(source, &shown)?;
    let inside = path.components().all(|part| matches!(part, Component::Normal(_)));
    let short = path.components().count() as u64 <= limits.path_depth;
    let name = if inside && short { Some(path.as_os_str()) } else { path.file_name() };
    let name = utf8(name.unwrap_or_default(), "FILE.py")?;
    copies.insert(name.clone(), text.into_bytes())?;
    Ok(Program::Script(name))
}

/// Source text, which is UTF-8.
fn source_text(source: Vec<u8>, name: &str) -> Result<String, Failure> {
    if source.is_empty() {
        return Err(Failure::new(format!("{name}: is empty")));
    }
    let text = String::from_utf8(source).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        Failure::new(format!("{name}: is not UTF-8 (byte {at})"))
    })?;
    if text.contains('\0') {
        return Err(Failure::new(format!("{name}: holds a NUL character")));
    }
    Ok(text)
}

/// `NAME=VALUE` of `--env`.
pub(super) fn env_pair(pair: &OsStr) -> Result<(String, String), Failure> {
    let pair = utf8(pair, "env")?;
    let (name, value) = pair
        .split_once('=')
        .ok_or_else(|| Failure::usage(format!("--env {pair}: expected NAME=VALUE")))?;
    Ok((name.to_owned(), value.to_owned()))
}

/// An argument of the command line as text.
pub(super) fn utf8(text: &OsStr, field: &str) -> Result<String, Failure> {
    text.to_str().map(str::to_owned).ok_or_else(|| Failure::new(format!("{field}: is not UTF-8")))
}

/// What is in a file, or for `-` on standard input.
fn read_named(path: &OsStr, shown: &str, max: usize) -> Result<Vec<u8>, Failure> {
    if path == "-" {
        return read_all(io::stdin().lock(), STDIN, max);
    }
    let fail = |error: io::Error| Failure::new(format!("{shown}: {}", files::words(&error)));
    let file = File::open(path).map_err(fail)?;
    if file.metadata().map_err(fail)?.is_dir() {
        return Err(Failure::new(format!("{shown}: is a directory")));
    }
    read_all(file, shown, max)
}

fn read_all(source: impl Read, shown: &str, max: usize) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    source
        .take(max as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| Failure::new(format!("{shown}: {}", files::words(&error))))?;
    if bytes.len() > max {
        return Err(Failure::new(format!("{shown}: more than the {max} bytes that are allowed")));
    }
    Ok(bytes)
}
