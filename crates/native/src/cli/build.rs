//! `hognose bundle build`: from a draft and its files to a bundle that can be signed.

use super::{
    args::BundleBuildArgs,
    exit::Failure,
    files::{self, fail},
    out,
};
use hognose::Manifest;
use hognose_core::{
    bundle::{MANIFEST, MAX_ASSET_BYTES, MAX_MANIFEST_BYTES, sha256_hex},
    meter,
};
use serde_json::{Value, json};
use std::{fs, path::Path};
use wasmparser::{Validator, WasmFeatures};

/// The draft's file name.
const DRAFT: &str = "bundle.json";

pub(super) fn build(args: &BundleBuildArgs) -> Result<u8, Failure> {
    let path = args.dir.join(DRAFT);
    let wrong = |why: &str| Failure::new(format!("{}: {why}", path.display()));
    let text = files::read(&path, MAX_MANIFEST_BYTES as u64)?;
    let mut draft: Value = serde_json::from_slice(&text).map_err(|it| wrong(&it.to_string()))?;
    let abi = draft.get_mut("abi").and_then(Value::as_object_mut);
    let abi = abi.ok_or_else(|| wrong("abi: expected an object"))?;
    abi.insert("wasi".to_owned(), "preview1".into());
    abi.insert("metering".to_owned(), meter::VERSION.into());
    let features = features(abi.get("features"));
    let assets = draft.get_mut("assets").and_then(Value::as_array_mut);
    let mut made = Vec::new();
    for asset in assets.ok_or_else(|| wrong("assets: expected an array"))? {
        let name = asset.get("path").and_then(Value::as_str).unwrap_or_default().to_owned();
        // Whatever the manifest would refuse is refused below; here nothing is read outside of DIR.
        if name.split('/').any(|part| matches!(part, "" | "." | "..")) {
            return Err(wrong(&format!("assets: \"{name}\" is no path below the directory")));
        }
        let from = args.dir.join(&name);
        let mut bytes = files::read(&from, MAX_ASSET_BYTES)?;
        if asset.get("role") == Some(&json!("module")) {
            bytes = module(&from, bytes, features)?;
        }
        asset["sha256"] = sha256_hex(&bytes).into();
        asset["size"] = bytes.len().into();
        made.push((name, bytes));
    }
    let manifest =
        Manifest::parse(draft.to_string().as_bytes()).map_err(|error| wrong(&error.to_string()))?;
    let text = manifest.to_json().map_err(Failure::new)?;
    made.push((MANIFEST.to_owned(), text.into_bytes()));
    for (name, bytes) in made {
        let to = args.out.join(name);
        let parent = to.parent().unwrap_or(&args.out);
        fs::create_dir_all(parent).map_err(|error| fail(parent, &error))?;
        out::write_file(&to, &bytes).map_err(|error| fail(&to, &error))?;
    }
    super::print(&format!("{}@{}: not signed yet\n", manifest.name, manifest.version))?;
    Ok(0)
}

/// A module that counts its own work, and that needs nothing which the draft does not name.
fn module(path: &Path, wasm: Vec<u8>, features: WasmFeatures) -> Result<Vec<u8>, Failure> {
    let wrong = |why: String| Failure::new(format!("{}: {why}", path.display()));
    Validator::new_with_features(features).validate_all(&wasm).map_err(|error| {
        wrong(format!("is not valid with the features that abi.features names: {error}"))
    })?;
    match meter::meter(&wasm) {
        Ok(metered) => Ok(metered),
        Err(meter::MeterError::Metered) => Ok(wasm),
        Err(error) => Err(wrong(error.to_string())),
    }
}

/// WebAssembly's first version, and what these names add.
fn features(names: Option<&Value>) -> WasmFeatures {
    let names = names.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let mut features = WasmFeatures::MVP;
    for name in names.iter().filter_map(Value::as_str) {
        features |= match name {
            "bulk-memory" => WasmFeatures::BULK_MEMORY | WasmFeatures::BULK_MEMORY_OPT,
            "exception-handling" => WasmFeatures::EXCEPTIONS | WasmFeatures::GC_TYPES,
            "extended-const" => WasmFeatures::EXTENDED_CONST,
            "multivalue" => WasmFeatures::MULTI_VALUE,
            "mutable-globals" => WasmFeatures::MUTABLE_GLOBAL,
            "nontrapping-fptoint" => WasmFeatures::SATURATING_FLOAT_TO_INT,
            "reference-types" => {
                WasmFeatures::REFERENCE_TYPES | WasmFeatures::CALL_INDIRECT_OVERLONG
            }
            "sign-extension" => WasmFeatures::SIGN_EXTENSION,
            "simd" => WasmFeatures::SIMD,
            // The manifest's reader names it.
            _ => WasmFeatures::empty(),
        };
    }
    features
}
