//! Who may vouch for a bundle, and every way around it that is known.
#![allow(missing_docs, clippy::unwrap_used)]

use hognose_core::{
    bundle::{Manifest, TrustedManifest, VerifiedBundle, sha256_hex},
    contract::TrustLevel,
    meter::VERSION,
    schema,
    trust::{Date, PublicKey, SecretKey, TrustPolicy},
};
use serde_json::{Value, json};
use std::collections::BTreeMap;

const WASM: &[u8] = b"\0asm\x01\0\0\0";
/// 2026-11-25.
const NOW: u64 = 1_795_564_800;

fn manifest(version: &str) -> String {
    json!({
        "name": "lang-python",
        "version": version,
        "assets": [{ "path": "python.wasm", "sha256": sha256_hex(WASM), "size": 8, "role": "module" }],
        "commands": [{ "name": "python", "modulePath": "python.wasm" }],
        "abi": { "wasi": "preview1", "features": [], "metering": VERSION },
        "provenance": { "source": "s", "sourceSha256": "0".repeat(64), "toolchain": {} }
    })
    .to_string()
}

/// The key of somebody else.
fn theirs() -> SecretKey {
    SecretKey::from_bytes(&[7; 32])
}

fn signed(key: &SecretKey) -> String {
    key.sign(manifest("1.0.0").as_bytes()).unwrap()
}

fn verify(text: &str, policy: &TrustPolicy) -> Result<TrustedManifest, String> {
    TrustedManifest::verify(text.as_bytes(), policy, NOW).map_err(|error| error.to_string())
}

fn refusal(text: &str, policy: &TrustPolicy) -> String {
    verify(text, policy).unwrap_err()
}

fn hash(text: &str) -> String {
    verify(text, &TrustPolicy::default().without_signature()).unwrap().sha256().to_owned()
}

#[test]
fn each_level_of_trust_is_told() {
    let policy = TrustPolicy::default();
    let theirs_signed = signed(&theirs());
    let unsigned = manifest("1.0.0");

    let development = verify(&signed(&SecretKey::development()), &policy).unwrap();
    assert_eq!(development.trust(), TrustLevel::Development);
    assert_eq!(development.key_id(), Some(&SecretKey::development().public().id()));

    let added = verify(&theirs_signed, &policy.clone().with_key(theirs().public())).unwrap();
    assert_eq!(added.trust(), TrustLevel::AddedKey);
    assert_eq!(added.key_id(), Some(&theirs().public().id()));

    for text in [&theirs_signed, &unsigned] {
        let pinned = verify(text, &policy.clone().with_pin(hash(text))).unwrap();
        assert_eq!((pinned.trust(), pinned.key_id()), (TrustLevel::Pinned, None));
        let nobody = verify(text, &policy.clone().without_signature()).unwrap();
        assert_eq!((nobody.trust(), nobody.key_id()), (TrustLevel::Unsigned, None));
    }
}

#[test]
fn a_signature_is_required_unless_the_embedder_says_otherwise() {
    let policy = TrustPolicy::default();
    assert_eq!(
        refusal(&manifest("1.0.0"), &policy),
        "manifest.json: is not signed: it runs only where its SHA-256 is pinned, or no signature is required"
    );
    assert_eq!(
        refusal(&signed(&theirs()), &policy),
        "manifest.json: is signed with the key fe812c12f3ab4ce6, which is not known: add its public key, \
         or pin the manifest's SHA-256"
    );
    let strict = policy.with_development(false);
    assert_eq!(
        refusal(&signed(&SecretKey::development()), &strict),
        format!(
            "manifest.json: is signed with the development key {}, which everybody has and which does \
             not count here",
            SecretKey::development().public().id()
        )
    );
}

#[test]
fn a_signature_by_another_key_is_refused_whatever_it_calls_itself() {
    let policy = TrustPolicy::default().with_key(theirs().public());
    let mut forged: Value =
        serde_json::from_str(&signed(&SecretKey::from_bytes(&[8; 32]))).unwrap();
    for key in [theirs(), SecretKey::development()] {
        forged["signature"]["keyId"] = json!(key.public().id());
        let why = refusal(&forged.to_string(), &policy);
        assert!(why.contains("the signature is not what the key"), "{why}");
    }
    // Not requiring a signature does not make a wrong one right.
    let why = refusal(&forged.to_string(), &policy.without_signature());
    assert!(why.contains("the signature is not what the key"), "{why}");
}

