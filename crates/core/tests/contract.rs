//! The contract from the outside: JSON in, JSON out, and the words of every refusal.
#![allow(missing_docs, clippy::unwrap_used)]

use hognose_core::contract::{Content, Determinism, LimitSpec, Limits, Program, Request};
use hognose_core::schema;
use hognose_core::tool::ToolCall;

fn refusal(request: Request) -> String {
    request.validate().unwrap_err().to_string()
}

fn json_refusal(json: &str) -> String {
    Request::from_json(json.as_bytes()).unwrap_err().to_string()
}

#[test]
fn a_request_survives_json() {
    let request = Request::code("print(1)")
        .with_args(["a", "β"])
        .with_stdin(vec![0xff, 0x00])
        .with_env("K", "v")
        .with_file("d/x.bin", vec![0x80])
        .with_limits(Limits::default().with_wall_ms(5))
        .with_determinism(Determinism::new(7, 1_700_000_000));
    let json = serde_json::to_vec(&request).unwrap();
    assert_eq!(Request::from_json(&json).unwrap(), request);
}

#[test]
fn what_is_left_out_has_its_default() {
    let request = Request::from_json(br#"{"code": "1", "limits": {"wall_ms": 9}}"#).unwrap();
    assert_eq!(request, Request::code("1").with_limits(Limits::default().with_wall_ms(9)));
}

#[test]
fn the_command_line_is_pythons() {
    let line = |request: Request| request.with_args(["x"]).validate().unwrap().command_line();
    assert_eq!(line(Request::code("1")), ["python", "-c", "1", "x"]);
    assert_eq!(line(Request::script("a/b.py")), ["python", "a/b.py", "x"]);
    assert_eq!(line(Request::module("a.b")), ["python", "-m", "a.b", "x"]);
}

#[test]
fn a_script_is_never_taken_for_an_option() {
    for path in ["-c", "-X", "-"] {
        let line = Request::script(path).with_file(path, "1").validate().unwrap().command_line();
        assert_eq!(line, ["python".to_owned(), format!("./{path}")]);
    }
}

#[test]
fn json_that_is_no_request_says_what_is_wrong() {
    assert!(json_refusal("{}").contains("one of code, script, module and command is needed"));
    assert!(
        json_refusal(r#"{"code": "1", "script": "a.py"}"#).contains("only one of code, script")
    );
    assert!(json_refusal(r#"{"code": "1", "fuel": 3}"#).contains("unknown field `fuel`"));
    assert!(
        json_refusal(r#"{"code": "1", "limits": {"wall": 3}}"#).contains("unknown field `wall`")
    );
    assert!(json_refusal(r#"{"code": "1", "stdin": {"base64": "?"}}"#).contains("not base64"));
    assert!(json_refusal("{\"code\": \"\u{fffd}").starts_with("request: "));
    assert!(Request::from_json(b"{\"code\": \"\xff\"}").is_err());
}

#[test]
fn what_does_not_fit_is_named_with_its_place() {
    let cases = [
        ("[]", "expected an object"),
        (r#"{"code": 1}"#, "code: expected a string"),
        (r#"{"code": "1", "code": "2"}"#, "duplicate field `code`"),
        (r#"{"code": "1", "args": null}"#, "args: expected an array"),
        (r#"{"code": "1", "args": ["a", true]}"#, "args[1]: expected a string"),
        (r#"{"code": "1", "env": {"A": 1}}"#, "env[\"A\"]: expected a string"),
        (
            r#"{"code": "1", "files": {"a": {"base64": "YQ==", "x": 1}}}"#,
            "files[\"a\"]: expected a string or {\"base64\": \"…\"}",
        ),
        // Neither without the padding nor with bits that would be lost.
        (r#"{"code": "1", "files": {"a": {"base64": "YQ"}}}"#, "files[\"a\"]: not base64"),
        (r#"{"code": "1", "files": {"a": {"base64": "YR=="}}}"#, "files[\"a\"]: not base64"),
        (
            r#"{"code": "1", "limits": {"fuel": 1.5}}"#,
            "limits.fuel: expected an integer from 0 to 2^64-1",
        ),
        (
            r#"{"code": "1", "determinism": {"seed": "0"}}"#,
            "determinism.seed: expected an integer from 0 to 2^64-1",
        ),
        // What a name holds does not reach a terminal as it is.
        (
            "{\"code\": \"1\", \"files\": {\"é\u{9b}2J\u{202e}\\\"\": 1}}",
            r#"files["é\u{9b}2J\u{202e}\""]: expected a string or {"base64": "…"}"#,
        ),
        (r#"{"code": "1""#, "EOF while parsing an object at line 1 column 12"),
    ];
    for (json, why) in cases {
        assert_eq!(json_refusal(json), format!("request: {why}"), "{json}");
    }
    let nulls = r#"{"code": "1", "script": null, "module": null, "determinism": null}"#;
    assert_eq!(Request::from_json(nulls.as_bytes()), Ok(Request::code("1")));
}

#[test]
fn every_field_is_checked_and_named() {
    let ok = || Request::code("1");
    let big = "x".repeat((1 << 20) + 1);
    assert_eq!(refusal(Request::code("")), "code: is empty");
    assert_eq!(
        refusal(Request::code(big.clone())),
        "code: 1048577 bytes, more than the 1048576 that are allowed"
    );
    assert_eq!(refusal(Request::code("a\0b")), "code: holds a NUL character");
    assert_eq!(refusal(Request::script("")), "script: is empty");
    assert_eq!(
        refusal(Request::script("/a.py")),
        "script: the path must be relative to the workspace"
    );
    assert_eq!(refusal(Request::module("a..b")), "module: is not a module's name");
    assert_eq!(
        refusal(ok().with_args(vec!["a"; 257])),
        "args: 257 arguments, more than the 256 that are allowed"
    );
    assert_eq!(refusal(ok().with_args(["a", "b\0"])), "args[1]: holds a NUL character");
    assert_eq!(
        refusal(ok().with_args([big])),
        "args: 1048577 bytes, more than the 1048576 that are allowed"
    );
    assert_eq!(refusal(ok().with_env("", "v")), "env: has an empty name");
    assert_eq!(refusal(ok().with_env("A=B", "v")), "env.A=B: has \"=\" in its name");
    assert_eq!(refusal(ok().with_env("A", "\0")), "env.A: holds a NUL character");
    assert_eq!(
        refusal(ok().with_stdin(vec![0; (16 << 20) + 1])),
        "stdin: 16777217 bytes, more than the 16777216 that are allowed"
    );
    assert_eq!(
        refusal(ok().with_file("a", vec![0; (4 << 20) + 1])),
        "files[\"a\"]: 4194305 bytes, more than the 4194304 that are allowed"
    );
    for (path, why) in [
        ("", "the path is empty"),
        ("/etc/x", "the path must be relative to the workspace"),
        ("a//b", "the path has an empty name"),
        ("a/", "the path has an empty name"),
        ("a/../b", "the path has a \".\" or \"..\""),
        ("./a", "the path has a \".\" or \"..\""),
    ] {
        assert_eq!(refusal(ok().with_file(path, "")), format!("files[\"{path}\"]: {why}"));
    }
    assert_eq!(
        refusal(ok().with_file("a", "").with_file("a-b", "").with_file("a/b", "")),
        "files[\"a/b\"]: another file has the name of one of its directories"
    );
    assert_eq!(
        refusal(ok().with_file("n".repeat(256), "")),
        format!(
            "files[\"{}\"]: 256 bytes in a name, more than the 255 that are allowed",
            "n".repeat(256)
        )
    );
    let deep = vec!["d"; 33].join("/");
    assert_eq!(
        refusal(ok().with_file(&deep, "")),
        format!("files[\"{deep}\"]: 33 names in the path, more than the 32 that are allowed")
    );
    assert_eq!(
        refusal(ok().with_determinism(Determinism::new(1 << 53, 0))),
        "determinism.seed: is too large"
    );
    assert_eq!(
        refusal(ok().with_determinism(Determinism::new(0, 1 << 33))),
        "determinism.epoch: is too large"
    );
}

#[test]
fn directories_count_as_files() {
    let limits = Limits::default().with_workspace_files(3);
    let request = |path: &str| Request::code("1").with_file(path, "").with_limits(limits.clone());
    assert!(request("a/b/c").validate().is_ok());
    assert_eq!(
        refusal(request("a/b/c/d")),
        "files: 4 files and directories, more than the 3 that are allowed"
    );
}

#[test]
fn each_limit_holds_to_its_range() {
    for &LimitSpec { name, default, min, max, .. } in Limits::TABLE {
        let mut limits = Limits::default();
        assert!((min..=max).contains(&default), "{name}");
        assert_eq!(limits.set(name, min), Ok(()), "{name}");
        assert_eq!(limits.set(name, max), Ok(()), "{name}");
        for value in [min.checked_sub(1), Some(max + 1)].into_iter().flatten() {
            let before = limits.clone();
            assert_eq!(
                limits.set(name, value).unwrap_err().to_string(),
                format!("limits.{name}: {value} is not within {min} to {max}")
            );
            assert_eq!(limits, before, "a refused value is not kept");
        }
    }
    let unknown = Limits::default().set("memory", 1).unwrap_err().to_string();
    assert!(
        unknown.starts_with("limits.memory: no such limit (there are: fuel, wall_ms"),
        "{unknown}"
    );
    assert_eq!(
        refusal(Request::code("1").with_limits(Limits::default().with_wall_ms(0))),
        "limits.wall_ms: 0 is not within 1 to 86400000"
    );
}

#[test]
fn the_page_on_limits_has_the_tables_numbers() {
    let page = include_str!("../../../docs/limits.md");
    for LimitSpec { name, default, min, max, .. } in Limits::TABLE {
        let row = format!("\n| `{name}` | {default} | {min} to {max} | ");
        assert!(page.contains(&row), "docs/limits.md: no row {row}");
    }
}

#[test]
fn content_is_text_where_it_can_be() {
    let json = |bytes: &[u8]| serde_json::to_string(&Content::from(bytes)).unwrap();
    assert_eq!(json("né\n".as_bytes()), r#""né\n""#);
    assert_eq!(json(&[0xc3]), r#"{"base64":"ww=="}"#);
    let read: Content = serde_json::from_str(r#"{"base64": "aGk="}"#).unwrap();
    assert_eq!(read, Content::from("hi"));
}

#[test]
fn the_schemas_agree_with_the_types() {
    let validator = jsonschema::validator_for(&schema::request()).unwrap();
    let good = [
        Request::code("1"),
        Request::script("a.py").with_file("a.py", vec![0xff]).with_stdin("x"),
        Request::module("m").with_determinism(Determinism::new(1, 2)).with_env("A", "b"),
    ];
    for request in good {
        let json = serde_json::to_value(&request).unwrap();
        assert!(validator.is_valid(&json), "{json}");
    }
    for bad in [
        "{}",
        r#"{"code": "1", "module": "m"}"#,
        r#"{"code": 1}"#,
        r#"{"code": "1", "limits": {"wall_ms": 0}}"#,
        r#"{"code": "1", "nope": 1}"#,
        r#"{"code": "1", "files": {"a": {"base64": 3}}}"#,
    ] {
        assert!(!validator.is_valid(&serde_json::from_str(bad).unwrap()), "{bad}");
    }
    assert!(jsonschema::validator_for(&schema::outcome()).is_ok());
}

#[test]
fn the_tool_takes_what_its_definition_says() {
    let tool = schema::tool();
    assert_eq!(tool["name"], "Python");
    let validator = jsonschema::validator_for(&tool["input_schema"]).unwrap();
    let call = br#"{"code": "print(input())", "args": ["x"], "stdin": "hi"}"#;
    assert!(validator.is_valid(&serde_json::from_slice(call).unwrap()));
    let request = ToolCall::from_json(call).unwrap().into_request();
    assert_eq!(request.program, Program::Code("print(input())".into()));
    assert_eq!((request.args, request.stdin), (vec!["x".to_owned()], Content::from("hi")));
    assert!(ToolCall::from_json(br#"{"code": "1", "limits": {}}"#).is_err());
}
