//! The command line as types. The comments are the help texts.

#![allow(clippy::doc_markdown, reason = "a terminal shows backticks as they are")]

use super::{exit, install::BundleName, limits::LimitArg};
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::{ffi::OsString, path::PathBuf};

/// Runs Python that nobody has to trust: real Python, sealed in WebAssembly.
#[derive(Debug, Parser)]
#[command(name = "hognose", version, after_help = exit::HELP, max_term_width = 100)]
pub(super) struct Cli {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Run(Box<RunArgs>),
    Repl(Box<ReplArgs>),
    Exec(Box<ExecArgs>),
    Wasi(WasiArgs),
    Schema(SchemaArgs),
    /// Bundles, the versioned packages of a runtime, and their modules
    Bundle {
        #[command(subcommand)]
        command: BundleCommand,
    },
    /// Keys that sign bundles
    Key {
        #[command(subcommand)]
        command: KeyCommand,
    },
}

/// Runs a Python program, as `python` would, in a fresh sealed guest
///
/// Everything behind the program is for the program, as with python. Standard input is read when
/// the program reads it. Of each output stream the first and the last half of its limit are
/// printed: the first half as it is written, the rest at the end.
#[derive(Debug, Args)]
#[command(
    after_help = exit::HELP,
    override_usage = "hognose run [OPTIONS] <-c CODE | -m MODULE | FILE.py | -> [ARG]...\n       \
                      hognose run [OPTIONS] --request <FILE | ->"
)]
pub(super) struct RunArgs {
    /// Program text
    #[arg(short = 'c', value_name = "CODE", conflicts_with_all = ["module", "file_or_dash", "request"], allow_hyphen_values = true)]
    pub(super) code: Option<OsString>,
    /// A module to run, of Python or of the workspace (see --file)
    #[arg(short = 'm', value_name = "MODULE", conflicts_with_all = ["file_or_dash", "request"], allow_hyphen_values = true)]
    pub(super) module: Option<OsString>,
    /// A program file of this machine; `-`: the program is on standard input
    #[arg(value_name = "FILE.py", conflicts_with = "request")]
    pub(super) file_or_dash: Option<OsString>,
    /// What the program sees as sys.argv[1:]
    #[arg(value_name = "ARG", last = true, conflicts_with = "request")]
    pub(super) args: Vec<OsString>,
    /// A whole request as JSON (`hognose schema request`) from a file; `-`: standard input
    #[arg(long, value_name = "FILE", conflicts_with_all = ["file", "env", "limit", "seed", "epoch", "session"])]
    pub(super) request: Option<PathBuf>,
    #[command(flatten)]
    pub(super) world: WorldArgs,
    #[command(flatten)]
    pub(super) session: SessionArgs,
    /// Prints the whole outcome as JSON instead of the program's output
    #[arg(long)]
    pub(super) json: bool,
    #[command(flatten)]
    pub(super) runtime: RuntimeArgs,
}

/// Runs what is typed, line by line, in a sealed session, as Python's own prompt does
///
/// Values are shown by their repr. A block ends with an empty line. Limits hold for each line or block
/// anew; what is stopped by one, or by Ctrl-C, leaves all variables as they are. Without a terminal,
/// standard input is read in the same way.
#[derive(Debug, Args)]
#[command(after_help = exit::HELP)]
pub(super) struct ReplArgs {
    #[command(flatten)]
    pub(super) world: WorldArgs,
    #[command(flatten)]
    pub(super) session: SessionArgs,
    #[command(flatten)]
    pub(super) runtime: RuntimeArgs,
}

// Where a session comes from, and goes to.
#[derive(Debug, Args)]
pub(super) struct SessionArgs {
    /// Goes on with the session in this file, or a new one, and writes it there: all that Python knows
    #[arg(long, value_name = "FILE", help_heading = "Session")]
    pub(super) session: Option<PathBuf>,
    /// The key of the session's file, 32 bytes in hexadecimal: only what was written with it is read
    #[arg(long, value_name = "FILE", requires = "session", help_heading = "Session")]
    pub(super) key_file: Option<PathBuf>,
}