#[test]
fn a_key_counts_on_its_days_only() {
    let text = signed(&theirs());
    let between = |first: &str, last: &str| {
        let (first, last): (Date, Date) = (first.parse().unwrap(), last.parse().unwrap());
        verify(&text, &TrustPolicy::default().with_key_between(theirs().public(), first, last))
    };
    assert!(between("2026-11-25", "2026-11-25").is_ok());
    assert_eq!(
        between("2026-11-26", "2027-01-01").unwrap_err(),
        "manifest.json: is signed with the key fe812c12f3ab4ce6, which is not valid before 2026-11-26"
    );
    assert_eq!(
        between("2020-01-01", "2026-11-24").unwrap_err(),
        "manifest.json: is signed with the key fe812c12f3ab4ce6, which was valid until 2026-11-24"
    );
}

#[test]
fn what_is_revoked_does_not_run() {
    let development = SecretKey::development();
    let text = signed(&development);
    let hash = hash(&text);
    let policy = TrustPolicy::default().without_key(development.public().id());
    assert!(refusal(&text, &policy).contains("which is revoked"));
    // Not even where no signature is needed.
    assert!(refusal(&text, &policy.clone().without_signature()).contains("which is revoked"));
    // A pin is the embedder's own word for these very bytes.
    assert_eq!(verify(&text, &policy.with_pin(&hash)).unwrap().trust(), TrustLevel::Pinned);
    // A bundle that is revoked is revoked however it comes.
    let policy = TrustPolicy::default().without_bundle(&hash).with_pin(&hash).without_signature();
    let mut unsigned: Value = serde_json::from_str(&text).unwrap();
    unsigned.as_object_mut().unwrap().remove("signature");
    for text in [&text, &signed(&theirs()), &unsigned.to_string()] {
        assert_eq!(refusal(text, &policy), format!("manifest.json: is revoked (SHA-256 {hash})"));
    }
}

/// Whatever byte of a signed manifest becomes whatever other: it is refused, or says the very same.
#[test]
fn every_byte_of_the_manifest_is_covered() {
    let text = signed(&SecretKey::development());
    let good = Manifest::parse(text.as_bytes()).unwrap();
    let policy = TrustPolicy::default();
    let mut same = 0;
    for at in 0..text.len() {
        for flip in 1..=255_u8 {
            // One bit of every byte, and all values of some bytes.
            if flip != 1 << (at % 8) && at % 128 != 0 {
                continue;
            }
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= flip;
            if let Ok(passed) = TrustedManifest::verify(&bytes, &policy, NOW) {
                // White space between tokens, and nothing else.
                assert!(text.as_bytes()[at].is_ascii_whitespace(), "byte {at} ^ {flip}");
                assert_eq!(passed.manifest(), &good, "byte {at} ^ {flip}");
                same += 1;
            }
        }
    }
    assert!(same > 0, "white space may be another");
}

/// Whatever byte of an asset becomes another, and however it is cut: it is not run.
#[test]
fn every_byte_of_an_asset_is_covered() {
    let wasm: Vec<u8> = (0..4096_u32).map(|it| (it % 251) as u8).collect();
    let text = manifest("1.0.0")
        .replace(&sha256_hex(WASM), &sha256_hex(&wasm))
        .replace("\"size\":8", "\"size\":4096");
    let text = SecretKey::development().sign(text.as_bytes()).unwrap();
    let verify = |bytes: Vec<u8>| {
        let files = BTreeMap::from([("python.wasm".to_owned(), bytes)]);
        VerifiedBundle::verify(text.as_bytes(), files, &TrustPolicy::default(), NOW)
    };
    assert_eq!(verify(wasm.clone()).unwrap().module("python").unwrap().wasm(), wasm);
    for at in (0..wasm.len()).step_by(37).chain([wasm.len() - 1]) {
        let mut changed = wasm.clone();
        changed[at] ^= 1 << (at % 8);
        assert!(verify(changed).is_err(), "byte {at}");
        assert!(verify(wasm[..at].to_vec()).is_err(), "cut at {at}");
    }
    let longer = [&wasm[..], &[0]].concat();
    assert!(verify(longer).is_err(), "a byte more");
}

