//! From a text that anybody may have written to bytes that may run.
//!
//! [`TrustedManifest::verify`] asks who vouches for a manifest, [`TrustedManifest::bundle`] holds
//! files against it, and [`VerifiedBundle::module`] gives what a command is. There is no other way
//! to a [`VerifiedModule`], and runners run nothing else.

use super::{Asset, BundleError, Manifest, sha256_hex};
use crate::{
    contract::{Limits, RuntimeIdentity, TrustLevel},
    json::shown,
    trust::{KeyId, TrustPolicy, Voucher},
};
use alloc::{
    borrow::ToOwned,
    collections::BTreeMap,
    format,
    string::{String, ToString},
    vec::Vec,
};

/// A manifest that somebody vouches for, as a [`TrustPolicy`] wants it.
#[derive(Clone, Debug)]
pub struct TrustedManifest {
    manifest: Manifest,
    sha256: String,
    voucher: Voucher,
}

impl TrustedManifest {
    /// Reads a manifest and asks the policy. `now_s` is the time in seconds since 1970, against which
    /// the keys' days are held.
    pub fn verify(text: &[u8], policy: &TrustPolicy, now_s: u64) -> Result<Self, BundleError> {
        let (manifest, signed) = Manifest::read(text)?;
        let sha256 = sha256_hex(signed.as_bytes());
        let signature = manifest.signature.as_ref();
        let voucher = policy.judge(signed.as_bytes(), &sha256, signature, now_s)?;
        Ok(Self { manifest, sha256, voucher })
    }

    /// What it says.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// The bundle, as `name@version`.
    pub fn name(&self) -> String {
        format!("{}@{}", self.manifest.name, self.manifest.version)
    }

    /// SHA-256 of what is signed: the manifest's canonical JSON without the signature.
    pub fn sha256(&self) -> &str {
        &self.sha256
    }

    /// Who vouches for it.
    pub fn trust(&self) -> TrustLevel {
        self.voucher.level
    }

    /// The key that it is signed with, where that is why it was let pass.
    pub fn key_id(&self) -> Option<&KeyId> {
        self.voucher.key_id.as_ref()
    }

    /// The file that a command runs.
    pub fn asset_of(&self, command: &str) -> Result<&Asset, BundleError> {
        let found = self.manifest.command(command);
        let asset = found.and_then(|command| self.manifest.asset(&command.module_path));
        asset.ok_or_else(|| {
            let names: Vec<_> = self.manifest.commands.iter().map(|it| it.name.as_str()).collect();
            BundleError::Command {
                bundle: self.name(),
                command: shown(command),
                known: names.join(", "),
            }
        })
    }

    /// What receipts of a command's runs say.
    pub fn identity(&self, command: &str) -> Result<RuntimeIdentity, BundleError> {
        Ok(RuntimeIdentity {
            bundle: self.name(),
            sha256: self.asset_of(command)?.sha256.clone(),
            manifest_sha256: Some(self.sha256.clone()),
            key_id: self.key_id().map(ToString::to_string),
            trust: self.trust(),
        })
    }

    /// The module of a command, if these are its bytes.
    pub fn module<'a>(
        &'a self,
        command: &str,
        wasm: &'a [u8],
    ) -> Result<VerifiedModule<'a>, BundleError> {
        hold(self.asset_of(command)?, wasm)?;
        let identity = self.identity(command)?;
        Ok(VerifiedModule { identity, wasm, maximum: &self.manifest.limits.maximum })
    }

    /// Holds bytes against what it says of the file with this path.
    pub fn check(&self, path: &str, bytes: &[u8]) -> Result<(), BundleError> {
        let asset = self.manifest.asset(path).ok_or_else(|| BundleError::Asset {
            path: path.to_owned(),
            why: "is not one of the manifest's assets",
        })?;
        hold(asset, bytes)
    }

    /// The bundle of these files, by path. It needs those that its commands are; each that is given
    /// must be the manifest's, byte for byte.
    pub fn bundle(self, files: BTreeMap<String, Vec<u8>>) -> Result<VerifiedBundle, BundleError> {
        for (path, bytes) in &files {
            self.check(path, bytes)?;
        }
        for command in &self.manifest.commands {
            if !files.contains_key(&command.module_path) {
                let path = command.module_path.clone();
                return Err(BundleError::Asset { path, why: "is missing" });
            }
        }
        Ok(VerifiedBundle { manifest: self, files })
    }
}

/// A bundle whose files are those that a trusted manifest names. Only this can be run.
#[derive(Clone, Debug)]
pub struct VerifiedBundle {
    manifest: TrustedManifest,
    files: BTreeMap<String, Vec<u8>>,
}

impl VerifiedBundle {
    /// Asks the policy for the manifest, and holds the files against it.
    pub fn verify(
        manifest: &[u8],
        files: BTreeMap<String, Vec<u8>>,
        policy: &TrustPolicy,
        now_s: u64,
    ) -> Result<Self, BundleError> {
        TrustedManifest::verify(manifest, policy, now_s)?.bundle(files)
    }

    /// Its manifest.
    pub fn manifest(&self) -> &TrustedManifest {
        &self.manifest
    }

    /// The module of a command.
    pub fn module(&self, command: &str) -> Result<VerifiedModule<'_>, BundleError> {
        let asset = self.manifest.asset_of(command)?;
        let missing = || BundleError::Asset { path: asset.path.clone(), why: "is missing" };
        let wasm = self.files.get(&asset.path).ok_or_else(missing)?;
        let identity = self.manifest.identity(command)?;
        Ok(VerifiedModule { identity, wasm, maximum: &self.manifest.manifest.limits.maximum })
    }
}

/// Holds bytes against what the manifest says of them.
fn hold(asset: &Asset, bytes: &[u8]) -> Result<(), BundleError> {
    let actual = bytes.len() as u64;
    if actual != asset.size {
        return Err(BundleError::Size { path: asset.path.clone(), expected: asset.size, actual });
    }
    let actual = sha256_hex(bytes);
    if actual != asset.sha256 {
        let (path, expected) = (asset.path.clone(), asset.sha256.clone());
        return Err(BundleError::Hash { path, expected, actual });
    }
    Ok(())
}

/// A command's module whose bytes are those that a trusted manifest names. Only this can be run.
#[derive(Clone, Debug)]
pub struct VerifiedModule<'a> {
    identity: RuntimeIdentity,
    wasm: &'a [u8],
    maximum: &'a Limits,
}

impl<'a> VerifiedModule<'a> {
    /// Which runtime this is and who vouches for it, for receipts.
    pub fn identity(&self) -> &RuntimeIdentity {
        &self.identity
    }

    /// The module's bytes.
    pub fn wasm(&self) -> &'a [u8] {
        self.wasm
    }

    /// What a run may ask for at most.
    pub fn maximum(&self) -> &'a Limits {
        self.maximum
    }
}