// What a program sees, and what it may use. (A help text here would be that of the command.)
#[derive(Debug, Args)]
pub(super) struct WorldArgs {
    /// Copies a file or directory into the workspace, by default under its own name
    #[arg(long, value_name = "HOST[:GUEST]")]
    pub(super) file: Vec<OsString>,
    /// Writes created and changed files of the workspace below this directory
    #[arg(long, value_name = "DIR")]
    pub(super) out: Option<PathBuf>,
    /// Sets an environment variable; there are no others
    #[arg(long, value_name = "NAME=VALUE")]
    pub(super) env: Vec<OsString>,
    /// Sets a limit, such as wall_ms=500, fuel=1000000, memory_bytes=32M
    #[arg(long, value_name = "NAME=VALUE")]
    pub(super) limit: Vec<LimitArg>,
    /// Makes the run deterministic: seeded randomness, a clock that advances with the work done
    #[arg(long, value_name = "N")]
    pub(super) seed: Option<u64>,
    /// Where the clock of a deterministic run starts, in seconds since 1970
    #[arg(long, value_name = "N", requires = "seed")]
    pub(super) epoch: Option<u64>,
}

/// Runs a command of a bundle in the same world as a Python program, with the same limits
///
/// The command sees `/workspace` and `/tmp`, and nothing else. Its limits are those that its bundle
/// suggests, unless told otherwise. What --bundle does not have is looked for in what is installed.
#[derive(Debug, Args)]
#[command(
    after_help = exit::HELP,
    override_usage = "hognose exec [OPTIONS] <NAME> [ARG]..."
)]
pub(super) struct ExecArgs {
    /// The command; BUNDLE:NAME and BUNDLE@VERSION:NAME for one of an installed bundle
    #[arg(value_name = "NAME")]
    pub(super) name: String,
    /// What the command sees behind its own name
    #[arg(value_name = "ARG", last = true)]
    pub(super) args: Vec<OsString>,
    #[command(flatten)]
    pub(super) world: WorldArgs,
    /// Prints the whole outcome as JSON instead of the command's output
    #[arg(long)]
    pub(super) json: bool,
    #[command(flatten)]
    pub(super) runtime: RuntimeArgs,
}

#[derive(Debug, Args)]
pub(super) struct RuntimeArgs {
    /// The bundle's directory
    #[arg(long, value_name = "DIR", env = "HOGNOSE_BUNDLE")]
    pub(super) bundle: Option<PathBuf>,
    #[command(flatten)]
    pub(super) trust: TrustArgs,
    /// Compiles afresh instead of using $HOGNOSE_CACHE or ~/.cache/hognose
    #[arg(long)]
    pub(super) no_cache: bool,
}

// Whose bundles are run. Without any of these: such as are signed with a key that is built in.
#[derive(Debug, Args)]
pub(super) struct TrustArgs {
    /// A trust policy as JSON (`hognose schema trust`): keys, pins, what is revoked
    #[arg(long, value_name = "FILE", env = "HOGNOSE_TRUST", help_heading = "Trust")]
    pub(super) trust: Option<PathBuf>,
    /// Takes bundles that are signed with this public key, too
    #[arg(long, value_name = "PUBLIC_KEY", help_heading = "Trust")]
    pub(super) trust_key: Vec<String>,
    /// Takes the bundle whose manifest has this SHA-256, whoever signed it
    #[arg(long, value_name = "SHA256", help_heading = "Trust")]
    pub(super) pin: Vec<String>,
    /// Takes no bundle that is signed with the development key, which everybody has
    #[arg(long, help_heading = "Trust")]
    pub(super) no_development: bool,
    /// Takes bundles that nobody vouches for
    #[arg(long, help_heading = "Trust")]
    pub(super) allow_unsigned: bool,
}

