//! Manifests: whatever is accepted keeps to the rules and comes back the same; reading takes
//! memory in proportion to what is read.
//!
//! An input that begins with `{` is a manifest. Any other says which values of a good manifest
//! are to be replaced, and by which JSON.

use crate::allocation::within;
use arbitrary::{Arbitrary, Result, Unstructured};
use hognose_core::{
    bundle::{Manifest, TrustedManifest},
    meter::VERSION,
    trust::{SecretKey, TrustPolicy},
};
use serde_json::{Map, Value, json};

/// The target.
///
/// # Panics
/// Where one of its promises is not kept.
pub fn manifest(input: &[u8]) {
    if input.starts_with(b"{") {
        read(input);
    } else if let Ok(manifest) = changed(&mut Unstructured::new(input)) {
        read(manifest.to_string().as_bytes());
    }
}

fn read(json: &[u8]) {
    // A list of empty objects has the most per byte, and it may double while it grows.
    let most = 4_096 + json.len() * 128;
    let Ok(manifest) = within(most, || Manifest::parse(json)) else { return };
    assert!(!manifest.assets.is_empty() && !manifest.commands.is_empty());
    for asset in &manifest.assets {
        assert!(!asset.path.starts_with('/') && !asset.path.contains(['\\', '\0']));
        assert!(asset.path.split('/').all(|name| !["", ".", ".."].contains(&name)));
        assert!(asset.size <= 64 << 20);
        assert_eq!(manifest.asset(&asset.path), Some(asset), "two assets have one path");
    }
    for command in &manifest.commands {
        assert!(manifest.asset(&command.module_path).is_some());
        assert_eq!(manifest.command(&command.name), Some(command), "two commands have one name");
    }
    manifest.limits.suggested.check().expect("its limits are in their ranges");
    manifest.limits.maximum.check().expect("its limits are in their ranges");
    // Nobody vouches for what chance has written.
    let trusted = TrustedManifest::verify(json, &TrustPolicy::default(), 0);
    assert!(trusted.is_err(), "a manifest passes that nobody signed");
    let nobody = TrustPolicy::default().without_signature();
    if let Ok(trusted) = TrustedManifest::verify(json, &nobody, 0) {
        for command in &manifest.commands {
            let other = trusted.module(&command.name, b"other");
            assert!(other.is_err(), "bytes that it does not name are verified");
        }
        // What is signed does not depend on how it is written.
        let canonical = again(&manifest);
        let other = TrustedManifest::verify(&canonical, &nobody, 0).expect("it is read again");
        let signed = SecretKey::development().sign(json).expect("what is read can be signed");
        let signed = TrustedManifest::verify(signed.as_bytes(), &TrustPolicy::default(), 0);
        let signed = signed.expect("what is signed passes");
        assert_eq!(signed.sha256(), other.sha256());
    }
    let again = again(&manifest);
    let again = Manifest::parse(&again).expect("what was accepted is accepted again");
    assert_eq!(again, manifest);
}

fn again(manifest: &Manifest) -> Vec<u8> {
    manifest.to_json().expect("it can be written").into_bytes()
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
    "/assets/0/role",
    "/abi",
    "/abi/features",
    "/abi/features/0",
    "/limits",
    "/limits/suggested",
    "/limits/suggested/wall_ms",
    "/limits/maximum",
    "/limits/maximum/wall_ms",
    "/signature",
    "/provenance",
    "/provenance/source",
    "/provenance/sourceSha256",
    "/provenance/toolchain",
];
const KEYS: &[&str] = &[
    "path",
    "sha256",
    "size",
    "name",
    "modulePath",
    "fuel",
    "wall_ms",
    "version",
    "role",
    "keyId",
    "alg",
    "sigBase64",
    "",
];
const PIECES: &[&str] = &[
    "",
    ".",
    "..",
    "/",
    "//",
    "\\",
    "a",
    "python.wasm",
    "0.1.0",
    "-",
    ":",
    "\0",
    "\u{e9}",
    "1",
    "99",
];

fn good() -> Value {
    json!({
        "name": "lang-python",
        "version": "0.1.0",
        "assets": [{ "path": "python.wasm", "sha256": "0".repeat(64), "size": 8, "role": "module" }],
        "commands": [{ "name": "python", "modulePath": "python.wasm" }],
        "abi": { "wasi": "preview1", "features": ["simd"], "metering": VERSION },
        "limits": { "suggested": { "wall_ms": 10000 }, "maximum": { "wall_ms": 20000 } },
        "provenance": { "source": "s", "sourceSha256": "0".repeat(64), "toolchain": {} }
    })
}

fn changed(input: &mut Unstructured<'_>) -> Result<Value> {
    let mut manifest = good();
    while !input.is_empty() {
        let pointer = input.choose(POINTERS)?;
        let value = value(input, 3)?;
        if let Some(place) = manifest.pointer_mut(pointer) {
            *place = value;
        }
    }
    Ok(manifest)
}

fn value(input: &mut Unstructured<'_>, depth: u8) -> Result<Value> {
    let kinds = if depth == 0 { 5 } else { 7 };
    Ok(match u8::arbitrary(input)? % kinds {
        0 => Value::Null,
        1 => bool::arbitrary(input)?.into(),
        2 => i64::arbitrary(input)?.into(),
        3 => f64::arbitrary(input)?.into(),
        4 => {
            let count = input.int_in_range(0..=4)?;
            (0..count).map(|_| input.choose(PIECES).copied()).collect::<Result<String>>()?.into()
        }
        5 => {
            let count = input.int_in_range(0..=4)?;
            (0..count).map(|_| value(input, depth - 1)).collect::<Result<Vec<_>>>()?.into()
        }
        _ => {
            let count = input.int_in_range(0..=4)?;
            let entry = |_| Ok(((*input.choose(KEYS)?).to_owned(), value(input, depth - 1)?));
            (0..count).map(entry).collect::<Result<Map<_, _>>>()?.into()
        }
    })
}