/// The right hash beside a wrong size, signed: what is signed is held, to the letter.
#[test]
fn a_right_hash_with_a_wrong_size_is_refused() {
    for size in ["7", "9", "0", "67108864"] {
        let text = manifest("1.0.0").replace("\"size\":8", &format!("\"size\":{size}"));
        let text = SecretKey::development().sign(text.as_bytes()).unwrap();
        let files = BTreeMap::from([("python.wasm".to_owned(), WASM.to_vec())]);
        let refused = VerifiedBundle::verify(text.as_bytes(), files, &TrustPolicy::default(), NOW);
        let why = refused.unwrap_err().to_string();
        assert!(why.starts_with("python.wasm: 8 bytes, but the manifest says"), "{why}");
    }
}

/// A signature has one form: the same with the group's order added to S, with bits that the base64
/// does not need, in another base64.
#[test]
fn signatures_are_not_malleable() {
    use base64ct::{Base64, Encoding as _};
    let policy = TrustPolicy::default();
    let text = signed(&SecretKey::development());
    let manifest: Value = serde_json::from_str(&text).unwrap();
    let original = manifest["signature"]["sigBase64"].as_str().unwrap().to_owned();
    let with = |signature: String| {
        let mut changed = manifest.clone();
        changed["signature"]["sigBase64"] = json!(signature);
        verify(&changed.to_string(), &policy)
    };
    assert!(with(original.clone()).is_ok());

    // L = 2^252 + 27742317777372353535851937790883648493, little-endian.
    let order: [u8; 32] = [
        0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde,
        0x14, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
    ];
    let mut bytes = Base64::decode_vec(&original).unwrap();
    let mut carry = 0_u16;
    for (byte, more) in bytes[32..].iter_mut().zip(order) {
        carry += u16::from(*byte) + u16::from(more);
        *byte = carry.to_le_bytes()[0];
        carry >>= 8;
    }
    assert_eq!(carry, 0, "S + L has 32 bytes");
    let why = with(Base64::encode_string(&bytes)).unwrap_err();
    assert!(why.contains("the signature is not what the key"), "{why}");

    // The last character of 86 has four bits to spare.
    let last = original.as_bytes()[85];
    let alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let place = alphabet.iter().position(|it| *it == last).unwrap();
    let mut spare = original.clone().into_bytes();
    spare[85] = alphabet[place + 1];
    for other in [
        String::from_utf8(spare).unwrap(),
        original.trim_end_matches('=').to_owned(),
        format!("{original}\n"),
        format!(" {original}"),
        original.replace('+', "-").replace('/', "_"),
    ] {
        if other == original {
            continue;
        }
        let why = with(other).unwrap_err();
        assert!(why.contains("signature.sigBase64: must be 64 bytes in base64"), "{why}");
    }
}

/// Under a key of a small order a signature of anything can be made up, and a key that is no point,
/// or written in a second way, is none.
#[test]
fn weak_keys_are_refused() {
    let mut small = vec![[0_u8; 32], [0; 32], [0xff; 32], [0xff; 32]];
    small[1][0] = 1; // the neutral element
    small[2][0] = 0xec; // order 2: y = -1
    small[2][31] = 0x7f;
    small[3][0] = 0xed; // y = p: zero in a second way
    small[3][31] = 0x7f;
    // Order 8.
    let eight = "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a";
    let byte = |at: usize| u8::from_str_radix(&eight[at..at + 2], 16).unwrap();
    small.push(std::array::from_fn(|index| byte(index * 2)));
    for bytes in small {
        let why = PublicKey::from_bytes(&bytes).unwrap_err().to_string();
        assert_eq!(why, "is not an Ed25519 public key that can vouch for anything", "{bytes:?}");
    }
    let mut refused = 0;
    for byte in 0..=255 {
        refused += u32::from(PublicKey::from_bytes(&[byte; 32]).is_err());
    }
    assert!(refused > 64, "every second text is no point");
}

