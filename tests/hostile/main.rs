//! Hostile guests, one file each: see this folder's README. `cargo test -p hognose-tests --test
//! hostile -- FILTER` runs those whose name holds FILTER.
#![allow(missing_docs)]

use hognose::{Bundle, Engine, Module, Outcome, RunOptions, Runner, run_command};
use hognose_tests::hostile::{self, Guest, HARMLESS_OUTPUT, harmless};
use libtest_mimic::{Arguments, Failed, Trial};
use std::{error::Error, fs, path::Path, process::ExitCode, sync::Arc, time::Duration};

/// How far behind its limit of wall-clock time a run may end, on a machine that has other work.
const PATIENCE: Duration = Duration::from_secs(3);

/// Memory that may be resident beyond that of the start: while guests run side by side, each with
/// 64 MiB of its own, and after them, when what an allocator keeps is all there is.
const MORE_AT_PEAK_KIB: u64 = 512 << 10;
const MORE_AFTER_KIB: u64 = 64 << 10;

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("hostile guests: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<ExitCode, Box<dyn Error>> {
    let mut arguments = Arguments::from_args();
    // What is resident at the peak must not depend on how many cores there are.
    arguments.test_threads = arguments.test_threads.or(Some(2));
    let runners = Arc::new(Runners::start()?);
    let trials = hostile::all()?.into_iter().map(|guest| {
        let runners = Arc::clone(&runners);
        Trial::test(guest.name, move || runners.check(&guest))
    });
    let trials = trials.collect();
    let before = resident_kib("VmRSS");
    let conclusion = libtest_mimic::run(&arguments, trials);
    if let (Some(before), Some(after), Some(peak)) =
        (before, resident_kib("VmRSS"), resident_kib("VmHWM"))
    {
        println!("KiB resident: {before} before all guests, {peak} at the peak, {after} now");
        if peak > before + MORE_AT_PEAK_KIB || after > before + before / 2 + MORE_AFTER_KIB {
            eprintln!("guests made the host keep more memory than it may");
            return Ok(ExitCode::FAILURE);
        }
    }
    Ok(conclusion.exit_code())
}

/// What guests run on.
struct Runners {
    python: Runner,
    /// What a program that does no harm comes to.
    harmless: Outcome,
}

impl Runners {
    fn start() -> Result<Self, Box<dyn Error>> {
        let bundle = Path::new(env!("CARGO_MANIFEST_DIR")).join("../bundles/lang-python/0.1.0");
        let python = Runner::new(Bundle::load(bundle)?)?;
        let harmless = python.run(harmless())?;
        if harmless.stdout.text() != HARMLESS_OUTPUT {
            return Err(format!("the harmless program comes to {harmless:?}").into());
        }
        Ok(Self { python, harmless })
    }

    /// Runs a guest, twice where both runs must be equal, then the harmless program.
    fn check(&self, guest: &Guest) -> Result<(), Failed> {
        let outcome = self.outcome(guest)?;
        if guest.is_deterministic {
            let again = self.outcome(guest)?;
            if again != outcome {
                return Err(format!("again it comes to {again:#?}, not {outcome:#?}").into());
            }
        } else {
            let late = Duration::from_micros(outcome.receipt.wall_us)
                .saturating_sub(Duration::from_millis(guest.limits.wall_ms));
            if late > PATIENCE {
                return Err(format!("it was stopped {late:?} too late").into());
            }
        }
        let harmless = self.python.run(harmless())?;
        if harmless != self.harmless {
            return Err(format!("after it, a harmless program comes to {harmless:#?}").into());
        }
        expect(guest, &hostile::tell(&outcome, guest.is_deterministic));
        Ok(())
    }

    /// What it comes to. Not an outcome at all, which is what a panic comes to, is a failure.
    fn outcome(&self, guest: &Guest) -> Result<Outcome, Failed> {
        if guest.is_python() {
            return Ok(self.python.run(guest.request())?);
        }
        // An engine keeps the code of all modules that it has compiled.
        let module = Module::compile(&Engine::new(), &guest.wasm()?)?;
        Ok(run_command(&module, guest.world(), RunOptions::new())?.outcome)
    }
}

/// Fails, with a diff, unless this is what the snapshot beside the guest says.
fn expect(guest: &Guest, told: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("hostile").join(guest.name);
    let mut settings = insta::Settings::new();
    settings.set_snapshot_path(path.parent().unwrap_or(&path));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    settings.bind(|| insta::assert_snapshot!(name.as_ref(), told));
}

/// KiB of this process that are resident, or were at most; unknown elsewhere than on Linux.
fn resident_kib(field: &str) -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(field)?.strip_prefix(':'))?;
    line.trim().strip_suffix(" kB")?.parse().ok()
}
