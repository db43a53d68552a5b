//! Manifests are read strictly, and nothing but the bytes that they name is ever a runtime.
#![allow(missing_docs, clippy::unwrap_used)]

use hognose_core::{
    bundle::{MAX_MANIFEST_BYTES, Manifest, VerifiedBundle, sha256_hex},
    contract::TrustLevel,
    meter::VERSION,
    schema,
    trust::{SecretKey, TrustPolicy},
};
use serde_json::{Value, json};
use std::collections::BTreeMap;

const WASM: &[u8] = b"\0asm\x01\0\0\0";

fn manifest() -> Value {
    json!({
        "name": "lang-python",
        "version": "0.1.0",
        "assets": [
            { "path": "python.wasm", "sha256": sha256_hex(WASM), "size": WASM.len(), "role": "module" },
            { "path": "doc/LICENSE", "sha256": sha256_hex(b"MIT"), "size": 3, "role": "data" }
        ],
        "commands": [{ "name": "python", "modulePath": "python.wasm" }],
        "abi": { "wasi": "preview1", "features": ["exception-handling"], "metering": VERSION },
        "limits": { "suggested": { "wall_ms": 10000 }, "maximum": { "memory_bytes": 67_108_864 } },
        "provenance": { "source": "s", "sourceSha256": "0".repeat(64), "toolchain": {} }
    })
}

fn parse(manifest: &Value) -> Result<Manifest, String> {
    Manifest::parse(manifest.to_string().as_bytes()).map_err(|error| error.to_string())
}

fn signed() -> String {
    SecretKey::development().sign(manifest().to_string().as_bytes()).unwrap()
}

fn verify(files: &[(&str, &[u8])]) -> Result<VerifiedBundle, String> {
    let files: BTreeMap<_, _> =
        files.iter().map(|(path, bytes)| ((*path).to_owned(), bytes.to_vec())).collect();
    VerifiedBundle::verify(signed().as_bytes(), files, &TrustPolicy::default(), 0)
        .map_err(|error| error.to_string())
}

#[test]
fn a_good_bundle_is_verified() {
    for files in [&[("python.wasm", WASM), ("doc/LICENSE", b"MIT")][..], &[("python.wasm", WASM)]] {
        let bundle = verify(files).unwrap();
        let module = bundle.module("python").unwrap();
        assert_eq!(module.wasm(), WASM);
        assert_eq!(module.maximum().memory_bytes, 67_108_864);
        let identity = module.identity();
        assert_eq!(identity.bundle, "lang-python@0.1.0");
        assert_eq!(identity.sha256, sha256_hex(WASM));
        assert_eq!(identity.manifest_sha256.as_deref(), Some(bundle.manifest().sha256()));
        assert_eq!(identity.trust, TrustLevel::Development);
        let key = SecretKey::development().public().id();
        assert_eq!(identity.key_id.as_deref(), Some(key.as_str()));
    }
}

#[test]
fn other_bytes_are_refused() {
    assert_eq!(
        verify(&[("python.wasm", &WASM[..7])]).unwrap_err(),
        "python.wasm: 7 bytes, but the manifest says 8: truncated or not this version"
    );
    let changed = verify(&[("python.wasm", b"\0asm\x01\0\0\x01")]).unwrap_err();
    assert!(changed.starts_with("python.wasm: its SHA-256 is "), "{changed}");
    assert!(
        verify(&[("python.wasm", b"MIT"), ("doc/LICENSE", WASM)]).is_err(),
        "assets that change places"
    );
    assert_eq!(verify(&[]).unwrap_err(), "python.wasm: is missing");
    assert_eq!(
        verify(&[("python.wasm", WASM), ("other", b"")]).unwrap_err(),
        "other: is not one of the manifest's assets"
    );
    assert_eq!(
        verify(&[("python.wasm", WASM)]).unwrap().module("ruby").unwrap_err().to_string(),
        "lang-python@0.1.0 has no command \"ruby\" (it has: python)"
    );
}

