//! The command line as types. The comments are the help texts.

#![allow(clippy::doc_markdown, reason = "a terminal shows backticks as they are")]

use super::{exit, limits::LimitArg};
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
    Wasi(WasiArgs),
    Schema(SchemaArgs),
    /// Bundles, the versioned packages of a runtime, and their modules
    Bundle {
        #[command(subcommand)]
        command: BundleCommand,
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
    #[arg(long, value_name = "FILE", conflicts_with_all = ["file", "env", "limit", "seed", "epoch"])]
    pub(super) request: Option<PathBuf>,
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
    /// Prints the whole outcome as JSON instead of the program's output
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
    /// Compiles afresh instead of using $HOGNOSE_CACHE or ~/.cache/hognose
    #[arg(long)]
    pub(super) no_cache: bool,
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
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Schema {
    /// What goes in
    Request,
    /// What comes out
    Outcome,
    /// The `Python` tool: name, description, input schema
    Tool,
}

#[derive(Debug, Subcommand)]
pub(super) enum BundleCommand {
    Info(BundleInfoArgs),
    Meter(BundleMeterArgs),
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
