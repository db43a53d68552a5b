//! A bundle's runtime: held against its manifest, and only then compiled.

use crate::error::WebError;
use alloc::{string::String, vec::Vec};
use hognose_core::{
    bundle::{Manifest, VerifiedModule},
    contract::RuntimeIdentity,
};
use js_sys::{Promise, Uint8Array, WebAssembly};
use wasm_bindgen::prelude::*;

/// The bundle's command that is run.
const PYTHON: &str = "python";

/// A runtime that is the one its manifest names, byte for byte.
#[wasm_bindgen]
pub struct Verified {
    module: VerifiedModule,
}

/// Holds a runtime against the text of its manifest.
#[wasm_bindgen]
pub fn verify(manifest: &str, runtime: Vec<u8>) -> Result<Verified, WebError> {
    let manifest = Manifest::parse(manifest.as_bytes())?;
    Ok(Verified { module: VerifiedModule::verify(&manifest, PYTHON, runtime)? })
}

#[wasm_bindgen]
impl Verified {
    /// Compiles these bytes, and no others: a promise of a `WebAssembly.Module`.
    pub fn compile(&self) -> Promise {
        WebAssembly::compile(&Uint8Array::from(self.module.wasm())).unchecked_into()
    }

    /// The bundle, as `name@version`.
    #[wasm_bindgen(getter)]
    pub fn bundle(&self) -> String {
        self.module.identity().bundle.clone()
    }

    /// SHA-256 of the runtime in lower-case hexadecimal.
    #[wasm_bindgen(getter)]
    pub fn sha256(&self) -> String {
        self.module.identity().sha256.clone()
    }
}

impl Verified {
    /// Which runtime it is, as receipts name it.
    pub fn identity(&self) -> &RuntimeIdentity {
        self.module.identity()
    }

    /// Its bytes.
    pub fn wasm(&self) -> &[u8] {
        self.module.wasm()
    }
}

/// The path, in the bundle, of the runtime that the manifest names.
#[wasm_bindgen]
pub fn runtime_path(manifest: &str) -> Result<String, WebError> {
    let manifest = Manifest::parse(manifest.as_bytes())?;
    // A manifest without the command is refused by `verify`, with its own words.
    Ok(manifest.command(PYTHON).map_or_else(String::new, |command| command.module_path.clone()))
}
