//! The figures of sessions: `scripts/bench --sessions`, or `cargo bench -p hognose --bench sessions`.
//!
//! Needs a bundle: `HOGNOSE_BUNDLE`, else the one of this checkout. Where `HOGNOSE_MONTY` names a
//! directory with `pydantic-monty`, ten dependent turns are measured with that too.

#[path = "../tests/support/directory.rs"]
mod directory;
mod figures;

use directory::Directory;
use figures::{bundle_dir, compare, expect_ok, median, resident_kib, row};
use hognose::{
    Bundle, Limits, Outcome, PoolOptions, Request, RestoreOptions, Runner, Session, SessionId,
    SessionOptions, SessionPool,
};
use std::{
    env,
    error::Error,
    ffi::OsStr,
    path::Path,
    process::Command,
    thread,
    time::{Duration, Instant},
};

/// Sessions that are open at a time.
const POOLED: usize = 10_000;
/// Forks that are made, run and dropped.
const FORKS: usize = 100_000;

type Done<T = ()> = Result<T, Box<dyn Error>>;

fn main() -> Done {
    let runner = Runner::new(Bundle::load(bundle_dir())?)?;
    row("what", "median", "", "", "aim");
    starts(&runner)?;
    ten_turns(&runner)?;
    snapshots(&runner)?;
    soak(&runner)?;
    pool(&runner)
}

/// How long something takes, so many times.
fn times(count: usize, mut what: impl FnMut() -> Done) -> Done<Duration> {
    what()?;
    let mut times = Vec::new();
    for _ in 0..count {
        let start = Instant::now();
        what()?;
        times.push(start.elapsed());
    }
    Ok(median(times))
}

fn figure(what: &str, time: Duration, aim: &str) {
    row(what, &format!("{:.3} ms", time.as_secs_f64() * 1e3), "", "", aim);
}

/// What is made anew for each run.
fn starts(runner: &Runner) -> Done {
    let time = times(2000, || expect_ok(&runner.run(Request::code("1"))?))?;
    figure("fresh run", time, "<= 0.150 ms");
    let open = times(2000, || drop_ok(runner.open(SessionOptions::new())))?;
    figure("open + drop", open, "");

    let mut base = runner.open(SessionOptions::new())?;
    expect_ok(&base.run("x = 1")?)?;
    let time = times(2000, || expect_ok(&base.fork()?.run("x + 1")?))?;
    figure("fork + run + drop", time, "<= 0.150 ms");
    figure("a turn", times(2000, || expect_ok(&base.run("x + 1")?))?, "");
    Ok(())
}

fn drop_ok<T, E: Error + 'static>(done: Result<T, E>) -> Done {
    done.map(drop).map_err(Into::into)
}

/// Each turn uses what the one before it has left.
const TURNS: [&str; 10] = [
    "rows = [{'name': 'n' + str(i), 'value': i * 7 % 11} for i in range(50)]",
    "values = [row['value'] for row in rows]",
    "total = sum(values)",
    "mean = total / len(values)",
    "def spread(xs): return max(xs) - min(xs)",
    "width = spread(values)",
    "top = sorted(rows, key=lambda row: -row['value'])[:3]",
    "names = [row['name'] for row in top]",
    "text = ', '.join(names)",
    "[total, mean, width, text]",
];

/// Ten turns in a session that is opened for them; and where Monty is there, the same in its.
fn ten_turns(runner: &Runner) -> Done {
    let turns =
        |session: &mut Session| TURNS.iter().try_for_each(|turn| expect_ok(&session.run(*turn)?));
    let monty = env::var_os("HOGNOSE_MONTY").map(|dir| monty(&dir)).transpose()?;
    let whole = times(200, || turns(&mut runner.open(SessionOptions::new())?))?;
    let mut inside = Vec::new();
    for _ in 0..200 {
        let mut session = runner.open(SessionOptions::new())?;
        let start = Instant::now();
        turns(&mut session)?;
        inside.push(start.elapsed());
    }
    row("", "hognose", "monty", "ratio", "");
    let (theirs, theirs_inside) = monty.unwrap_or_default();
    compare("ten dependent turns, and a session", whole, theirs, "<= 2 ms, < 1");
    compare("ten dependent turns alone", median(inside), theirs_inside, "");
    Ok(())
}

/// The medians of the same in `pydantic-monty`, as its Python measures it: with a session, and without.
fn monty(dir: &OsStr) -> Done<(Duration, Duration)> {
    let program = include_str!("monty.py");
    let turns = serde_json::to_string(&TURNS)?;
    let output = Command::new("python3")
        .args(["-c", program, &turns])
        .env("PYTHONPATH", dir)
        .env("MONTY_BIN", Path::new(dir).join("bin/monty"))
        .output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    let text = String::from_utf8(output.stdout)?;
    let (whole, inside) = text.trim().split_once(' ').ok_or("no two figures")?;
    let time =
        |text: &str| Ok::<_, Box<dyn Error>>(Duration::from_secs_f64(text.parse::<f64>()? / 1e3));
    Ok((time(whole)?, time(inside)?))
}

