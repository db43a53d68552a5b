//! `hognose repl`, and sessions in files.

#![cfg(all(unix, feature = "cli"))]

mod support;

use std::{
    fs,
    io::{Read as _, Write as _},
    os::unix::fs::PermissionsExt as _,
    path::Path,
    process::{Child, ChildStdout, Command, Stdio},
    sync::{Arc, Mutex},
    thread,
    time::Duration,
};
use support::BUNDLE;
use tempfile::TempDir;

const HOGNOSE: &str = env!("CARGO_BIN_EXE_hognose");

fn command(dir: &Path, program: &str, args: &[&str]) -> Child {
    Command::new(program)
        .args(args)
        .current_dir(dir)
        .env("HOGNOSE_BUNDLE", fs::canonicalize(&*BUNDLE).expect("the runtime"))
        .env("TERM", "xterm")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts")
}

fn dir() -> TempDir {
    tempfile::tempdir().expect("a directory")
}

/// Exit code, standard output and standard error.
fn run(dir: &TempDir, args: &[&str], stdin: &str) -> (i32, String, String) {
    let mut child = command(dir.path(), HOGNOSE, args);
    // It may have given up before it reads.
    let _ = child.stdin.take().expect("piped").write_all(stdin.as_bytes());
    let output = child.wait_with_output().expect("it ends");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code().expect("no signal"), text(output.stdout), text(output.stderr))
}

#[track_caller]
fn check(dir: &TempDir, args: &[&str], stdin: &str, code: i32, stdout: &str, stderr: &str) {
    assert_eq!(run(dir, args, stdin), (code, stdout.to_owned(), stderr.to_owned()));
}

// ---- the prompt ---------------------------------------------------------------------------------

#[test]
fn values_are_shown_by_their_repr_and_blocks_end_with_an_empty_line() {
    let typed = "x = 6\nx * 7\n'a'\nNone\nprint(x)\n\ndef f(n):\n    return n + 1\n\nf(x)\n[1,\n2]\n'''a\nb'''\n1 + \\\n2\nx";
    check(&dir(), &["repl"], typed, 0, "42\n'a'\n6\n7\n[1, 2]\n'a\\nb'\n3\n6\n", "");
}

#[test]
fn an_error_is_told_as_python_tells_it_and_the_session_goes_on() {
    let (code, stdout, stderr) = run(&dir(), &["repl"], "x = 1\n1 / 0\nx = (\n)\n1 +\nx\n");
    assert_eq!((code, &*stdout), (0, "()\n"), "{stderr}");
    let lines: Vec<_> = stderr.lines().collect();
    assert_eq!(lines.first(), Some(&"Traceback (most recent call last):"), "{stderr}");
    assert!(lines.contains(&"ZeroDivisionError: division by zero"), "{stderr}");
    assert!(lines.last().is_some_and(|line| line.starts_with("SyntaxError: ")), "{stderr}");
}

#[test]
fn what_is_begun_is_pythons_to_complain_about() {
    let (code, stdout, stderr) = run(&dir(), &["repl"], "x = [1,");
    assert_eq!((code, &*stdout), (0, ""));
    assert!(stderr.contains("SyntaxError: "), "{stderr}");
}

#[test]
fn the_prompt_is_left_by_exit_or_with_a_code() {
    for leave in ["exit", "exit()", "quit", "quit()"] {
        check(&dir(), &["repl"], &format!("{leave}\n1\n"), 0, "", "");
    }
    check(&dir(), &["repl"], "import sys\nsys.exit(3)\n1\n", 3, "", "");
}

#[test]
fn what_is_stopped_leaves_the_variables_as_they_are() {
    let typed = "x = 1\nwhile True: x = 2\n\nx\n";
    let stopped =
        "hognose: out_of_fuel: the run was stopped after 1000000 units of fuel (limit fuel)\n";
    check(&dir(), &["repl", "--limit", "fuel=1000000"], typed, 0, "2\n", stopped);
}