#[test]
fn every_odd_field_is_named() {
    let hash = sha256_hex(WASM);
    let path = "assets[0].path: must be a relative path";
    let cases = [
        ("/name", json!("Lang Python"), "name: must be"),
        ("/name", json!(""), "name: must be"),
        ("/name", json!("a".repeat(65)), "name: must be"),
        ("/name", json!(["a"]), "name: expected a string"),
        ("/version", json!("1"), "is no manifest: version: must be a version such as 1.2.3"),
        ("/version", json!("01.2.3"), "version: must be a version"),
        ("/assets", json!([]), "assets: is empty"),
        ("/assets", json!({}), "assets: expected an array"),
        ("/assets/0/path", json!("../python.wasm"), path),
        ("/assets/0/path", json!("a/../python.wasm"), path),
        ("/assets/0/path", json!("/python.wasm"), path),
        ("/assets/0/path", json!("./python.wasm"), path),
        ("/assets/0/path", json!("a//python.wasm"), path),
        ("/assets/0/path", json!("a/"), path),
        ("/assets/0/path", json!("a\\b"), path),
        ("/assets/0/path", json!("C:a"), path),
        ("/assets/0/path", json!("a\0b"), path),
        ("/assets/0/path", json!("a b"), path),
        ("/assets/0/path", json!("caf\u{e9}"), path),
        ("/assets/0/path", json!("manifest.json"), path),
        ("/assets/0/path", json!("Manifest.JSON/x"), path),
        ("/assets/0/path", json!("a".repeat(256)), path),
        ("/assets/1/path", json!("python.wasm"), "assets[1].path: stands twice"),
        ("/assets/1/path", json!("Python.wasm"), "assets[1].path: cannot be beside"),
        ("/assets/1/path", json!("python.wasm/x"), "assets[1].path: cannot be beside"),
        ("/assets/0/sha256", json!(hash.to_uppercase()), "assets[0].sha256: must be 64"),
        ("/assets/0/sha256", json!(&hash[1..]), "assets[0].sha256: must be 64"),
        ("/assets/0/size", json!((64 << 20) + 1), "assets[0].size: is more than 64 MiB"),
        ("/assets/1/size", json!(64 << 20), "assets: are more than 64 MiB together"),
        ("/assets/0/size", json!(u64::MAX), "assets[0].size: must be an integer from 0 to 2^53-1"),
        ("/assets/0/size", json!(-1), "assets[0].size: expected an integer"),
        ("/assets/0/size", json!(8.0), "assets[0].size: expected an integer"),
        ("/assets/0/size", json!("8"), "assets[0].size: expected an integer"),
        ("/assets/0/size", json!(null), "assets[0].size: expected an integer"),
        ("/assets/0/role", json!("code"), "assets[0].role: must be \"module\" or \"data\""),
        ("/commands", json!([]), "commands: is empty"),
        ("/commands/0/name", json!("a b"), "commands[0].name: must be"),
        ("/commands/0/modulePath", json!("x.wasm"), "commands[0].modulePath: is not one of"),
        (
            "/commands/0/modulePath",
            json!("doc/LICENSE"),
            "commands[0].modulePath: is an asset that",
        ),
        ("/abi/wasi", json!("preview2"), "abi.wasi: must be \"preview1\""),
        ("/abi/features", json!(["threads"]), "abi.features[0]: is no feature"),
        ("/abi/features", json!(["simd", "simd"]), "abi.features[1]: stands twice"),
        (
            "/abi/metering",
            json!(1),
            "abi.metering: is 1, but this Hognose takes modules of metering",
        ),
        ("/limits", json!({ "wall_ms": 1 }), "limits: unknown field `wall_ms`"),
        ("/limits/suggested", json!({ "wall_ms": 0 }), "limits.wall_ms: 0 is not within"),
        ("/limits/suggested", json!({ "nope": 0 }), "limits.suggested: unknown field `nope`"),
        ("/limits/suggested/wall_ms", json!(1e4), "limits.suggested.wall_ms: expected an integer"),
        (
            "/limits/suggested",
            json!({ "memory_bytes": 67_108_865 }),
            "limits.suggested: limits.memory_bytes: 67108865 is more than the 67108864",
        ),
        ("/limits/maximum", json!({ "open_files": 3 }), "limits.maximum: limits.open_files: 3"),
        ("/provenance/sourceSha256", json!("?"), "provenance.sourceSha256: must be 64"),
        ("/provenance/toolchain", json!({ "zig": 1 }), "provenance.toolchain[\"zig\"]: expected"),
    ];
    for (pointer, value, message) in cases {
        let mut manifest = manifest();
        *manifest.pointer_mut(pointer).unwrap() = value;
        let refusal = parse(&manifest).unwrap_err();
        assert!(refusal.starts_with("manifest.json: "), "{refusal}");
        assert!(refusal.contains(message), "{pointer}: {refusal}");
    }
    let long = " ".repeat(MAX_MANIFEST_BYTES + 1);
    assert!(Manifest::parse(long.as_bytes()).unwrap_err().to_string().contains("more than the"));
}

