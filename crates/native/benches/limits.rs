//! What the limits cost, and how well they hold: `scripts/bench`, or `cargo bench -p hognose`.
//!
//! The metered runtime against the same without one charge, alternating; then how far behind its
//! deadline each kind of runaway is stopped. `HOGNOSE_PLAIN_RUNTIME` names the runtime before
//! metering.

mod figures;

use figures::{bundle_dir, compare, expect_ok, percentile, row};
use hognose::{
    Bundle, Engine, Limits, ModuleCache, Request, Runner, Status, TrustPolicy, trust::SecretKey,
};
use hognose_core::{bundle::sha256_hex, meter};
use std::{
    collections::BTreeMap,
    env,
    error::Error,
    fs,
    time::{Duration, Instant},
};

fn main() -> Result<(), Box<dyn Error>> {
    let bundle = Bundle::load(bundle_dir())?;
    let engine = Engine::new();
    let metered = Runner::with_cache(&bundle, &engine, &ModuleCache::user())?;
    metering(&metered, &bundle, &engine)?;
    deadlines(&metered)
}

/// Programs that compute, each some tens of milliseconds.
const PROGRAMS: [(&str, &str); 12] = [
    ("additions", "s = 0\nfor i in range(300000):\n    s += i"),
    ("while, in a function", "def f():\n    n = 0\n    while n < 300000:\n        n += 1\nf()"),
    ("fib(24)", "def f(n): return n if n < 2 else f(n-1) + f(n-2)\nf(24)"),
    ("dict of 30 000 str", "d = {}\nfor i in range(30000): d[str(i)] = i"),
    ("exceptions", "for i in range(5000):\n    try: int('x')\n    except ValueError: pass"),
    ("json", "import json\nfor i in range(400): s = json.loads(json.dumps(list(range(100))))"),
    (
        "methods",
        "class A:\n    def __init__(self): self.n = 0\n    def add(self, k): self.n += k\na = A()\nfor i in range(100000): a.add(i)",
    ),
    ("generators", "def g(n):\n    for i in range(n): yield i\ns = sum(x for x in g(100000))"),
    (
        "strings",
        "for i in range(300): s = ' '.join('%d:%s' % (j, 'ab' * 3) for j in range(100)).upper().split()",
    ),
    (
        "sorting",
        "l = [(i * 7919) % 100003 for i in range(60000)]\nfor i in range(3): m = sorted(l)",
    ),
    (
        "sieve",
        "n = 100000\np = [True] * n\nfor i in range(2, 317):\n    if p[i]:\n        for j in range(i * i, n, i): p[j] = False",
    ),
    ("big integers", "a = 1\nfor i in range(1, 1500): a *= i\nstr(a)"),
];

fn metering(metered: &Runner, bundle: &Bundle, engine: &Engine) -> Result<(), Box<dyn Error>> {
    let Some(plain) = env::var_os("HOGNOSE_PLAIN_RUNTIME") else {
        println!("HOGNOSE_PLAIN_RUNTIME is not set: metering is not measured\n");
        return Ok(());
    };
    let wasm = meter::without_charges(&fs::read(plain)?)?;
    let mut manifest = bundle.manifest().clone();
    manifest.assets[0].sha256 = sha256_hex(&wasm);
    manifest.assets[0].size = wasm.len() as u64;
    let manifest = SecretKey::development().sign(manifest.to_json()?.as_bytes())?;
    let files = BTreeMap::from([("python.wasm".to_owned(), wasm)]);
    let uncharged = Bundle::from_bytes(manifest.as_bytes(), files, &TrustPolicy::default())?;
    let uncharged = Runner::with_cache(&uncharged, engine, &ModuleCache::off())?;

    row("metering", "metered", "uncharged", "ratio", "aim");
    let mut ratios = Vec::new();
    for (name, code) in PROGRAMS {
        let request = || {
            let limits = Limits::default().with_fuel(1 << 50).with_wall_ms(60_000);
            Request::code(code).with_limits(limits)
        };
        let time = |runner: &Runner| -> Result<Duration, Box<dyn Error>> {
            let start = Instant::now();
            expect_ok(&runner.run(request())?)?;
            Ok(start.elapsed())
        };
        let (mut with, mut without) = (Vec::new(), Vec::new());
        for _ in 0..40 {
            with.push(time(metered)?);
            without.push(time(&uncharged)?);
        }
        // The quickest of many: what is left when nothing else was in the way.
        let (with, without) = (percentile(with, 0), percentile(without, 0));
        ratios.push(with.as_secs_f64() / without.as_secs_f64());
        let fuel = metered.run(request())?.receipt.fuel;
        compare(name, with, without, &format!("{} fuel a ns", u128::from(fuel) / with.as_nanos()));
    }
    let product: f64 = ratios.iter().product();
    let mean = product.powf(1.0 / f64::from(u8::try_from(ratios.len())?));
    row("geometric mean", "", "", &format!("{mean:.3}"), "<= 1.05");
    println!();
    Ok(())
}

/// Programs that do not end.
const RUNAWAYS: [(&str, &str); 15] = [
    ("while True", "while True: pass"),
    (
        "except BaseException",
        "while True:\n    try:\n        while True: pass\n    except BaseException: pass",
    ),
    (
        "generator chain",
        "def g(h):\n    for x in h: yield x\nimport sys\ndef n():\n    while True: yield 1\nx = n()\nfor i in range(50): x = g(x)\nfor y in x: pass",
    ),
    ("big-int power", "x = 7 ** 3000000"),
    ("printing big ints", "x = 10 ** 4299\nwhile True: str(x)"),
    ("regex", "import re\nwhile True: re.match('(a|aa)+b', 'a' * 24)"),
    ("sort", "l = list(range(200000))\nwhile True: l.sort(key=lambda x: -x)"),
    ("substring search", "s = 'a' * 3000000\nwhile True: (s + 'b').find('a' * 1000 + 'c')"),
    ("sum(range)", "sum(range(10**9))"),
    ("sleep", "import time\ntime.sleep(1e9)"),
    ("bytes fill", "while True: bytearray(8000000)"),
    (
        "recursion",
        "def f(n): return f(n + 1)\nwhile True:\n    try: f(0)\n    except RecursionError: pass",
    ),
    ("gc", "import gc\nl = [[i] for i in range(100000)]\nwhile True: gc.collect()"),
    ("exceptions", "while True:\n    try: raise ValueError\n    except ValueError: pass"),
    ("output", "while True: print('x' * 1000)"),
];
const WALL_MS: u64 = 150;

fn deadlines(runner: &Runner) -> Result<(), Box<dyn Error>> {
    row("behind the deadline", "median", "99 of 100", "", "aim");
    let mut all = Vec::new();
    let show = |times: &[Duration], of_100| {
        format!("{:.2} ms", percentile(times.to_vec(), of_100).as_secs_f64() * 1e3)
    };
    for (name, code) in RUNAWAYS {
        let mut late = Vec::new();
        for _ in 0..12 {
            let limits = Limits::default().with_fuel(1 << 50).with_wall_ms(WALL_MS);
            let start = Instant::now();
            let outcome = runner.run(Request::code(code).with_limits(limits))?;
            let elapsed = start.elapsed();
            if outcome.status != Status::Timeout {
                return Err(format!("{name}: {outcome:?}").into());
            }
            late.push(elapsed.saturating_sub(Duration::from_millis(WALL_MS)));
        }
        row(name, &show(&late, 50), &show(&late, 100), "", "");
        all.extend(late);
    }
    row("all of them", &show(&all, 50), &show(&all, 99), "", "<= 10 ms");
    Ok(())
}
