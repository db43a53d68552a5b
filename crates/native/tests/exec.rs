//! Other commands of a bundle, in the same world: `tests/word-count.json` says what both twins make of
//! the bundle that is built of `bundles/word-count`.
#![cfg(unix)]

use hognose::{Bundle, Engine, ModuleCache, Request, Runner};
use std::{
    fs,
    io::Write as _,
    path::PathBuf,
    process::{Command, Output, Stdio},
};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn dir() -> PathBuf {
    root().join("bundles/word-count/0.1.0")
}

fn runner() -> Runner {
    let bundle = Bundle::load(dir()).expect("the bundle: ./scripts/build-word-count");
    Runner::with_cache(&bundle, &Engine::new(), &ModuleCache::off()).expect("it compiles")
}

#[test]
fn a_command_comes_to_what_it_comes_to_on_the_other_twin() {
    let text = fs::read(root().join("tests/word-count.json")).expect("there");
    let pairs: Vec<serde_json::Value> = serde_json::from_slice(&text).expect("JSON");
    let runner = runner();
    for pair in pairs {
        let request = Request::from_json(pair["request"].to_string().as_bytes()).expect("valid");
        let outcome = runner.run(request).expect("it starts");
        assert_eq!(serde_json::to_value(&outcome).expect("JSON"), pair["outcome"]);
    }
}

#[test]
fn what_is_not_in_the_bundle_is_named() {
    let refusal = |request| runner().run(request).expect_err("refused").to_string();
    let has = "(it has: wc)";
    assert_eq!(
        refusal(Request::code("print(1)")),
        format!("word-count@0.1.0 has no command \"python\" {has}")
    );
    assert_eq!(
        refusal(Request::command("w\u{1b}c")),
        format!("word-count@0.1.0 has no command \"w\u{1b}c\" {has}").replace('\u{1b}', "\\u{1b}")
    );
    assert_eq!(refusal(Request::command("")), "command: is empty");
}

fn exec(args: &[&str], stdin: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_hognose"))
        .args(args)
        .current_dir(root())
        .env_clear()
        .env("HOGNOSE_BUNDLE", dir())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("hognose starts");
    let _ = child.stdin.take().expect("piped").write_all(stdin.as_bytes());
    child.wait_with_output().expect("it ends")
}

#[test]
fn the_command_line_runs_it() {
    let told = |args: &[&str], stdin: &str| {
        let output = exec(args, stdin);
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        (output.status.code().expect("no signal"), text(output.stdout), text(output.stderr))
    };
    let said = |code, out: &str, err: &str| (code, out.to_owned(), err.to_owned());
    assert_eq!(told(&["exec", "wc"], "a b\nc\n"), said(0, "2 3 6\n", ""));
    let file = "bundles/word-count/wc.wat:in";
    let (code, stdout, _) = told(&["exec", "--file", file, "wc", "/workspace/in"], "");
    let source = fs::read_to_string(root().join("bundles/word-count/wc.wat")).expect("there");
    let (lines, words) = (source.lines().count(), source.split_whitespace().count());
    assert_eq!((code, stdout), (0, format!("{lines} {words} {}\n", source.len())));
    // What stands behind the name is the command's, whatever it looks like.
    let none = "wc: no such file, or too many arguments\n";
    assert_eq!(told(&["exec", "wc", "--json"], ""), said(1, "", none));
    let no = "hognose: word-count@0.1.0 has no command \"cat\" (it has: wc)\n";
    assert_eq!(told(&["exec", "cat"], ""), said(125, "", no));
    let fuel = "hognose: out_of_fuel: the run was stopped after 10 units of fuel (limit fuel)\n";
    assert_eq!(told(&["exec", "--limit", "fuel=10", "wc"], "a"), said(123, "", fuel));
}
