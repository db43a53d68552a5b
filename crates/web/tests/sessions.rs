//! Sessions as JavaScript has them of this crate: the programs of `tests/sessions`, in a Worker, with
//! guests that are suspended where that can be, and with guests that are not.
#![cfg(target_family = "wasm")]
#![allow(missing_docs)]

mod support;

use hognose_core::contract::Outcome;
use hognose_tests::sessions::{self, Program};
use hognose_web::{Engine, Runner, Session, WebError, trust};
use js_sys::{Function, Uint8Array};
use serde_json::json;
use support::{MANIFEST, Mode, RUNTIME, call, module, pause};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

fn runner(of: impl FnOnce(Engine) -> Engine) -> Runner {
    let trusted = trust(MANIFEST, "{}", 0.0).expect("a manifest");
    let engine = Engine::verified(module(RUNTIME).expect("a module")).expect("an engine");
    Runner::on(of(engine), &trusted, "python".to_owned()).expect("a runner")
}

fn pauses(mode: Mode) -> Option<Function> {
    match mode {
        Mode::Straight => None,
        Mode::Suspending => Some(pause()),
    }
}

async fn turn(session: &Session, turn: &str) -> Result<Outcome, WebError> {
    let run = session.begin(turn, None)?;
    let json = match call(run.start()).await {
        Ok(returned) => run.finish(returned, JsValue::UNDEFINED),
        Err(thrown) => run.finish(JsValue::UNDEFINED, thrown),
    };
    Ok(serde_json::from_str(&json?).expect("an outcome"))
}

async fn code(session: &Session, code: &str) -> Outcome {
    turn(session, &json!({ "code": code }).to_string()).await.expect("an outcome")
}

type Between = fn(&Runner, Session, Option<Function>) -> Result<Session, WebError>;

const WAYS: &[(&str, Between)] = &[
    ("restored after each turn", |runner, session, pause| {
        let bytes = session.snapshot(None)?;
        runner.restore(&Uint8Array::from(&bytes[..]), None, None, pause)
    }),
    ("forked after each turn", |_, session, pause| session.fork(pause)),
];

async fn go(program: &Program, runner: &Runner, mode: Mode, between: Between) -> Vec<Outcome> {
    let options = serde_json::to_string(&program.options).expect("options");
    let mut session = runner.open(&options, pauses(mode)).expect("a session");
    let mut outcomes = Vec::new();
    for part in &program.turns {
        session = between(runner, session, pauses(mode)).expect("a session");
        outcomes.push(turn(&session, &part.json).await.expect("an outcome"));
    }
    outcomes
}

