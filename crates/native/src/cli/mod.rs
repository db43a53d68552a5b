//! The command line: what it means, what it prints, how it exits.

mod args;
mod block;
mod build;
mod exec;
mod exit;
mod files;
mod info;
mod install;
mod key;
mod limits;
mod meter;
mod out;
mod program;
mod repl;
mod run;
mod session;
mod sign;
mod split;
mod streams;
mod terminal;
mod trust;
mod wasi;

use args::{BundleCommand, Cli, Command, KeyCommand};
use clap::{CommandFactory as _, FromArgMatches as _};
use exit::Failure;
use std::{io::Write as _, process::ExitCode};

/// Does what the command line says.
pub(crate) fn main() -> ExitCode {
    match dispatch() {
        Ok(code) => code.into(),
        Err(failure) => failure.report(),
    }
}

fn dispatch() -> Result<u8, Failure> {
    let line = split::argv(&Cli::command(), std::env::args_os().collect());
    let matches = Cli::command().try_get_matches_from(line).map_err(Failure::from_clap)?;
    let cli = Cli::from_arg_matches(&matches).map_err(Failure::from_clap)?;
    match cli.command {
        Command::Run(args) => run::run(&args),
        Command::Repl(args) => repl::repl(&args),
        Command::Exec(args) => exec::exec(&args),
        Command::Wasi(args) => wasi::wasi(&args),
        Command::Schema(args) => info::schema(&args),
        Command::Bundle { command } => match command {
            BundleCommand::Build(args) => build::build(&args),
            BundleCommand::Sign(args) => sign::sign(&args),
            BundleCommand::Verify(args) => info::verify(&args),
            BundleCommand::Info(args) => info::bundle(&args),
            BundleCommand::Install(args) => install::install(&args),
            BundleCommand::List(args) => install::list(&args),
            BundleCommand::Remove(args) => install::remove(&args),
            BundleCommand::Meter(args) => meter::meter(&args),
        },
        Command::Key { command: KeyCommand::New(args) } => key::new(&args),
        Command::Key { command: KeyCommand::Show(args) } => key::show(&args),
    }
}

/// Writes to standard output; that its reader is gone is no failure.
fn print(text: &str) -> Result<(), Failure> {
    let mut stdout = std::io::stdout().lock();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(Failure::new(format!("standard output: {error}")))
        }
        _ => Ok(()),
    }
}
