//! The bounded run: a target on its committed corpus, then on random changes of it, until the time
//! is over. Every input is written to a file before the target sees it, so that whatever ends the
//! process, a panic or worse, leaves the input behind.

use crate::mutation::{Chance, mutated};
use std::{
    env, fs,
    io::{self, Seek as _, Write as _},
    path::{Path, PathBuf},
    process::ExitCode,
    time::{Duration, Instant},
};

/// Seconds that each target gets where nothing else is said.
pub const SECONDS: u64 = 60;

/// A target: it panics where a promise is not kept.
pub type Target = fn(&[u8]);

/// The committed corpus of a target.
pub fn corpus(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(name)
}

/// Runs a target's program: `--seconds N` for a bounded run, with `--inputs N` of no more than so many
/// inputs; else files to replay; without arguments it replays the corpus.
pub fn main(name: &str, target: Target) -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let result = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["--seconds", seconds] => bounded(name, target, seconds, None),
        ["--seconds", seconds, "--inputs", inputs] => bounded(name, target, seconds, Some(inputs)),
        [] => replay(&[corpus(name)], target),
        _ => replay(&arguments.iter().map(PathBuf::from).collect::<Vec<_>>(), target),
    };
    match result {
        Ok(inputs) => {
            println!("{name}: {inputs} inputs, and every promise was kept");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{name}: {error}");
            ExitCode::from(2)
        }
    }
}

fn bounded(name: &str, target: Target, seconds: &str, inputs: Option<&str>) -> io::Result<u64> {
    let number = |text: &str| {
        text.parse().map_err(|error| io::Error::other(format!("{text:?} is no number: {error}")))
    };
    let time = Duration::from_secs(number(seconds)?);
    let most = inputs.map_or(Ok(u64::MAX), number)?;
    run(name, target, time, most, &env::temp_dir().join(format!("hognose-fuzz-{name}")))
}

/// Gives a target these files, and those in these folders.
pub fn replay(paths: &[PathBuf], target: Target) -> io::Result<u64> {
    let mut inputs = 0;
    for path in paths {
        for (path, input) in read(path)? {
            // The last line before a panic says which it was.
            eprintln!("{}", path.display());
            target(&input);
            inputs += 1;
        }
    }
    Ok(inputs)
}

/// Gives a target its corpus and changes of it, for no longer than `time` and of no more than `most`
/// changes. Returns how many inputs that was. `running` holds the one that the target is at, and is
/// removed at the end.
pub fn run(
    name: &str,
    target: Target,
    time: Duration,
    most: u64,
    running: &Path,
) -> io::Result<u64> {
    let start = Instant::now();
    let mut file = fs::File::create(running)?;
    let mut try_one = |input: &[u8]| -> io::Result<()> {
        file.set_len(0)?;
        file.rewind()?;
        file.write_all(input)?;
        target(input);
        Ok(())
    };
    let seeds: Vec<Vec<u8>> = read(&corpus(name))?.into_iter().map(|(_, input)| input).collect();
    for seed in &seeds {
        try_one(seed)?;
    }
    // The same inputs each time: a change that lands must not fail for another's bad luck.
    let mut chance = Chance(0);
    let mut changes = 0;
    while changes < most && start.elapsed() < time {
        try_one(&mutated(&seeds, &mut chance))?;
        changes += 1;
    }
    fs::remove_file(running)?;
    Ok(seeds.len() as u64 + changes)
}

/// A file, or the files in a folder, in the order of their names.
fn read(path: &Path) -> io::Result<Vec<(PathBuf, Vec<u8>)>> {
    let told = |error: io::Error| io::Error::other(format!("{}: {error}", path.display()));
    let mut paths = vec![path.to_owned()];
    if path.is_dir() {
        let entries = fs::read_dir(path).map_err(told)?;
        paths = entries.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
        paths.sort();
    }
    paths
        .into_iter()
        .map(|path| {
            let input = fs::read(&path).map_err(told)?;
            Ok((path, input))
        })
        .collect()
}