/// Snapshots of sessions whose heaps hold so much.
fn snapshots(runner: &Runner) -> Done {
    let fresh = runner.open(SessionOptions::new())?;
    row("fresh session's snapshot", &size(fresh.snapshot(None)?.len()), "", "", "<= 48 KiB");
    row("snapshot of a heap with", "bytes", "take", "restore", "");
    let limits = Limits::default().with_memory_bytes(256 << 20).with_wall_ms(60_000);
    let limits = limits.with_fuel(1 << 50);
    let kinds = [
        ("small lists of numbers", "x = [[i, str(i)] for i in range({mib} * 6500)]"),
        ("random bytes", "import random\nx = [random.randbytes(4096) for i in range({mib} * 250)]"),
    ];
    for (kind, code) in kinds {
        for mib in [1, 16, 64] {
            let mut session = runner.open(SessionOptions::new().with_limits(limits.clone()))?;
            expect_ok(&session.run(code.replace("{mib}", &mib.to_string()))?)?;
            let rounds = 64 / mib + 4;
            let take = times(rounds, || drop_ok(session.snapshot(None)))?;
            let bytes = session.snapshot(None)?;
            let options = RestoreOptions::new().with_max_bytes(1 << 30);
            let restore = times(rounds, || drop_ok(runner.restore(&bytes, &options)))?;
            let ms = |time: Duration| format!("{:.2} ms", time.as_secs_f64() * 1e3);
            let aim = if mib == 1 { "restore <= 1 ms" } else { "" };
            let what = format!("{mib} MiB: {kind}");
            row(&what, &size(bytes.len()), &ms(take), &ms(restore), aim);
        }
    }
    Ok(())
}

fn size(bytes: usize) -> String {
    format!("{}.{} KiB", bytes >> 10, (bytes % 1024) * 10 / 1024)
}

/// Resident memory while forks come and go.
fn soak(runner: &Runner) -> Done {
    let mut base = runner.open(SessionOptions::new())?;
    expect_ok(&base.run("x = list(range(1000))")?)?;
    let mut samples = Vec::new();
    let start = Instant::now();
    for fork in 1..=FORKS {
        expect_ok(&base.fork()?.run("x.append(1)\nlen(x)")?)?;
        if fork % (FORKS / 10) == 0 {
            samples.push(resident_kib()?);
        }
    }
    let each = start.elapsed() / u32::try_from(FORKS)?;
    let (least, most) = (samples.iter().min(), samples.iter().max());
    let (least, most) = (least.copied().unwrap_or(1), most.copied().unwrap_or(1));
    let spread = (most - least) * 1000 / least;
    let range = format!("{least} to {most} KiB");
    let spread = format!("{}.{} %", spread / 10, spread % 10);
    row(&format!("resident, {FORKS} forks"), &range, "", &spread, "+-5 %");
    figure("each of these", each, "");
    Ok(())
}

/// Sessions in a directory, of which few are in memory.
fn pool(runner: &Runner) -> Done {
    let dir = tempfile::tempdir()?;
    let options = PoolOptions::new().with_workers(2).with_max_hot_sessions(64);
    let pool = SessionPool::new(runner.clone(), Directory::new(dir.path()), options)?;
    let start = Instant::now();
    let ids: Vec<SessionId> =
        (0..POOLED).map(|_| pool.open(SessionOptions::new())).collect::<Result<_, _>>()?;
    let turn = |id: SessionId, code: &str| -> Result<Outcome, String> {
        let outcome = pool.run(id, code).map_err(|error| error.to_string())?;
        expect_ok(&outcome).map_err(|error| error.to_string())?;
        Ok(outcome)
    };
    thread::scope(|scope| {
        let halves = ids.chunks(POOLED / 2).map(|ids| {
            let turn = &turn;
            scope.spawn(move || ids.iter().try_for_each(|id| turn(*id, "x = [1] * 1000").map(drop)))
        });
        let halves: Vec<_> = halves.collect();
        halves.into_iter().try_for_each(|half| half.join().map_err(|_| "a panic".to_owned())?)
    })?;
    let each = start.elapsed() / u32::try_from(POOLED)?;
    let mut asked = ids.iter().step_by(POOLED / 500);
    let resume = times(400, || {
        let id = asked.next().ok_or("too few")?;
        turn(*id, "x.append(1); len(x)").map(drop).map_err(Into::into)
    })?;
    let memory = format!("{} MiB", resident_kib()? >> 10);
    row(&format!("resident, {POOLED} sessions open"), &memory, "", "", "<= 2048 MiB");
    figure("open, a turn, stored: each", each, "");
    figure("a turn of one that is stored", resume, "");
    Ok(())
}
