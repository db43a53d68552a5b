//! The driver itself, over a runner that gives whatever outcome it is told to: every matcher is
//! seen to fail, and the failure to say why.
#![allow(missing_docs, clippy::unwrap_used)]

use hognose_core::contract::{Limits, Outcome, Request};
use hognose_tests::{Case, Runner, check};
use serde_json::{Value, json};

struct Told(Value);

impl Runner for Told {
    fn run(&self, request: Request) -> Result<Outcome, String> {
        request.validate().map_err(|refusal| refusal.to_string())?;
        Ok(serde_json::from_value(self.0.clone()).unwrap())
    }
}

/// A run that printed `one`, `two`, changed files and was well.
fn well() -> Value {
    json!({
        "status": "ok",
        "exit_code": 0,
        "stdout": "one\ntwo\n",
        "stderr": "",
        "error": null,
        "files": { "created": { "new": "n" }, "changed": { "old": "o" }, "deleted": ["gone"] },
        "receipt": {
            "runtime": {
                "bundle": "b@1.0.0",
                "sha256": "0".repeat(64),
                "manifest_sha256": "0".repeat(64),
                "key_id": "0".repeat(16),
                "trust": "development"
            },
            "fuel": 7,
            "peak_memory_bytes": 65536,
            "wall_us": 5,
            "stdout": { "written_bytes": 8, "dropped_bytes": 0 },
            "stderr": { "written_bytes": 0, "dropped_bytes": 0 },
            "workspace": { "bytes": 2, "files": 2 }
        }
    })
}

/// A run that failed.
fn failed() -> Value {
    let mut outcome = well();
    let traceback = "Traceback\nValueError: no\n";
    outcome["status"] = json!("error");
    outcome["exit_code"] = json!(1);
    outcome["stderr"] = json!(traceback);
    outcome["error"] = json!({ "type": "ValueError", "message": "no", "traceback": traceback });
    outcome["receipt"]["stderr"]["written_bytes"] = json!(traceback.len());
    outcome
}

const REQUEST: &str =
    "[[case]]\nname = 'n'\nrequest = { code = '1', files = { old = '', gone = '' } }\n";
const WELL: &str = "status = 'ok'\nstdout = \"one\\ntwo\\n\"\n\
    files = { created = { new = 'n' }, changed = { old = 'o' }, deleted = ['gone'] }\n";
const FAILED: &str = "status = 'error'\nstdout = \"one\\ntwo\\n\"\n\
    files = { created = { new = 'n' }, changed = { old = 'o' }, deleted = ['gone'] }\n";

fn case(text: &str) -> Case {
    Case::read("topic", text).unwrap().remove(0)
}

fn verdict(expect: &str, outcome: Value) -> Result<(), String> {
    check(&case(&format!("{REQUEST}[case.expect]\n{expect}")), &Told(outcome))
}

#[test]
fn what_is_as_expected_passes() {
    assert_eq!(verdict(WELL, well()), Ok(()));
    assert_eq!(verdict(FAILED, failed()), Ok(()));
    let all = format!(
        "{WELL}exit_code = 0\nstdout_contains = ['one', 'two']\nstderr_ends_with = ''\n\
         receipt = {{ wall_us = 5, stdout.written_bytes = 8, workspace = {{ bytes = 2, files = 2 }} }}"
    );
    assert_eq!(verdict(&all, well()), Ok(()));
    let all = format!(
        "{FAILED}stderr_contains = ['ValueError']\nstderr_ends_with = \"no\\n\"\n\
         error = {{ type = 'ValueError', message = 'no', traceback = \"Traceback\\nValueError: no\\n\" }}"
    );
    assert_eq!(verdict(&all, failed()), Ok(()));
}

#[test]
fn every_matcher_fails_and_says_why() {
    for (expect, outcome, why) in [
        ("status = 'exit'", well(), "status: expected exit, got ok"),
        ("status = 'ok'", failed(), "status: expected ok, got error: ValueError: no\nTraceback"),
        ("status = 'ok'\nexit_code = 3", well(), "exit_code: expected Some(3), got Some(0)"),
        (
            "status = 'ok'\nstdout = \"one\\n2\\n\"",
            well(),
            "stdout: expected 6 bytes (-), got 8 bytes (+), first different in line 2\n  one\\n\n- 2\\n\n+ two\\n",
        ),
        ("status = 'ok'", well(), "stdout: expected 0 bytes (-), got 8 bytes"),
        (
            "status = 'ok'\nstdout_contains = ['six']",
            well(),
            "stdout_contains: expected \"six\" within\n8 bytes:\n| one",
        ),
        ("status = 'ok'\nstderr = 'e'", well(), "stderr: expected 1 bytes (-), got 0 bytes"),
        (
            "status = 'error'\nstderr_contains = ['e!']",
            failed(),
            "stderr_contains: expected \"e!\" within",
        ),
        (
            "status = 'error'\nstderr_ends_with = 'e'",
            failed(),
            "stderr_ends_with: expected \"e\" at the end of",
        ),
        ("status = 'error'\nerror.type = 'KeyError'", failed(), "error.type: expected 8 bytes (-)"),
        (
            "status = 'error'\nerror.message = 'yes'",
            failed(),
            "error.message: expected 3 bytes (-)",
        ),
        (
            "status = 'error'\nerror.traceback = ''",
            failed(),
            "error.traceback: expected 0 bytes (-)",
        ),
        (
            "status = 'ok'\nerror.type = 'E'",
            well(),
            "error.type: expected \"E\", but there is no error",
        ),
        ("status = 'ok'", well(), "files.created: \"new\" was not expected"),
        (
            "status = 'ok'\nfiles.created = { new = 'm' }",
            well(),
            "files.created[\"new\"]: expected 1 bytes",
        ),
        (
            "status = 'ok'\nfiles.created = { other = '' }",
            well(),
            "files.created: \"other\" is not there",
        ),
        (
            "status = 'ok'\nfiles.changed = { old = '' }",
            well(),
            "files.changed[\"old\"]: expected 0 bytes",
        ),
        (
            "status = 'ok'\nfiles.deleted = ['x']",
            well(),
            "files.deleted: expected [\"x\"], got [\"gone\"]",
        ),
        ("status = 'ok'\nreceipt.wall_us = 6", well(), "receipt.wall_us: expected 6, got 5"),
        (
            "status = 'ok'\nreceipt.stdout.dropped_bytes = 1",
            well(),
            "receipt.stdout.dropped_bytes: expected 1, got 0",
        ),
        (
            "status = 'ok'\nreceipt.workspace.files = 1",
            well(),
            "receipt.workspace.files: expected 1, got 2",
        ),
    ] {
        let faults = verdict(expect, outcome).unwrap_err();
        assert!(faults.contains(why), "{expect}:\n{faults}");
    }
}

