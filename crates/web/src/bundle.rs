//! A bundle: its manifest is asked for whoever vouches for it, a command's bytes are held against
//! that, and only then they are compiled.

use crate::error::WebError;
use alloc::{string::String, vec::Vec};
use hognose_core::{
    bundle::{BundleError, TrustedManifest},
    trust::TrustPolicy,
};
use js_sys::{Promise, Uint8Array, WebAssembly};
use wasm_bindgen::prelude::*;

/// A manifest that somebody vouches for.
#[wasm_bindgen]
pub struct Trusted {
    manifest: TrustedManifest,
}

/// Asks a policy (JSON) for a manifest (its text). `now_s`: seconds since 1970.
#[wasm_bindgen]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates")]
pub fn trust(manifest: &str, policy: &str, now_s: f64) -> Result<Trusted, WebError> {
    let policy = TrustPolicy::from_json(policy.as_bytes()).map_err(BundleError::from)?;
    let manifest = TrustedManifest::verify(manifest.as_bytes(), &policy, now_s as u64)?;
    Ok(Trusted { manifest })
}

#[wasm_bindgen]
impl Trusted {
    /// The names of the bundle's commands.
    pub fn commands(&self) -> Vec<String> {
        self.manifest.manifest().commands.iter().map(|command| command.name.clone()).collect()
    }

    /// The path, in the bundle, of the file that a command runs.
    pub fn path(&self, command: &str) -> Result<String, WebError> {
        Ok(self.manifest.asset_of(command)?.path.clone())
    }

    /// How many bytes that file has.
    #[expect(clippy::cast_precision_loss, reason = "an asset has 64 MiB at most")]
    pub fn size(&self, command: &str) -> Result<f64, WebError> {
        Ok(self.manifest.asset_of(command)?.size as f64)
    }

    /// Compiles a command's bytes, if these are they: a promise of a `WebAssembly.Module`.
    pub fn compile(&self, command: &str, wasm: &[u8]) -> Result<Promise, WebError> {
        let module = self.manifest.module(command, wasm)?;
        Ok(WebAssembly::compile(&Uint8Array::from(module.wasm())).unchecked_into())
    }

    /// Which runtime a command is and who vouches for it, as receipts say it: JSON.
    pub fn identity(&self, command: &str) -> Result<String, WebError> {
        let identity = self.manifest.identity(command)?;
        serde_json::to_string(&identity).map_err(WebError::internal)
    }
}

impl Trusted {
    pub(crate) fn manifest(&self) -> &TrustedManifest {
        &self.manifest
    }
}
