//! The figures of BENCHMARKS.md: `scripts/bench`, or `cargo bench -p hognose`.
//!
//! Everything is measured against `python3` in the same run, alternating, on the machine as it is.
//! Needs a bundle: `HOGNOSE_BUNDLE`, else the one of this checkout.

mod figures;

use figures::{bundle_dir, compare, expect_ok, median, percentile, resident_kib, row};
use hognose::{Bundle, Limits, Request, Runner};
use std::{
    error::Error,
    path::Path,
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

const HOGNOSE: &str = env!("CARGO_BIN_EXE_hognose");

fn main() -> Result<(), Box<dyn Error>> {
    let dir = bundle_dir();
    let python = real_python()?;
    println!("bundle {}\npython {}\ncpus   {}\n", dir.display(), python, cpus());

    let runner = Runner::new(Bundle::load(&dir)?)?;
    row("what", "hognose", "python3", "ratio", "aim");
    fresh_runs(&runner, &python)?;
    processes(&dir, &python);
    programs(&runner, &python)?;
    memory(&runner)?;
    threads(&runner);
    Ok(())
}

/// A fresh run on a warm runner.
fn fresh_runs(runner: &Runner, python: &str) -> Result<(), Box<dyn Error>> {
    let mut ours = Vec::new();
    for _ in 0..2000 {
        let start = Instant::now();
        print_one(runner)?;
        ours.push(start.elapsed());
    }
    let theirs = median((0..40).map(|_| python_process(python, "print(1)")).collect());
    let (ours, slow) = (median(ours.clone()), percentile(ours, 99));
    compare("fresh print(1), median", ours, theirs, "<= 1 ms");
    compare("fresh print(1), 99 of 100", slow, theirs, "");
    Ok(())
}

/// `hognose run -c 'print(1)'` as a whole process with a warm cache.
fn processes(dir: &Path, python: &str) {
    let hognose = || {
        let start = Instant::now();
        let status = Command::new(HOGNOSE)
            .args(["run", "-c", "print(1)"])
            .env("HOGNOSE_BUNDLE", dir)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .status();
        assert!(status.is_ok_and(|status| status.success()), "hognose run failed");
        start.elapsed()
    };
    hognose();
    let pairs = (0..200).map(|_| (hognose(), python_process(python, "print(1)")));
    let (ours, theirs): (Vec<_>, Vec<_>) = pairs.unzip();
    compare("whole process, print(1)", median(ours), median(theirs), "<= 0.50");
}

/// What programs take that compute.
fn programs(runner: &Runner, python: &str) -> Result<(), Box<dyn Error>> {
    let programs = [
        ("loop of 300 000 additions", "s = 0\nfor i in range(300000):\n    s += i\nprint(s)"),
        ("fib(22), recursive", "def f(n): return n if n < 2 else f(n-1) + f(n-2)\nprint(f(22))"),
        (
            "dict and str, 30 000 keys",
            "d = {}\nfor i in range(30000): d[str(i)] = i\nprint(len(d))",
        ),
        (
            "10 000 exceptions",
            "n = 0\nfor i in range(10000):\n    try: int('x')\n    except ValueError: n += 1\nprint(n)",
        ),
        (
            "json round trips",
            "import json\nfor i in range(200): s = json.loads(json.dumps(list(range(100))))\nprint(len(s))",
        ),
    ];
    // Python has no limit on its side.
    let limits = Limits::default().with_fuel(1 << 50).with_wall_ms(60_000);
    for (name, code) in programs {
        let mut ours = Vec::new();
        let mut theirs = Vec::new();
        for _ in 0..7 {
            let start = Instant::now();
            expect_ok(&runner.run(Request::code(code).with_limits(limits.clone()))?)?;
            ours.push(start.elapsed());
            theirs.push(python_process(python, code));
        }
        compare(name, median(ours), median(theirs), "");
    }
    Ok(())
}

/// Resident memory over 10 000 runs.
fn memory(runner: &Runner) -> Result<(), Box<dyn Error>> {
    let mut samples = Vec::new();
    for run in 1..=10_000 {
        print_one(runner)?;
        if run % 1000 == 0 {
            samples.push(resident_kib()?);
        }
    }
    let (least, most) = (samples.iter().min(), samples.iter().max());
    let (least, most) = (least.copied().unwrap_or(1), most.copied().unwrap_or(1));
    let spread = (most - least) * 1000 / least;
    let range = format!("{least} to {most} KiB");
    row(
        "resident, 10 000 runs",
        &range,
        "",
        &format!("{}.{} %", spread / 10, spread % 10),
        "+-5 %",
    );
    Ok(())
}

/// Runs per second on two threads against one, alternating.
fn threads(runner: &Runner) {
    let mut ratios = Vec::new();
    let (mut one, mut two) = (0.0, 0.0);
    for _ in 0..5 {
        one = rate(runner, 1);
        two = rate(runner, 2);
        ratios.push(two / one);
    }
    ratios.sort_by(f64::total_cmp);
    row("runs a second, 1 thread", &format!("{one:.0}"), "", "", "");
    row(
        "runs a second, 2 threads",
        &format!("{two:.0}"),
        "",
        &format!("{:.2}", ratios[2]),
        ">= 1.70",
    );
}

fn rate(runner: &Runner, threads: usize) -> f64 {
    let time = Duration::from_secs(1);
    let start = Instant::now();
    let workers: Vec<_> = (0..threads)
        .map(|_| {
            let runner = runner.clone();
            thread::spawn(move || {
                let mut runs = 0;
                while start.elapsed() < time {
                    if print_one(&runner).is_err() {
                        return 0;
                    }
                    runs += 1;
                }
                runs
            })
        })
        .collect();
    let runs: i32 = workers.into_iter().map(|worker| worker.join().unwrap_or(0)).sum();
    f64::from(runs) / start.elapsed().as_secs_f64()
}

fn print_one(runner: &Runner) -> Result<(), Box<dyn Error>> {
    expect_ok(&runner.run(Request::code("print(1)"))?)
}

fn python_process(python: &str, code: &str) -> Duration {
    let start = Instant::now();
    let status = Command::new(python)
        .args(["-I", "-c", code])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .status();
    assert!(status.is_ok_and(|status| status.success()), "{python} failed");
    start.elapsed()
}

/// The interpreter itself: a version manager's wrapper costs more than Python does.
fn real_python() -> Result<String, Box<dyn Error>> {
    let code = "import sys; print(sys.executable)";
    let output = Command::new("python3").args(["-c", code]).output()?;
    Ok(String::from_utf8(output.stdout)?.trim().to_owned())
}

fn cpus() -> usize {
    thread::available_parallelism().map_or(1, Into::into)
}