#[test]
fn a_key_that_is_unknown_or_stands_twice_is_refused_wherever_it_stands() {
    for pointer in
        ["", "/assets/0", "/commands/0", "/abi", "/limits", "/limits/maximum", "/provenance"]
    {
        let mut unknown = manifest();
        unknown.pointer_mut(pointer).unwrap()["extra"] = json!(1);
        let refusal = parse(&unknown).unwrap_err();
        assert!(refusal.contains("unknown field `extra`"), "{pointer}: {refusal}");
    }
    let text = manifest().to_string();
    for key in ["name", "size", "modulePath", "metering", "wall_ms", "source"] {
        let at = text.find(&format!("\"{key}\":")).unwrap();
        let end = at + text[at..].find([',', '}']).unwrap();
        let member = &text[at..end];
        let twice = text.replacen(member, &format!("{member},{member}"), 1);
        let refusal = Manifest::parse(twice.as_bytes()).unwrap_err().to_string();
        assert!(refusal.contains(&format!("duplicate field `{key}`")), "{key}: {refusal}");
    }
    let tools = text.replacen("\"toolchain\":{}", "\"toolchain\":{\"zig\":\"1\",\"zig\":\"2\"}", 1);
    let refusal = Manifest::parse(tools.as_bytes()).unwrap_err().to_string();
    assert!(refusal.contains("provenance.toolchain: duplicate field `zig`"), "{refusal}");
}

#[test]
fn a_manifest_may_not_have_assets_without_end() {
    let mut many = manifest();
    let asset = |index| json!({ "path": format!("{index}"), "sha256": "0".repeat(64), "size": 0, "role": "data" });
    many["assets"] = (0..257).map(asset).collect();
    assert!(parse(&many).unwrap_err().contains("assets: has more than 256 entries"));
}

#[test]
fn the_schema_takes_what_the_reader_takes() {
    let validator = jsonschema::validator_for(&schema::manifest()).unwrap();
    let signed: Value = serde_json::from_str(&signed()).unwrap();
    for good in [&manifest(), &signed] {
        let faults: Vec<_> = validator.iter_errors(good).map(|it| it.to_string()).collect();
        assert!(faults.is_empty(), "{faults:?}");
    }
    for (pointer, value) in [
        ("/name", json!("A")),
        ("/assets/0/path", json!("/a")),
        ("/assets/0/size", json!(-1)),
        ("/assets/0/role", json!("x")),
        ("/abi/features/0", json!("threads")),
        ("/signature/alg", json!("rsa")),
        ("/signature/sigBase64", json!("AA==")),
        ("/signature/keyId", json!("A")),
    ] {
        let mut bad = signed.clone();
        *bad.pointer_mut(pointer).unwrap() = value;
        assert!(!validator.is_valid(&bad), "{pointer}");
        assert!(parse(&bad).is_err(), "{pointer}");
    }
}

#[test]
fn the_committed_manifest_holds() {
    let path =
        concat!(env!("CARGO_MANIFEST_DIR"), "/../../bundles/lang-python/0.1.0/manifest.json");
    let text = std::fs::read(path).unwrap();
    let trusted =
        hognose_core::bundle::TrustedManifest::verify(&text, &TrustPolicy::default(), 0).unwrap();
    let manifest = trusted.manifest();
    assert_eq!(trusted.name(), "lang-python@0.1.0");
    assert!(manifest.command("python").is_some());
    assert_eq!(manifest.limits, hognose_core::bundle::BundleLimits::default());
}
