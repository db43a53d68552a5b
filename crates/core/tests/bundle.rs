//! Manifests are read strictly, and nothing but the bytes that they name is ever a runtime.
#![allow(missing_docs, clippy::unwrap_used)]

mod cases;

use cases::cases;
use hognose_core::{
    bundle::{MAX_MANIFEST_BYTES, Manifest, VerifiedModule, sha256_hex},
    meter::VERSION,
};
use proptest::prelude::*;
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
        ("/version", json!("1"), "unexpected end of input while parsing major version"),
        ("/assets", json!([]), "assets: is empty"),
        ("/assets/0/path", json!("../python.wasm"), "assets[0].path: must be a relative path"),
        ("/assets/0/path", json!("/python.wasm"), "assets[0].path: must be a relative path"),
        ("/assets/0/path", json!("a\\b"), "assets[0].path: must be a relative path"),
        ("/assets/0/sha256", json!(hash.to_uppercase()), "assets[0].sha256: must be 64"),
        ("/assets/0/sha256", json!(&hash[1..]), "assets[0].sha256: must be 64"),
        ("/assets/0/size", json!((64 << 20) + 1), "assets[0].size: is more than 64 MiB"),
        ("/assets/0/size", json!(-1), "invalid value: integer `-1`"),
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

/// JSON of every kind, a few levels deep.
fn json() -> impl Strategy<Value = Value> {
    let text = "(/?(\\.\\.|[a-z0-9.:\\\\\0é-]{0,9})){1,4}";
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        text.prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 20, 4, |inner| {
        let key = prop_oneof![
            Just("path"),
            Just("sha256"),
            Just("size"),
            Just("name"),
            Just("modulePath"),
            Just("fuel"),
            Just("wall_ms"),
            Just("")
        ];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(key, inner, 0..4).prop_map(|map| {
                map.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
            }),
        ]
    })
}

/// Every value in a manifest, by its pointer.
const POINTERS: &[&str] = &[
    "",
    "/name",
    "/version",
    "/assets",
    "/assets/0",
    "/assets/0/path",
    "/assets/0/sha256",
    "/assets/0/size",
    "/commands",
    "/commands/0",
    "/commands/0/name",
    "/commands/0/modulePath",
    "/limits",
    "/limits/wall_ms",
    "/provenance",
    "/provenance/source",
    "/provenance/sourceSha256",
    "/provenance/toolchain",
];

proptest! {
    #![proptest_config(cases(512))]

    /// Other values in its places: refused, or a manifest that keeps to the rules.
    #[test]
    fn what_is_accepted_keeps_to_the_rules(
        changes in prop::collection::vec((prop::sample::select(POINTERS), json()), 1..4),
    ) {
        let mut changed = manifest();
        for (pointer, value) in changes {
            if let Some(place) = changed.pointer_mut(pointer) {
                *place = value;
            }
        }
        let Ok(manifest) = Manifest::parse(changed.to_string().as_bytes()) else { return Ok(()) };
        for asset in &manifest.assets {
            prop_assert!(!asset.path.starts_with('/') && !asset.path.contains('\\'));
            prop_assert!(asset.path.split('/').all(|name| !["", ".", ".."].contains(&name)));
            prop_assert!(asset.size <= 64 << 20);
        }
        for command in &manifest.commands {
            prop_assert!(manifest.asset(&command.module_path).is_some());
            let module = VerifiedModule::verify(&manifest, &command.name, b"other".to_vec());
            prop_assert!(module.is_err());
        }
        prop_assert_eq!(manifest.limits.check(), Ok(()));
        let again = Manifest::parse(&serde_json::to_vec(&manifest).unwrap()).unwrap();
        prop_assert_eq!(again, manifest);
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..512)) {
        let _ = Manifest::parse(&bytes);
    }

    #[test]
    fn no_change_of_a_byte_makes_it_panic(at in 0_usize..300, byte in any::<u8>()) {
        let mut json = manifest().to_string().into_bytes();
        let at = at % json.len();
        json[at] = byte;
        let _ = Manifest::parse(&json);
    }
}
