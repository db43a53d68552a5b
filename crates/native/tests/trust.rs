//! Whose bundles run, from the outside: the command line and the library, and every way around them
//! that is known.
#![cfg(unix)]

mod support;

use hognose::{
    Bundle, Limits, ModuleCache, Runner, TrustLevel, TrustPolicy,
    trust::{KeyId, SecretKey},
};
use hognose_core::{bundle::sha256_hex, meter::meter};
use serde_json::Value;
use std::{
    fs,
    os::unix::fs::PermissionsExt as _,
    path::Path,
    process::{Command, Output},
};
use tempfile::TempDir;

const PUBLIC_7: &str = "6kpsY+KcUgq+9VB7Ey7F+ZVHdq6+vnuSQh7qaRRG0iw=";

fn theirs() -> SecretKey {
    SecretKey::from_bytes(&[7; 32])
}

/// A guest that exits with this code.
fn wasm(code: u8) -> Vec<u8> {
    let body = format!(r#"(func (export "_start") (call $exit (i32.const {code})))"#);
    meter(&support::module(&body)).expect("the guest can be metered")
}

/// A directory with a bundle in `bundle`, whose guest exits with 9.
fn world(sign: impl FnOnce(&str) -> String) -> TempDir {
    let dir = tempfile::tempdir().expect("a directory");
    fs::create_dir(dir.path().join("bundle")).expect("made");
    let wasm = wasm(9);
    let manifest = sign(&support::unsigned_manifest(&wasm));
    fs::write(dir.path().join("bundle/manifest.json"), manifest).expect("written");
    fs::write(dir.path().join("bundle/python.wasm"), wasm).expect("written");
    dir
}

fn signed_by(key: SecretKey) -> impl FnOnce(&str) -> String {
    move |text| key.sign(text.as_bytes()).expect("the manifest is valid")
}

fn hognose(dir: &Path, args: &[&str]) -> Output {
    hognose_with(dir, args, &[])
}

fn hognose_with(dir: &Path, args: &[&str], env: &[(&str, &str)]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_hognose"))
        .args(args)
        .current_dir(dir)
        .env_clear()
        .env("HOGNOSE_BUNDLE", "bundle")
        .envs(env.iter().copied())
        .output()
        .expect("hognose starts")
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("no signal")
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

#[track_caller]
fn refused(dir: &TempDir, args: &[&str], why: &str) {
    let output = hognose(dir.path(), &[&["run"], args, &["-c", "-"]].concat());
    assert_eq!(code(&output), 125, "{}", stderr(&output));
    let line = stderr(&output);
    assert!(line.starts_with("hognose: Python is disabled: bundle bundle: "), "{line}");
    assert!(line.contains(why) && line.matches('\n').count() == 1, "{line}");
}

#[track_caller]
fn runs(dir: &TempDir, args: &[&str]) {
    let output = hognose(dir.path(), &[&["run"], args, &["-c", "-"]].concat());
    assert_eq!((code(&output), stderr(&output)), (9, String::new()));
}

#[test]
fn the_command_line_says_whose_bundles_run() {
    let unsigned = world(str::to_owned);
    refused(&unsigned, &[], "manifest.json: is not signed");
    runs(&unsigned, &["--allow-unsigned"]);

    let dir = world(signed_by(theirs()));
    refused(&dir, &[], "is signed with the key fe812c12f3ab4ce6, which is not known");
    runs(&dir, &["--trust-key", PUBLIC_7]);
    let manifest = fs::read(dir.path().join("bundle/manifest.json")).expect("there");
    let files = [("python.wasm".to_owned(), wasm(9))].into();
    let policy = TrustPolicy::default().with_key(theirs().public());
    let bundle = Bundle::from_bytes(&manifest, files, &policy).expect("verified");
    runs(&dir, &["--pin", bundle.manifest_sha256()]);
    refused(&dir, &["--pin", &sha256_hex(b"other")], "which is not known");

    let development = world(signed_by(SecretKey::development()));
    runs(&development, &[]);
    refused(&development, &["--no-development"], "which everybody has");

    let put = |name: &str, text: &str| fs::write(dir.path().join(name), text).expect("written");
    put("key.json", &format!(r#"{{ "keys": [{{ "publicKey": "{PUBLIC_7}" }}] }}"#));
    runs(&dir, &["--trust", "key.json"]);
    put(
        "old.json",
        &format!(r#"{{ "keys": [{{ "publicKey": "{PUBLIC_7}", "validUntil": "2020-01-01" }}] }}"#),
    );
    refused(&dir, &["--trust", "old.json"], "which was valid until 2020-01-01");
    put(
        "revoked.json",
        &format!(
            r#"{{ "keys": [{{ "publicKey": "{PUBLIC_7}" }}], "revokedKeys": ["fe812c12f3ab4ce6"] }}"#
        ),
    );
    refused(&dir, &["--trust", "revoked.json"], "fe812c12f3ab4ce6, which is revoked");
}

#[test]
fn an_option_of_trust_that_is_none_is_named() {
    let dir = world(signed_by(SecretKey::development()));
    fs::write(dir.path().join("bad.json"), r#"{ "requiresignature": false }"#).expect("written");
    let line = |args: &[&str]| {
        let output = hognose(dir.path(), &[&["run"], args, &["-c", "-"]].concat());
        (code(&output), stderr(&output))
    };
    let (exit, text) = line(&["--trust", "bad.json"]);
    assert_eq!(exit, 125);
    assert!(text.contains("bad.json: trust policy: unknown field `requiresignature`"), "{text}");
    let (exit, text) = line(&["--trust-key", "AAAA"]);
    assert_eq!(exit, 2);
    assert!(text.contains("--trust-key AAAA: must be an Ed25519 public key"), "{text}");
    let (exit, text) = line(&["--pin", "ABC"]);
    assert_eq!(exit, 2);
    assert!(text.contains("--pin ABC: must be 64 lower-case hexadecimal digits"), "{text}");
    let (exit, text) = line(&["--trust", "none.json"]);
    assert_eq!(exit, 125);
    assert!(text.contains("none.json: no such file"), "{text}");
}

/// Whatever file is in a bundle's place, it is not run, and not even compiled: the cache stays empty.
#[test]
fn nothing_that_is_not_verified_is_compiled() {
    let dir = world(signed_by(SecretKey::development()));
    let at = |name: &str| dir.path().join(name);
    let cache = at("cache");
    let env = [("HOGNOSE_CACHE", cache.to_str().expect("UTF-8"))];
    let run = || {
        let output = hognose_with(dir.path(), &["run", "-c", "-"], &env);
        (code(&output), stderr(&output))
    };
    let manifest = fs::read(at("bundle/manifest.json")).expect("there");
    let module = fs::read(at("bundle/python.wasm")).expect("there");
    for step in [1, 7, module.len() / 2, module.len() - 1] {
        let mut changed = module.clone();
        changed[step] ^= 1;
        for bytes in [&changed, &module[..step].to_vec(), &[&module[..], &[0]].concat()] {
            fs::write(at("bundle/python.wasm"), bytes).expect("written");
            let (exit, text) = run();
            assert!(exit == 125 && text.contains("bundle bundle: python.wasm: "), "{text}");
        }
    }
    // The right size of another module, and a file without end.
    fs::write(at("bundle/python.wasm"), wasm(8)).expect("written");
    let (exit, text) = run();
    assert!(exit == 125 && text.contains("its SHA-256 is"), "{text}");
    fs::File::create(at("bundle/python.wasm")).and_then(|it| it.set_len(1 << 40)).expect("made");
    let (exit, text) = run();
    assert!(exit == 125 && text.contains("python.wasm: 1099511627776 bytes, but the"), "{text}");
    fs::write(at("bundle/python.wasm"), &module).expect("written");
    fs::write(at("bundle/manifest.json"), vec![b' '; 1 << 17]).expect("written");
    let (exit, text) = run();
    assert!(exit == 125 && text.contains("more than the 65536 bytes that are allowed"), "{text}");
    assert!(!cache.exists(), "something was compiled");

    fs::write(at("bundle/manifest.json"), manifest).expect("written");
    assert_eq!(run(), (9, String::new()));
    assert!(cache.join("modules").is_dir());
}

/// A compiled module is kept under its manifest: it serves no other bundle, and is used by none that
/// does not pass.
#[test]
fn the_compiled_module_is_bound_to_the_manifest() {
    let dir = tempfile::tempdir().expect("a directory");
    let cache = ModuleCache::at(dir.path().join("modules"));
    let entries = || fs::read_dir(dir.path().join("modules")).map_or(0, Iterator::count);
    let wasm = wasm(3);
    let text = support::unsigned_manifest(&wasm);
    for (count, version) in [(1, "0.0.1"), (2, "0.0.2"), (2, "0.0.1")] {
        let text = text.replace("0.0.1", version);
        let text = SecretKey::development().sign(text.as_bytes()).expect("valid");
        let files = [("python.wasm".to_owned(), wasm.clone())].into();
        let bundle = Bundle::from_bytes(text.as_bytes(), files, &TrustPolicy::default());
        let bundle = bundle.expect("verified");
        let runner = Runner::with_cache(&bundle, &support::ENGINE, &cache).expect("compiles");
        let outcome = runner.run(support::request(Limits::default())).expect("runs");
        assert_eq!(outcome.exit_code, Some(3));
        assert_eq!(outcome.receipt.runtime.bundle, format!("lang-test@{version}"));
        assert_eq!(entries(), count, "{version}");
    }
}

#[test]
fn a_receipt_says_who_vouches() {
    let wasm = wasm(0);
    let text = support::unsigned_manifest(&wasm);
    let theirs_text = signed_by(theirs())(&text);
    let bundle = |text: &str, policy: &TrustPolicy| {
        let files = [("python.wasm".to_owned(), wasm.clone())].into();
        Bundle::from_bytes(text.as_bytes(), files, policy).expect("verified")
    };
    let nobody = TrustPolicy::default().without_signature();
    let pin = bundle(&text, &nobody).manifest_sha256().to_owned();
    let cases = [
        (support::manifest(&wasm), TrustPolicy::default(), TrustLevel::Development, true),
        (
            theirs_text,
            TrustPolicy::default().with_key(theirs().public()),
            TrustLevel::AddedKey,
            true,
        ),
        (text.clone(), TrustPolicy::default().with_pin(pin), TrustLevel::Pinned, false),
        (text, nobody, TrustLevel::Unsigned, false),
    ];
    for (text, policy, level, has_key) in cases {
        let bundle = bundle(&text, &policy);
        let runner = Runner::with_cache(&bundle, &support::ENGINE, &ModuleCache::off());
        let outcome = runner.expect("compiles").run(support::request(Limits::default()));
        let runtime = outcome.expect("runs").receipt.runtime;
        assert_eq!(runtime.trust, level);
        assert_eq!(runtime.manifest_sha256.as_deref(), Some(bundle.manifest_sha256()));
        assert_eq!(runtime.key_id.is_some(), has_key);
        assert_eq!(runtime.key_id.as_deref(), bundle.key_id().map(KeyId::as_str));
    }
}

#[test]
fn a_request_that_goes_beyond_the_bundles_maximum_is_refused() {
    let wasm = wasm(0);
    let text = support::unsigned_manifest(&wasm);
    let text = text.replacen('{', r#"{ "limits": { "maximum": { "wall_ms": 20000 } },"#, 1);
    let text = SecretKey::development().sign(text.as_bytes()).expect("valid");
    let files = [("python.wasm".to_owned(), wasm)].into();
    let bundle = Bundle::from_bytes(text.as_bytes(), files, &TrustPolicy::default());
    let runner =
        Runner::with_cache(&bundle.expect("verified"), &support::ENGINE, &ModuleCache::off());
    let runner = runner.expect("compiles");
    let run = |wall_ms| runner.run(support::request(Limits::default().with_wall_ms(wall_ms)));
    assert!(run(20_000).is_ok());
    assert_eq!(
        run(20_001).expect_err("refused").to_string(),
        "limits.wall_ms: 20001 is more than the 20000 that the bundle allows"
    );
}

#[test]
fn the_tool_says_that_it_is_disabled_and_why() {
    let tool = |dir: &TempDir, args: &[&str]| {
        let output = hognose(dir.path(), &[&["schema", "tool"], args].concat());
        let tool: Value = serde_json::from_str(&stdout(&output)).expect("JSON");
        assert_eq!(tool["name"], "Python");
        let description = tool["description"].as_str().expect("text").to_owned();
        (code(&output), description, stderr(&output), tool["input_schema"].clone())
    };
    let unsigned = world(str::to_owned);
    let (exit, description, line, schema) = tool(&unsigned, &[]);
    assert_eq!(exit, 125);
    assert!(
        description.starts_with(
            "This tool is disabled, do not call it: bundle bundle: manifest.json: is not signed"
        ),
        "{description}"
    );
    assert!(line.starts_with("hognose: Python is disabled: bundle bundle: "), "{line}");
    assert_eq!(schema["properties"], serde_json::json!({}));

    let (exit, description, line, schema) = tool(&unsigned, &["--allow-unsigned"]);
    assert_eq!((exit, line.as_str()), (0, ""));
    assert!(description.contains("The runtime is unsigned: nobody vouches"), "{description}");
    assert!(schema["properties"]["code"].is_object());

    let development = world(signed_by(SecretKey::development()));
    let (_, description, ..) = tool(&development, &[]);
    assert!(description.contains("The runtime is development-signed"), "{description}");

    let dir = world(signed_by(theirs()));
    let (_, description, ..) = tool(&dir, &["--trust-key", PUBLIC_7]);
    assert_eq!(description, hognose::tool::DESCRIPTION);

    let nothing = tempfile::tempdir().expect("a directory");
    let (exit, description, ..) = tool(&nothing, &[]);
    assert_eq!(exit, 125);
    assert!(description.contains("bundle/manifest.json: no such file"), "{description}");
}

#[test]
fn keys_are_made_shown_and_sign() {
    let dir = world(str::to_owned);
    let run = |args: &[&str]| {
        let output = hognose(dir.path(), args);
        assert_eq!((code(&output), stderr(&output)), (0, String::new()), "{args:?}");
        stdout(&output)
    };
    let told = run(&["key", "new", "secret"]);
    let mode = fs::metadata(dir.path().join("secret")).expect("made").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    assert_eq!(run(&["key", "show", "secret"]), told);
    let public = told.lines().find_map(|line| line.strip_prefix("public  ")).expect("a public key");
    let id = told.lines().find_map(|line| line.strip_prefix("key     ")).expect("a name");
    let secret = fs::read_to_string(dir.path().join("secret")).expect("there");
    assert!(!told.contains(secret.trim()));

    let again = hognose(dir.path(), &["key", "new", "secret"]);
    assert_eq!(code(&again), 125);
    assert_eq!(fs::read_to_string(dir.path().join("secret")).expect("there"), secret);

    assert_eq!(
        run(&["bundle", "sign", "bundle", "--key", "secret"]),
        format!("lang-test@0.0.1: signed with the key {id}\n")
    );
    assert_eq!(
        run(&["bundle", "verify", "--trust-key", public]),
        format!("lang-test@0.0.1: signed with a key that was added here (key {id})\n")
    );
    refused(&dir, &[], &format!("is signed with the key {id}, which is not known"));
    // From the environment, over the signature that is there, which counts for nothing.
    let env = [("HOGNOSE_SIGNING_KEY", secret.trim())];
    let output = hognose_with(dir.path(), &["bundle", "sign", "bundle"], &env);
    assert_eq!((code(&output), stderr(&output)), (0, String::new()));
    run(&["bundle", "sign", "bundle", "--development"]);
    assert!(run(&["bundle", "verify"]).contains("development-signed"));
    assert!(run(&["bundle", "info"]).contains("trust      development-signed"));
    assert!(run(&["key", "show", "--development"]).contains("6a193fc0fc549c49"));
}

#[test]
fn nothing_is_signed_but_what_is_there() {
    let dir = world(str::to_owned);
    let before = fs::read(dir.path().join("bundle/manifest.json")).expect("there");
    let fails = |args: &[&str], env: &[(&str, &str)], exit: i32, why: &str| {
        let output = hognose_with(dir.path(), args, env);
        assert_eq!(code(&output), exit, "{}", stderr(&output));
        assert!(stderr(&output).contains(why), "{}", stderr(&output));
        assert_eq!(fs::read(dir.path().join("bundle/manifest.json")).expect("there"), before);
    };
    let sign = ["bundle", "sign", "bundle"];
    fails(&sign, &[], 2, "no key: give a file");
    let secret = "not a key, but a secret";
    let why =
        "HOGNOSE_SIGNING_KEY: must be an Ed25519 secret key: 32 bytes in base64, on one line\n";
    fails(&sign, &[("HOGNOSE_SIGNING_KEY", secret)], 125, why);
    let missing = ["bundle", "sign", "bundle", "--key", "none"];
    fails(&missing, &[], 125, "none: no such file");
    fs::write(dir.path().join("bundle/python.wasm"), wasm(8)).expect("written");
    let development = ["bundle", "sign", "bundle", "--development"];
    fails(&development, &[], 125, "bundle bundle: python.wasm: its SHA-256 is");
}

#[test]
fn a_bundle_is_built_of_a_draft() {
    let dir = tempfile::tempdir().expect("a directory");
    let at = |name: &str| dir.path().join(name);
    let module = support::module(r#"(func (export "_start") (call $exit (i32.const 4)))"#);
    fs::create_dir(at("draft")).expect("made");
    fs::write(at("draft/python.wasm"), &module).expect("written");
    fs::write(at("draft/NOTICE"), "notice").expect("written");
    let draft = |change: &dyn Fn(&mut Value)| {
        let mut draft = serde_json::json!({
            "name": "lang-test", "version": "1.2.3",
            "assets": [{ "path": "python.wasm", "role": "module" }, { "path": "NOTICE", "role": "data" }],
            "commands": [{ "name": "python", "modulePath": "python.wasm" }],
            "abi": { "features": [] },
            "provenance": { "source": "a test", "sourceSha256": sha256_hex(b""), "toolchain": {} }
        });
        change(&mut draft);
        fs::write(at("draft/bundle.json"), draft.to_string()).expect("written");
        let output = hognose(dir.path(), &["bundle", "build", "draft", "--out", "bundle"]);
        (code(&output), stdout(&output), stderr(&output))
    };
    let built = draft(&|_| ());
    assert_eq!(built, (0, "lang-test@1.2.3: not signed yet\n".to_owned(), String::new()));
    assert_eq!(fs::read(at("bundle/NOTICE")).expect("there"), b"notice");
    assert_eq!(
        fs::read(at("bundle/python.wasm")).expect("there"),
        meter(&module).expect("metered")
    );
    let sign = hognose(dir.path(), &["bundle", "sign", "bundle", "--development"]);
    assert_eq!(code(&sign), 0, "{}", stderr(&sign));
    assert_eq!(code(&hognose(dir.path(), &["run", "-c", "-"])), 4);

    for (change, why) in [
        (&(|it: &mut Value| it["name"] = "A".into()) as &dyn Fn(&mut Value), "name: must be"),
        (&|it| it["assets"][0]["path"] = "../secret".into(), "\"../secret\" is no path below"),
        (&|it| it["assets"][0]["path"] = "/etc/passwd".into(), "\"/etc/passwd\" is no path below"),
        (&|it| it["assets"][1]["path"] = "none".into(), "draft/none: no such file or directory"),
        (&|it| it["abi"] = Value::Null, "draft/bundle.json: abi: expected an object"),
        (&|it| it["assets"] = Value::Null, "draft/bundle.json: assets: expected an array"),
    ] {
        let (exit, _, line) = draft(change);
        assert_eq!(exit, 125, "{line}");
        assert!(line.contains(why), "{line}");
    }
    // What the module needs has to stand in the manifest.
    let text = r#"(module (memory (export "memory") 1) (func (export "_start")
        (drop (i32.extend8_s (i32.const 1)))))"#;
    fs::write(at("draft/python.wasm"), wat::parse_str(text).expect("valid")).expect("written");
    let (exit, _, line) = draft(&|_| ());
    assert_eq!(exit, 125);
    assert!(line.contains("is not valid with the features that abi.features names"), "{line}");
    assert_eq!(draft(&|it| it["abi"]["features"] = serde_json::json!(["sign-extension"])).0, 0);
}