#[test]
fn files_go_in_and_come_out() {
    let dir = dir();
    fs::write(dir.path().join("in"), "text").expect("written");
    let typed = "s = open('in').read()\nopen('out', 'w').write(s.upper())\n";
    check(&dir, &["repl", "--file", "in", "--out", "here", "--env", "A=1"], typed, 0, "4\n", "");
    assert_eq!(fs::read(dir.path().join("here/out")).expect("there"), b"TEXT");
}

/// The prompt in a terminal.
struct Terminal {
    child: Child,
    seen: Arc<Mutex<String>>,
}

impl Terminal {
    fn new(dir: &Path, args: &str) -> Self {
        // In place of the shell: a shell that waits for hognose is sent Ctrl-C as well, and some
        // then end as ended by it.
        let line = format!("exec {HOGNOSE} repl {args}");
        let mut child = command(dir, "script", &["-qfec", &line, "/dev/null"]);
        let seen = Arc::default();
        let stdout = child.stdout.take().expect("piped");
        thread::spawn({
            let seen = Arc::clone(&seen);
            move || watch(stdout, &seen)
        });
        Self { child, seen }
    }

    fn type_in(&mut self, keys: &str) {
        let stdin = self.child.stdin.as_mut().expect("piped");
        stdin.write_all(keys.as_bytes()).and_then(|()| stdin.flush()).expect("written");
    }

    /// Waits until this is to be seen, and forgets what is before it.
    #[track_caller]
    fn wait_for(&self, text: &str) {
        for _ in 0..3000 {
            let mut seen = self.seen.lock().expect("no panic");
            if let Some(at) = seen.find(text) {
                seen.drain(..at + text.len());
                return;
            }
            drop(seen);
            thread::sleep(Duration::from_millis(10));
        }
        panic!("no {text:?} in {:?}", self.seen.lock().expect("no panic"));
    }
}

fn watch(mut stdout: ChildStdout, seen: &Mutex<String>) {
    let mut bytes = [0; 1024];
    while let Ok(count @ 1..) = stdout.read(&mut bytes) {
        seen.lock().expect("no panic").push_str(&String::from_utf8_lossy(&bytes[..count]));
    }
}

#[test]
fn ctrl_c_stops_what_runs_and_what_is_typed_and_ctrl_d_leaves() {
    let dir = dir();
    let mut terminal =
        Terminal::new(dir.path(), "--limit wall_ms=60s --limit fuel=9007199254740991");
    terminal.wait_for(">>> ");
    terminal.type_in("x = 40 + 2\r");
    terminal.wait_for(">>> ");
    terminal.type_in("while True: pass\r");
    terminal.wait_for("... ");
    terminal.type_in("\r");
    thread::sleep(Duration::from_millis(300));
    terminal.type_in("\x03");
    terminal.wait_for("hognose: cancelled: the run was cancelled by its caller");
    terminal.wait_for(">>> ");
    terminal.type_in("def never(\x03");
    terminal.wait_for("KeyboardInterrupt");
    terminal.wait_for(">>> ");
    // What a program asks for is typed at the same terminal, and what was typed can be had again.
    terminal.type_in("y = input('na' + 'me? ')\r");
    terminal.wait_for("name? ");
    terminal.type_in("Ann\r");
    terminal.wait_for(">>> ");
    terminal.type_in("x, y\r");
    terminal.wait_for("(42, 'Ann')");
    terminal.wait_for(">>> ");
    terminal.type_in("\x1b[A\r");
    terminal.wait_for("(42, 'Ann')");
    terminal.type_in("\x04");
    assert_eq!(terminal.child.wait().expect("it ends").code(), Some(0));
}

// ---- sessions in files --------------------------------------------------------------------------

#[test]
fn a_session_in_a_file_goes_on() {
    let dir = dir();
    let run = |code| ["run", "--session", "s", "-c", code];
    check(&dir, &run("import sys; x = [sys.argv[1:]]"), "", 0, "", "");
    check(
        &dir,
        &["run", "--session", "s", "-c", "x.append(input()); print(x)", "a"],
        "b\n",
        0,
        "[[], 'b']\n",
        "",
    );
    check(&dir, &["repl", "--session", "s"], "x\nx = 3\n", 0, "[[], 'b']\n", "");
    check(&dir, &run("print(x)"), "", 0, "3\n", "");
    let (_, json, _) = run_json(&dir, "x");
    assert_eq!(
        (&json["result"]["repr"], &json["receipt"]["session"]["turns"]),
        (&"3".into(), &6.into())
    );
    let mode = fs::metadata(dir.path().join("s")).expect("there").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    assert_eq!(fs::read_dir(dir.path()).expect("readable").count(), 1, "half a file is left");
}