#[test]
fn an_outcome_that_contradicts_itself_fails_whatever_the_case_says() {
    for (pointer, value, why) in [
        ("/exit_code", json!(1), "the exit code is not one of this status"),
        (
            "/error",
            json!({ "type": "E", "message": "", "traceback": "" }),
            "the error is not one of",
        ),
        ("/receipt/stdout/written_bytes", json!(9), "stdout is not as receipted"),
        ("/receipt/stdout/dropped_bytes", json!(1), "stdout is not as receipted"),
        ("/receipt/stderr/written_bytes", json!(1), "stderr is not as receipted"),
        ("/receipt/fuel", json!(0), "the run used no fuel"),
        ("/receipt/fuel", json!(10_000_000_001_u64), "the fuel is not what this status says"),
        ("/receipt/peak_memory_bytes", json!(1_u64 << 40), "memory went over its limit"),
        ("/receipt/workspace/bytes", json!(1_u64 << 40), "the workspace went over its limit"),
        ("/receipt/workspace/files", json!(1001), "there are more files than allowed"),
        ("/receipt/runtime/sha256", json!("0"), "the runtime's hash is none"),
        ("/receipt/runtime/key_id", json!(null), "the key is not one of this level of trust"),
        ("/receipt/runtime/trust", json!("pinned"), "the key is not one of this level of trust"),
        ("/receipt/runtime/manifest_sha256", json!(null), "the manifest's hash is none"),
        ("/files/deleted", json!(["x"]), "the changed files are not as the request"),
    ] {
        let mut outcome = well();
        *outcome.pointer_mut(pointer).unwrap() = value;
        let faults = verdict(WELL, outcome).unwrap_err();
        assert!(faults.contains(&format!("never: {why}")), "{pointer}:\n{faults}");
    }
    let mut outcome = failed();
    outcome["stderr"] = json!("x".repeat(25));
    let faults = verdict(&format!("{FAILED}stderr_contains = []"), outcome).unwrap_err();
    assert!(faults.contains("never: stderr does not end with the traceback"), "{faults}");
}

#[test]
fn a_refusal_is_held_against_its_text() {
    let refused = |code: &str, text: &str| {
        let case =
            case(&format!("[[case]]\nname = 'n'\nrequest.code = '{code}'\nrejected = '{text}'"));
        check(&case, &Told(well()))
    };
    assert_eq!(refused("", "code: is empty"), Ok(()));
    assert!(refused("", "code: is full").unwrap_err().starts_with("rejected: expected 13 bytes"));
    assert!(refused("1", "code: is empty").unwrap_err().contains("but the run ended as ok"));
    let expects = "[[case]]\nname = 'n'\nrequest.code = ''\nexpect.status = 'ok'";
    let faults = check(&case(expects), &Told(well())).unwrap_err();
    assert_eq!(faults, "the run was refused: code: is empty");
}

/// A runner whose fuel is another each time.
struct Drifting(std::cell::Cell<u64>);

impl Runner for Drifting {
    fn run(&self, request: Request) -> Result<Outcome, String> {
        self.0.set(self.0.get() + 1);
        let mut outcome = well();
        outcome["receipt"]["fuel"] = json!(self.0.get());
        Told(outcome).run(request)
    }
}

#[test]
fn a_deterministic_case_is_run_again_and_at_the_edge_of_its_fuel() {
    let request = REQUEST.replace("code = '1'", "code = '1', determinism = {}");
    let text = format!("{request}[case.expect]\n{WELL}");
    let faults = check(&case(&text), &Drifting(std::cell::Cell::new(1))).unwrap_err();
    assert!(faults.contains("the same run again: expected"), "{faults}");
    assert!(faults.contains("-         fuel: 2,"), "{faults}");
    let faults = check(&case(&text), &Told(well())).unwrap_err();
    assert_eq!(
        faults,
        "the run with one unit of fuel less than its 7: expected out_of_fuel, got ok"
    );
}

/// A runner that does less where it has less memory than usual.
struct Greedy;

impl Runner for Greedy {
    fn run(&self, request: Request) -> Result<Outcome, String> {
        let mut outcome = well();
        if request.limits.memory_bytes < Limits::default().memory_bytes {
            outcome["receipt"]["fuel"] = json!(6);
        }
        Told(outcome).run(request)
    }
}

#[test]
fn a_deterministic_case_is_run_at_the_edge_of_its_memory() {
    let request = REQUEST.replace("code = '1'", "code = '1', determinism = {}");
    let faults = check(&case(&format!("{request}[case.expect]\n{WELL}")), &Greedy).unwrap_err();
    assert!(faults.contains("the run with exactly its memory: expected"), "{faults}");
}