/// Runs any WASI preview-1 command in the same sealed world, under the same limits
///
/// Directories are copied in, and nothing is copied out. Options stand before the module:
/// everything behind it is for the command.
#[derive(Debug, Args)]
#[command(
    after_help = exit::HELP,
    override_usage = "hognose wasi [OPTIONS] <MODULE.wasm> [ARG]..."
)]
pub(super) struct WasiArgs {
    /// The module
    #[arg(value_name = "MODULE.wasm")]
    pub(super) module: PathBuf,
    /// What the command sees behind its own name
    #[arg(value_name = "ARG", last = true)]
    pub(super) args: Vec<OsString>,
    /// Copies a directory in and opens it for the command, by default under the path given
    #[arg(long, value_name = "HOST[:GUEST]")]
    pub(super) dir: Vec<OsString>,
    /// Sets an environment variable; there are no others
    #[arg(long, value_name = "NAME=VALUE")]
    pub(super) env: Vec<OsString>,
    /// Sets a limit, such as wall_ms=500, fuel=1000000, memory_bytes=32M
    #[arg(long, value_name = "NAME=VALUE")]
    pub(super) limit: Vec<LimitArg>,
    /// Compiles afresh instead of using $HOGNOSE_CACHE or ~/.cache/hognose
    #[arg(long)]
    pub(super) no_cache: bool,
}