/// An older version, validly signed, is another manifest with another hash: what holds one against the
/// other is a pin, a revocation, or the installer's own policy.
#[test]
fn a_replayed_older_version_is_told_by_its_hash() {
    let key = SecretKey::development();
    let old = key.sign(manifest("0.9.0").as_bytes()).unwrap();
    let new = key.sign(manifest("1.0.0").as_bytes()).unwrap();
    assert_ne!(hash(&old), hash(&new));
    assert_eq!(verify(&old, &TrustPolicy::default()).unwrap().name(), "lang-python@0.9.0");
    assert!(
        refusal(&old, &TrustPolicy::default().without_bundle(hash(&old))).contains("is revoked")
    );
    // A signature does not carry over.
    let mut swapped: Value = serde_json::from_str(&new).unwrap();
    swapped["version"] = json!("0.9.0");
    assert!(
        refusal(&swapped.to_string(), &TrustPolicy::default()).contains("the signature is not")
    );
}

/// What is hashed and signed does not depend on how a manifest is written.
#[test]
fn one_manifest_has_one_hash() {
    let pretty = signed(&SecretKey::development());
    let value: Value = serde_json::from_str(&pretty).unwrap();
    let compact = value.to_string();
    let escaped = compact.replace("lang-python", "\\u006cang\\u002dpython");
    for text in [&compact, &escaped] {
        assert_eq!(hash(text), hash(&pretty));
        assert!(verify(text, &TrustPolicy::default()).is_ok());
    }
}

#[test]
fn policies_are_read_strictly() {
    let key = theirs().public();
    let good = json!({
        "keys": [{ "publicKey": key, "validFrom": "2026-01-01", "validUntil": "2026-12-31" }],
        "revokedKeys": [key.id()],
        "revokedBundles": ["0".repeat(64)],
        "pins": ["1".repeat(64)],
        "requireSignature": false,
        "development": false
    });
    let validator = jsonschema::validator_for(&schema::trust()).unwrap();
    let read = |policy: &Value| TrustPolicy::from_json(policy.to_string().as_bytes());
    let policy = read(&good).unwrap();
    assert_eq!(serde_json::to_value(&policy).unwrap(), good);
    assert_eq!(read(&json!({})).unwrap(), TrustPolicy::default());
    assert!(validator.is_valid(&good) && validator.is_valid(&json!({})));
    for (pointer, value, why) in [
        ("/keys/0/publicKey", json!("AA=="), "keys[0].publicKey: must be an Ed25519 public key"),
        ("/keys/0/validFrom", json!("2026-02-30"), "keys[0].validFrom: must be a day such as"),
        ("/keys/0/validUntil", json!(1), "keys[0].validUntil: expected a string"),
        (
            "/revokedKeys/0",
            json!("xyz"),
            "revokedKeys[0]: must be 16 lower-case hexadecimal digits",
        ),
        ("/revokedBundles/0", json!(""), "revokedBundles[0]: must be 64 lower-case hexadecimal"),
        ("/pins/0", json!("A"), "pins[0]: must be 64 lower-case hexadecimal digits"),
        ("/requireSignature", json!(0), "requireSignature: expected true or false"),
        ("/development", json!("no"), "development: expected true or false"),
    ] {
        let mut bad = good.clone();
        *bad.pointer_mut(pointer).unwrap() = value;
        let refusal = read(&bad).unwrap_err().to_string();
        assert!(refusal.starts_with("trust policy: ") && refusal.contains(why), "{refusal}");
    }
    let mut unknown = good;
    unknown["requireSignatures"] = json!(false);
    assert!(read(&unknown).unwrap_err().to_string().contains("unknown field `requireSignatures`"));
}

#[test]
fn a_secret_key_is_not_shown() {
    let secret = theirs();
    let text = secret.to_secret_text();
    assert!(!format!("{secret:?}").contains(&text));
    let read: SecretKey = format!("{text}\n").parse().unwrap();
    assert_eq!(read.public(), secret.public());
    for bad in [
        "",
        "AA==",
        &text[1..],
        &format!("{text}{text}"),
        "not base64 at all, but 44 characters long....",
    ] {
        assert!(bad.parse::<SecretKey>().is_err(), "{bad}");
    }
}