fn run_json(dir: &TempDir, code: &str) -> (i32, serde_json::Value, String) {
    let (exit, stdout, stderr) = run(dir, &["run", "--session", "s", "--json", "-c", code], "");
    (exit, serde_json::from_str(&stdout).expect("JSON"), stderr)
}

#[test]
fn what_a_session_has_from_its_start_cannot_be_asked_for_later() {
    let dir = dir();
    let first = [
        "run",
        "--session",
        "s",
        "--env",
        "A=1",
        "--seed",
        "7",
        "--limit",
        "memory_bytes=32M",
        "-c",
        "import os; print(os.environ['A'])",
    ];
    check(&dir, &first, "", 0, "1\n", "");
    let usage = |option: &str, value: &str, words: &str| {
        let args = ["run", "--session", "s", option, value, "-c", "1"];
        check(&dir, &args, "", 2, "", &format!("hognose: {words}\n"));
    };
    usage("--env", "A=2", "--env: is for a new session, and there is one in s");
    usage("--seed", "7", "--seed: is for a new session, and there is one in s");
    usage("--limit", "memory_bytes=32M", "limits.memory_bytes: is set when a session is opened");
    check(
        &dir,
        &["run", "--session", "s", "--limit", "fuel=100000", "-c", "while True: pass"],
        "",
        123,
        "",
        "hognose: out_of_fuel: the run was stopped after 100000 units of fuel (limit fuel)\n",
    );
    check(&dir, &["run", "--session", "s", "-c", "print(os.environ['A'])"], "", 0, "1\n", "");
}

#[test]
fn a_session_in_a_file_is_read_with_its_key_alone() {
    let dir = dir();
    let put = |name: &str, bytes: &[u8]| fs::write(dir.path().join(name), bytes).expect("written");
    put("key", format!("{}\n", "0f".repeat(32)).as_bytes());
    put("other", "f0".repeat(32).as_bytes());
    put("bad", "0f".repeat(31).as_bytes());
    let run = |key| ["run", "--session", "s", "--key-file", key, "-c", "print(1)"];
    check(&dir, &run("key"), "", 0, "1\n", "");
    check(&dir, &run("key"), "", 0, "1\n", "");
    check(
        &dir,
        &run("other"),
        "",
        125,
        "",
        "hognose: s: the snapshot was not taken with this key, or has been changed since\n",
    );
    check(
        &dir,
        &["repl", "--session", "s"],
        "",
        125,
        "",
        "hognose: s: the snapshot is authenticated: the key that it was taken with is needed\n",
    );
    check(
        &dir,
        &run("bad"),
        "",
        125,
        "",
        "hognose: bad: is not a key: 32 bytes in hexadecimal, as of `openssl rand -hex 32`\n",
    );
    check(&dir, &run("none"), "", 125, "", "hognose: none: no such file or directory\n");
    put("s", b"no session");
    check(
        &dir,
        &["run", "--session", "s", "-c", "1"],
        "",
        125,
        "",
        "hognose: s: these bytes are no snapshot\n",
    );
    let (code, _, stderr) = self::run(&dir, &["run", "--key-file", "key", "-c", "1"], "");
    assert_eq!(code, 2, "{stderr}");
}

#[test]
fn a_session_whose_file_cannot_be_written_says_so() {
    let dir = dir();
    check(
        &dir,
        &["run", "--session", "none/s", "-c", "print(1)"],
        "",
        125,
        "1\n",
        "hognose: none/s: no such file or directory\n",
    );
    fs::create_dir(dir.path().join("d")).expect("made");
    check(
        &dir,
        &["run", "--session", "d", "-c", "print(1)"],
        "",
        125,
        "",
        "hognose: d: is a directory\n",
    );
}
