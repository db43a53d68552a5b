//! Manifests are read strictly, and nothing but the bytes that they name is ever a runtime.
#![allow(missing_docs, clippy::unwrap_used)]

use hognose_core::{
    bundle::{MAX_MANIFEST_BYTES, Manifest, VerifiedModule, sha256_hex},
    meter::VERSION,
};
use serde_json::{Value, json};

const WASM: &[u8] = b"\0asm\x01\0\0\0";

fn manifest() -> Value {
    json!({
        "name": "lang-python",
        "version": "0.1.0",
        "assets": [{ "path": "python.wasm", "sha256": sha256_hex(WASM), "size": WASM.len() }],
        "commands": [{ "name": "python", "modulePath": "python.wasm" }],
        "abi": { "metering": VERSION },
        "limits": { "wall_ms": 10000 },
        "provenance": { "source": "s", "sourceSha256": "0".repeat(64), "toolchain": {} }
    })
}

fn parse(manifest: &Value) -> Result<Manifest, String> {
    Manifest::parse(manifest.to_string().as_bytes()).map_err(|error| error.to_string())
}

#[test]
fn a_good_bundle_is_verified() {
    let manifest = parse(&manifest()).unwrap();
    let module = VerifiedModule::verify(&manifest, "python", WASM.to_vec()).unwrap();
    assert_eq!(module.identity().bundle, "lang-python@0.1.0");
    assert_eq!(module.identity().sha256, sha256_hex(WASM));
    assert_eq!(module.wasm(), WASM);
}

#[test]
fn other_bytes_are_refused() {
    let manifest = parse(&manifest()).unwrap();
    let refusal = |command: &str, wasm: &[u8]| {
        VerifiedModule::verify(&manifest, command, wasm.to_vec()).unwrap_err().to_string()
    };
    assert_eq!(
        refusal("python", &WASM[..7]),
        "python.wasm: 7 bytes, but the manifest says 8: truncated or not this version"
    );
    assert!(refusal("python", b"\0asm\x01\0\0\x01").starts_with("python.wasm: its SHA-256 is "));
    assert_eq!(refusal("ruby", WASM), "manifest.json: commands: has no command \"ruby\"");
}

#[test]
fn every_odd_field_is_named() {
    let hash = sha256_hex(WASM);
    let cases = [
        ("/name", json!("Lang Python"), "name: must be"),
        ("/name", json!(""), "name: must be"),
        ("/version", json!("1"), "is no manifest: version: must be a version such as 1.2.3"),
        ("/assets", json!([]), "assets: is empty"),
        ("/assets/0/path", json!("../python.wasm"), "assets[0].path: must be a relative path"),
        ("/assets/0/path", json!("/python.wasm"), "assets[0].path: must be a relative path"),
        ("/assets/0/path", json!("a\\b"), "assets[0].path: must be a relative path"),
        ("/assets/0/sha256", json!(hash.to_uppercase()), "assets[0].sha256: must be 64"),
        ("/assets/0/sha256", json!(&hash[1..]), "assets[0].sha256: must be 64"),
        ("/assets/0/size", json!((64 << 20) + 1), "assets[0].size: is more than 64 MiB"),
        ("/assets/0/size", json!(-1), "assets[0].size: expected an integer"),
        ("/commands", json!([]), "commands: is empty"),
        ("/commands/0/name", json!("a b"), "commands[0].name: must be"),
        ("/commands/0/modulePath", json!("x.wasm"), "commands[0].modulePath: is not one of"),
        (
            "/abi/metering",
            json!(1),
            "abi.metering: is 1, but this Hognose takes modules of metering",
        ),
        ("/limits", json!({ "wall_ms": 0 }), "limits.wall_ms: 0 is not within"),
        ("/limits", json!({ "nope": 0 }), "unknown field `nope`"),
        ("/provenance/sourceSha256", json!("?"), "provenance.sourceSha256: must be 64"),
    ];
    for (pointer, value, message) in cases {
        let mut manifest = manifest();
        *manifest.pointer_mut(pointer).unwrap() = value;
        let refusal = parse(&manifest).unwrap_err();
        assert!(refusal.starts_with("manifest.json: "), "{refusal}");
        assert!(refusal.contains(message), "{pointer}: {refusal}");
    }
    let mut twice = manifest();
    let asset = twice["assets"][0].clone();
    twice["assets"].as_array_mut().unwrap().push(asset);
    assert_eq!(parse(&twice).unwrap_err(), "manifest.json: assets[1].path: stands twice");
    let mut unknown = manifest();
    unknown["extra"] = json!(1);
    assert!(parse(&unknown).unwrap_err().contains("unknown field `extra`"));
    let duplicate = manifest().to_string().replacen('{', "{\"name\":\"x\",", 1);
    assert!(
        Manifest::parse(duplicate.as_bytes()).unwrap_err().to_string().contains("duplicate field")
    );
    let long = " ".repeat(MAX_MANIFEST_BYTES + 1);
    assert!(Manifest::parse(long.as_bytes()).unwrap_err().to_string().contains("more than the"));
}

#[test]
fn the_committed_manifest_holds() {
    let path =
        concat!(env!("CARGO_MANIFEST_DIR"), "/../../bundles/lang-python/0.1.0/manifest.json");
    let manifest = Manifest::parse(&std::fs::read(path).unwrap()).unwrap();
    assert_eq!(manifest.name, "lang-python");
    assert!(manifest.command("python").is_some());
    assert_eq!(manifest.limits, hognose_core::contract::Limits::default());
}