/// Prints a JSON Schema, or the tool definition that an LLM API takes
#[derive(Debug, Args)]
pub(super) struct SchemaArgs {
    #[arg(default_value = "request")]
    pub(super) of: Schema,
    #[command(flatten)]
    pub(super) runtime: RuntimeArgs,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Schema {
    /// What goes in
    Request,
    /// What comes out
    Outcome,
    /// The `Python` tool: name, description, input schema; it says when it is disabled, and why
    Tool,
    /// A bundle's manifest
    Manifest,
    /// A trust policy: whose bundles are run
    Trust,
}

#[derive(Debug, Subcommand)]
pub(super) enum BundleCommand {
    Build(BundleBuildArgs),
    Sign(BundleSignArgs),
    Verify(BundleVerifyArgs),
    Info(BundleInfoArgs),
    Install(BundleInstallArgs),
    List(BundleListArgs),
    Remove(BundleRemoveArgs),
    Meter(BundleMeterArgs),
}

/// Makes a bundle of the files that a draft names: meters modules, writes sizes and hashes
///
/// The draft is a manifest (`hognose schema manifest`) without what is computed here: sha256 and size
/// of its assets, abi.wasi and abi.metering. The bundle is not signed yet.
#[derive(Debug, Args)]
pub(super) struct BundleBuildArgs {
    /// The directory with the draft, bundle.json, and the files that it names
    #[arg(value_name = "DIR")]
    pub(super) dir: PathBuf,
    /// Where the bundle goes
    #[arg(long, value_name = "DIR")]
    pub(super) out: PathBuf,
}

/// Signs a bundle's manifest, once its files are held against it
#[derive(Debug, Args)]
pub(super) struct BundleSignArgs {
    /// The bundle's directory
    pub(super) dir: PathBuf,
    #[command(flatten)]
    pub(super) key: SecretKeyArgs,
}

// Which secret key: a file's, that in $HOGNOSE_SIGNING_KEY, or the development key.
#[derive(Debug, Args)]
pub(super) struct SecretKeyArgs {
    /// A file with a secret key, as `hognose key new` makes it; else $HOGNOSE_SIGNING_KEY holds the key
    #[arg(long, value_name = "FILE", conflicts_with = "development")]
    pub(super) key: Option<PathBuf>,
    /// The development key, which everybody has
    #[arg(long)]
    pub(super) development: bool,
}

#[derive(Debug, Subcommand)]
pub(super) enum KeyCommand {
    New(KeyNewArgs),
    Show(KeyShowArgs),
}

/// Makes a key, and prints its public half
#[derive(Debug, Args)]
pub(super) struct KeyNewArgs {
    /// Where the secret half goes, readable for you alone; there must be no such file
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
}

/// Prints the public half of a key, and its name
#[derive(Debug, Args)]
pub(super) struct KeyShowArgs {
    /// The file with the secret half; else $HOGNOSE_SIGNING_KEY holds it
    #[arg(value_name = "FILE", conflicts_with = "development")]
    pub(super) file: Option<PathBuf>,
    /// The development key, which everybody has
    #[arg(long)]
    pub(super) development: bool,
}

/// Verifies a bundle: who vouches for it, and that its files are those that its manifest names
#[derive(Debug, Args)]
pub(super) struct BundleVerifyArgs {
    /// The bundle's directory
    #[arg(env = "HOGNOSE_BUNDLE")]
    pub(super) dir: Option<PathBuf>,
    #[command(flatten)]
    pub(super) trust: TrustArgs,
}

/// Verifies a bundle and tells what is in it
#[derive(Debug, Args)]
pub(super) struct BundleInfoArgs {
    /// The bundle's directory
    #[arg(env = "HOGNOSE_BUNDLE")]
    pub(super) dir: Option<PathBuf>,
    /// Prints it as JSON
    #[arg(long)]
    pub(super) json: bool,
    #[command(flatten)]
    pub(super) trust: TrustArgs,
}

/// Fetches a bundle from a registry, verifies it and keeps it for `hognose exec` and `hognose run`
///
/// What is kept is verified anew whenever it is run. Of a try that was interrupted the next one uses
/// what is there. Nothing of who asks is sent to the registry, and no signature with the development
/// key, which everybody has, is taken unless that is asked for.
#[derive(Debug, Args)]
pub(super) struct BundleInstallArgs {
    /// The bundle, and its version unless it is to be the newest
    #[arg(value_name = "NAME[@VERSION]")]
    pub(super) bundle: BundleName,
    /// The registry: a directory or an https:// address
    #[arg(long, value_name = "REGISTRY", env = "HOGNOSE_REGISTRY")]
    pub(super) from: String,
    /// Takes an older version than the one that is installed
    #[arg(long)]
    pub(super) allow_downgrade: bool,
    /// Takes a bundle that is signed with the development key
    #[arg(long, conflicts_with = "no_development")]
    pub(super) allow_development: bool,
    #[command(flatten)]
    pub(super) trust: TrustArgs,
}

/// Lists the installed bundles
#[derive(Debug, Args)]
pub(super) struct BundleListArgs {
    /// Prints them as JSON
    #[arg(long)]
    pub(super) json: bool,
    #[command(flatten)]
    pub(super) trust: TrustArgs,
}

/// Removes an installed bundle
#[derive(Debug, Args)]
pub(super) struct BundleRemoveArgs {
    /// The bundle: one version, or all
    #[arg(value_name = "NAME[@VERSION]")]
    pub(super) bundle: BundleName,
}

/// Makes a WASI preview-1 module count its own work
///
/// The metered module imports nothing but preview 1 and runs on any engine, without limits until
/// its host calls the exports hognose_set_fuel and hognose_set_memory_limit. A bundle's modules are
/// metered when it is built; `hognose wasi` meters what it runs by itself.
#[derive(Debug, Args)]
pub(super) struct BundleMeterArgs {
    /// Believes what an interpreter's module says of its own charges, in its exports
    /// hognose_charge and hognose_dispatch
    #[arg(long)]
    pub(super) runtime: bool,
    /// The module
    #[arg(value_name = "IN.wasm")]
    pub(super) module: PathBuf,
    /// Where the metered module goes; a file that is there is replaced as a whole
    #[arg(value_name = "OUT.wasm")]
    pub(super) out: PathBuf,
}
