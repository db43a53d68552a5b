//! All targets at once for a bounded time, each in a process of its own.

use hognose_fuzz::bounded::SECONDS;
use std::{
    env, fs,
    process::Command,
    thread,
    time::{Duration, Instant},
};

/// The targets, their programs, and how many changes of the corpus each tries where no time is
/// given. So many have been tried before: a change of something else must not fail because a machine
/// is faster than others and gets to what none has seen.
const TARGETS: [(&str, &str, u64); 5] = [
    ("manifest", env!("CARGO_BIN_EXE_manifest"), 2_000_000),
    ("meter", env!("CARGO_BIN_EXE_meter"), 100_000),
    ("paths", env!("CARGO_BIN_EXE_paths"), 400_000),
    ("snapshot", env!("CARGO_BIN_EXE_snapshot"), 30_000),
    ("wasi", env!("CARGO_BIN_EXE_wasi"), 100_000),
];

/// How much longer than its time a target may take: its corpus, and one slow input.
const GRACE: Duration = Duration::from_secs(25);

#[test]
fn every_target_keeps_its_promises() {
    let given: Option<u64> = env::var("HOGNOSE_FUZZ_SECONDS").ok().map(|seconds| {
        seconds.parse().unwrap_or_else(|_| panic!("HOGNOSE_FUZZ_SECONDS={seconds}: no number"))
    });
    let seconds = given.unwrap_or(SECONDS);
    let failures: Vec<String> = thread::scope(|scope| {
        let runs = TARGETS.map(|(name, program, inputs)| {
            let inputs = given.map_or(inputs, |_| u64::MAX);
            scope.spawn(move || run(name, program, seconds, inputs))
        });
        runs.into_iter().filter_map(|run| run.join().expect("it ends").err()).collect()
    });
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// Runs a target. The error says what happened, and what to do.
fn run(name: &str, program: &str, seconds: u64, inputs: u64) -> Result<(), String> {
    let folder = env!("CARGO_TARGET_TMPDIR");
    let mut child = Command::new(program)
        .args(["--seconds", &seconds.to_string(), "--inputs", &inputs.to_string()])
        .env("TMPDIR", folder)
        .spawn()
        .expect("the target starts");
    let end = Instant::now() + Duration::from_secs(seconds) + GRACE;
    let ended = loop {
        match child.try_wait().expect("it can be waited for") {
            Some(status) if status.success() => return Ok(()),
            Some(status) => break format!("it ended with {status}"),
            None if Instant::now() > end => {
                child.kill().expect("it can be stopped");
                child.wait().expect("it is stopped");
                break "it hangs".to_owned();
            }
            None => thread::sleep(Duration::from_millis(50)),
        }
    };
    let kept = format!("{folder}/crash-{name}");
    fs::rename(format!("{folder}/hognose-fuzz-{name}"), &kept).expect("the input is there");
    Err(format!(
        "{name}: {ended}; the input is {kept}\n  \
         replay it: cargo run --profile fuzz -p hognose-fuzz --bin {name} -- {kept}\n  \
         once it is mended: add it to fuzz/corpus/{name}"
    ))
}