async fn all(mode: Mode, other: Mode) {
    let (warm, cold) = (runner(|engine| engine), runner(Engine::cold));
    let mut faults = Vec::new();
    for program in sessions::all().expect("programs") {
        let name = program.name;
        let whole = go(&program, &warm, mode, |_, session, _| Ok(session)).await;
        if let Err(why) = program.check(&whole) {
            faults.push(format!("{name}: {why}"));
        }
        for (way, between) in WAYS {
            if go(&program, &warm, mode, *between).await != whole {
                faults.push(format!("{name}, {way}"));
            }
        }
        if go(&program, &cold, other, |_, session, _| Ok(session)).await != whole {
            faults.push(format!("{name}, started cold, {other:?}"));
        }
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[wasm_bindgen_test]
async fn programs_come_to_the_same_whatever_is_between_their_turns() {
    all(support::mode(), Mode::Straight).await;
}

#[wasm_bindgen_test]
async fn programs_come_to_the_same_where_nothing_is_suspended() {
    all(Mode::Straight, Mode::Straight).await;
}

#[wasm_bindgen_test]
async fn a_turn_that_is_cancelled_leaves_the_session_open() {
    let mode = support::mode();
    let runner = runner(|engine| engine);
    let session = runner.open("{}", pauses(mode)).expect("a session");
    code(&session, "n = 0").await;
    let endless = [
        "try:\n  while True: n += 1\nfinally: n = -1",
        "import time\ntry:\n  time.sleep(60)\nfinally: n = -1",
    ];
    for (number, endless) in (2..).zip(endless) {
        let run = session.begin(&json!({ "code": endless }).to_string(), None).expect("a run");
        // Before it begins: it hears of it when it first yields.
        run.cancel().cancel();
        let returned = call(run.start()).await.expect("no trap");
        let json = run.finish(returned, JsValue::UNDEFINED);
        let outcome: Outcome = serde_json::from_str(&json.expect("JSON")).expect("an outcome");
        assert_eq!(outcome.status.name(), "cancelled");
        let used = outcome.receipt.session.expect("a session");
        assert_eq!((used.open, used.turns), (true, number));
    }
    assert_eq!(code(&session, "n >= 0").await.result.expect("a value").repr, "True");
}

#[wasm_bindgen_test]
async fn a_turn_that_is_taken_back_runs_nothing() {
    let session = runner(|engine| engine).open("{}", None).expect("a session");
    code(&session, "'before'").await;
    let run = session.begin(r#"{"code": "x = 1\nx"}"#, None).expect("a run");
    let outcome: Outcome = serde_json::from_str(&run.revoke().expect("JSON")).expect("an outcome");
    assert_eq!((outcome.status.name(), outcome.receipt.fuel), ("cancelled", 0));
    assert_eq!(outcome.result, None);
    assert_eq!(code(&session, "'x' in globals()").await.result.expect("a value").repr, "False");
}

#[wasm_bindgen_test]
async fn what_cannot_be_is_told() {
    let runner = runner(|engine| engine);
    let session = runner.open("{}", None).expect("a session");
    code(&session, "x = 1").await;
    let key = vec![7; 32];
    let bytes = session.snapshot(Some(key.clone())).expect("a snapshot");
    let given = |bytes: &[u8]| Uint8Array::from(bytes);
    let mut changed = bytes.clone();
    changed[100] ^= 1;
    let refusal = |bytes: &[u8], key: Option<Vec<u8>>, max: Option<f64>| {
        let error = runner.restore(&given(bytes), key, max, None).err().expect("a refusal");
        (error.code(), error.to_string())
    };
    for ((code, words), says) in [
        (refusal(&bytes, None, None), "the key that it was taken with is needed"),
        (refusal(&bytes, Some(vec![8; 32]), None), "was not taken with this key"),
        (refusal(&changed, Some(key.clone()), None), "was not taken with this key"),
        (refusal(&bytes[..90], Some(key.clone()), None), "is cut off"),
        (refusal(b"HOGS", None, None), "are no snapshot"),
        (refusal(&bytes, Some(key.clone()), Some(4_096.0)), "more than the 4096"),
    ] {
        assert_eq!(code, "snapshot");
        assert!(words.contains(says), "{words}");
    }
    let (code_, words) = refusal(&bytes, Some(vec![7; 31]), None);
    assert_eq!((code_, &*words), ("request", "key: must be 32 bytes"));

    let little = runner.open(r#"{"limits": {"memory_bytes": 1}}"#, None).err().expect("a refusal");
    assert_eq!(little.code(), "request");
    let turn = session.begin(r#"{"code": "", "env": {}}"#, None).err().expect("a refusal");
    assert_eq!(turn.code(), "request");
    assert_eq!(code(&session, "x").await.result.expect("a value").repr, "1");

    // A turn that is never ended.
    drop(session.begin(r#"{"code": "x"}"#, None).expect("a run"));
    for error in [
        session.begin(r#"{"code": "x"}"#, None).err().expect("closed"),
        session.snapshot(None).expect_err("closed"),
        session.fork(None).err().expect("closed"),
    ] {
        assert_eq!(error.code(), "session_closed");
        assert_eq!(error.to_string(), "the session is closed: its last turn was never ended");
    }
}
