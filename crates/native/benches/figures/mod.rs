//! What the benchmarks share: rows of figures.

#![allow(dead_code, reason = "every benchmark uses a part of it")]

use hognose::{Outcome, Status};
use std::{env, error::Error, fs, path::PathBuf, time::Duration};

/// The bundle: `HOGNOSE_BUNDLE`, else the one of this checkout.
pub fn bundle_dir() -> PathBuf {
    let checkout =
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../bundles/lang-python/0.1.0");
    env::var_os("HOGNOSE_BUNDLE").map_or(checkout, PathBuf::from)
}

pub fn expect_ok(outcome: &Outcome) -> Result<(), Box<dyn Error>> {
    match outcome.status {
        Status::Ok => Ok(()),
        _ => Err(format!("{outcome:?}").into()),
    }
}

pub fn median(times: Vec<Duration>) -> Duration {
    percentile(times, 50)
}

pub fn percentile(mut times: Vec<Duration>, of_100: usize) -> Duration {
    times.sort();
    times[(times.len() - 1) * of_100 / 100]
}

pub fn compare(what: &str, ours: Duration, theirs: Duration, aim: &str) {
    let ms = |time: Duration| format!("{:.3} ms", time.as_secs_f64() * 1e3);
    let ratio = ours.as_secs_f64() / theirs.as_secs_f64();
    row(what, &ms(ours), &ms(theirs), &format!("{ratio:.3}"), aim);
}

pub fn row(what: &str, ours: &str, theirs: &str, ratio: &str, aim: &str) {
    println!("{what:<32} {ours:>18} {theirs:>12} {ratio:>8}  {aim}");
}

/// KiB of memory that this process has resident.
pub fn resident_kib() -> Result<u64, Box<dyn Error>> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).ok_or("no VmRSS")?;
    Ok(line.trim().trim_end_matches(" kB").parse()?)
}
