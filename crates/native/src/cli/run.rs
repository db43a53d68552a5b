//! `hognose run`.

use super::{
    args::{RunArgs, RuntimeArgs},
    exit::{self, Failure},
    out,
    program::{self, Prepared},
    session::Kept,
    streams::Streams,
    trust,
};
use hognose::{
    Bundle, BundleStore, CancelHandle, Engine, ModuleCache, Outcome, Request, RunOptions, Runner,
    Turn,
};
use std::{
    env, io,
    path::{Path, PathBuf},
    process,
};

/// The bundle of this version, below the directory that holds bundles.
const BUNDLE: &str = "lang-python/0.1.0";

pub(super) fn run(args: &RunArgs) -> Result<u8, Failure> {
    let Prepared { request, stdin_is_free } = program::prepare(args)?;
    let runner = runner(&args.runtime)?;
    let how = How { stdin_is_free, json: args.json, out: args.world.out.as_deref() };
    if args.session.session.is_none() {
        return execute(&how, |options| runner.run_with(request, options).map_err(Failure::new));
    }
    let mut session = Kept::open(&runner, &args.session, &args.world)?;
    let Request { program, args, stdin, files, .. } = request;
    let mut turn = Turn::new(program);
    (turn.args, turn.stdin, turn.files) = (args, stdin, files);
    execute(&how, |options| session.run(turn, options))
}

/// What becomes of a run's streams and files.
pub(super) struct How<'a> {
    pub(super) stdin_is_free: bool,
    pub(super) json: bool,
    pub(super) out: Option<&'a Path>,
}

/// Runs something to its outcome, and tells it. The exit code.
pub(super) fn execute(
    how: &How<'_>,
    run: impl FnOnce(RunOptions) -> Result<Outcome, Failure>,
) -> Result<u8, Failure> {
    let cancel = cancel_on_interrupt()?;
    let streams = Streams::new(cancel.clone());
    let mut options = RunOptions::new().cancel(cancel);
    if how.stdin_is_free {
        options = options.live_stdin(io::stdin());
    }
    if !how.json {
        let streams = streams.clone();
        options = options.on_output(move |stream, bytes| streams.pass(stream, bytes));
    }
    let outcome = run(options)?;
    if let Some(dir) = how.out {
        out::write(dir, &outcome.files)?;
    }
    if how.json {
        print_json(&outcome)?;
        return Ok(exit::code(&outcome));
    }
    Ok(finish(&streams, &outcome))
}

/// Prints what is left of the output, and what stopped the run. The exit code.
pub(super) fn finish(streams: &Streams, outcome: &Outcome) -> u8 {
    if !streams.finish(outcome) {
        return exit::NO_READER;
    }
    exit::explain(outcome);
    exit::code(outcome)
}

fn print_json(outcome: &Outcome) -> Result<(), Failure> {
    let json = serde_json::to_string(outcome).map_err(Failure::new)?;
    super::print(&format!("{json}\n"))
}

pub(super) fn runner(args: &RuntimeArgs) -> Result<Runner, Failure> {
    let bundle = python(args).map_err(Failure::prefixed("Python is disabled"))?;
    Runner::with_cache(&bundle, &Engine::new(), &cache(args.no_cache)).map_err(Failure::new)
}

/// The bundle that is named, verified.
pub(super) fn python(args: &RuntimeArgs) -> Result<Bundle, Failure> {
    let policy = trust::policy(&args.trust)?;
    Bundle::load_with(bundle_dir(args.bundle.as_deref())?, &policy).map_err(Failure::new)
}

pub(super) fn cache(no_cache: bool) -> ModuleCache {
    if no_cache { ModuleCache::off() } else { ModuleCache::user() }
}

/// The bundle's directory: the one given, else the one that came with this program: beside it
/// (`../share/hognose/`), or in the checkout that it was built in; else the newest that is installed.
pub(super) fn bundle_dir(given: Option<&Path>) -> Result<PathBuf, Failure> {
    if let Some(dir) = given {
        return Ok(dir.to_owned());
    }
    let program = env::current_exe().unwrap_or_default();
    let above = program.ancestors().skip(1);
    let candidates = above
        .flat_map(|dir| [dir.join("share/hognose").join(BUNDLE), dir.join("bundles").join(BUNDLE)]);
    let installed = || Some(BundleStore::user()?.find("lang-python", None)?.dir);
    let shipped = candidates.into_iter().find(|dir| dir.join("manifest.json").is_file());
    shipped.or_else(installed).ok_or_else(|| {
        Failure::new("no bundle: name its directory with --bundle DIR or HOGNOSE_BUNDLE, or install lang-python")
    })
}

/// A handle that Ctrl-C cancels. The second one ends the process: whatever hangs, the user does
/// not.
pub(super) fn cancel_on_interrupt() -> Result<CancelHandle, Failure> {
    let cancel = CancelHandle::new();
    let handle = cancel.clone();
    let handler = move || {
        if handle.is_cancelled() {
            process::exit(exit::CANCELLED.into());
        }
        handle.cancel();
    };
    ctrlc::set_handler(handler).map_err(Failure::new)?;
    Ok(cancel)
}
