//! Bundles: a language runtime as a manifest and its assets.

use crate::{
    contract::{Limits, RuntimeIdentity},
    json::{self, Fields, FromJson, Json, Misfit, deserialize_from_json, misfit},
    meter,
};
use alloc::{
    borrow::ToOwned,
    collections::BTreeMap,
    format,
    string::{String, ToString},
    vec::Vec,
};
use semver::Version;
use serde::Serialize;
use sha2::{Digest, Sha256};

/// Bytes of a manifest at most: 64 KiB.
pub const MAX_MANIFEST_BYTES: usize = 64 << 10;
/// Bytes of an asset at most: 64 MiB.
pub const MAX_ASSET_BYTES: u64 = 64 << 20;
/// The manifest's file name.
pub const MANIFEST: &str = "manifest.json";

/// What is in a bundle: `manifest.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Manifest {
    /// The bundle's name, such as `lang-python`.
    pub name: String,
    /// The bundle's version.
    pub version: Version,
    /// Its files.
    pub assets: Vec<Asset>,
    /// What can be run in it.
    pub commands: Vec<Command>,
    /// What its modules ask of whoever runs them.
    pub abi: Abi,
    /// The limits that it suggests.
    pub limits: Limits,
    /// What it was made of and with.
    pub provenance: Provenance,
}

/// A file of a bundle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Asset {
    /// Its path in the bundle.
    pub path: String,
    /// Its SHA-256 in lower-case hexadecimal.
    pub sha256: String,
    /// Its size in bytes.
    pub size: u64,
}

/// A command of a bundle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Command {
    /// Its name, such as `python`.
    pub name: String,
    /// The asset that is its WASI preview-1 module.
    pub module_path: String,
}

/// What a bundle's modules ask of whoever runs them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Abi {
    /// The version of the metering pass that made them count their own work. Runners take the
    /// meter as it is: that it is the pass's own work is what the manifest vouches for.
    pub metering: u32,
}

/// What a bundle was made of and with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Provenance {
    /// The source, by name and version.
    pub source: String,
    /// SHA-256 of the source archive.
    pub source_sha256: String,
    /// The tools that built it, by name, with their versions.
    pub toolchain: BTreeMap<String, String>,
}

impl FromJson for Manifest {
    fn from_json(json: Json, field: &str) -> Result<Self, Misfit> {
        const FIELDS: &[&str] =
            &["name", "version", "assets", "commands", "abi", "limits", "provenance"];
        let mut fields = Fields::new(json, field, FIELDS)?;
        let version: String = fields.required("version")?;
        Ok(Self {
            name: fields.required("name")?,
            version: Version::parse(&version)
                .map_err(|_| misfit("version", "must be a version such as 1.2.3"))?,
            assets: fields.required("assets")?,
            commands: fields.required("commands")?,
            abi: fields.required("abi")?,
            limits: fields.optional("limits")?.unwrap_or_default(),
            provenance: fields.required("provenance")?,
        })
    }
}

impl FromJson for Asset {
    fn from_json(json: Json, field: &str) -> Result<Self, Misfit> {
        let mut fields = Fields::new(json, field, &["path", "sha256", "size"])?;
        Ok(Self {
            path: fields.required("path")?,
            sha256: fields.required("sha256")?,
            size: fields.required("size")?,
        })
    }
}

impl FromJson for Command {
    fn from_json(json: Json, field: &str) -> Result<Self, Misfit> {
        let mut fields = Fields::new(json, field, &["name", "modulePath"])?;
        Ok(Self { name: fields.required("name")?, module_path: fields.required("modulePath")? })
    }
}

impl FromJson for Abi {
    fn from_json(json: Json, field: &str) -> Result<Self, Misfit> {
        let mut fields = Fields::new(json, field, &["metering"])?;
        Ok(Self { metering: fields.required("metering")? })
    }
}

impl FromJson for Provenance {
    fn from_json(json: Json, field: &str) -> Result<Self, Misfit> {
        let mut fields = Fields::new(json, field, &["source", "sourceSha256", "toolchain"])?;
        Ok(Self {
            source: fields.required("source")?,
            source_sha256: fields.required("sourceSha256")?,
            toolchain: fields.required("toolchain")?,
        })
    }
}

deserialize_from_json!(Manifest, Asset, Command, Abi, Provenance);

/// Why a bundle was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BundleError {
    /// The manifest is no manifest.
    #[error("manifest.json: {0}")]
    Parse(String),
    /// A field of the manifest holds what it must not.
    #[error("manifest.json: {field}: {why}")]
    Field {
        /// The field.
        field: String,
        /// What is wrong.
        why: String,
    },
    /// A file that the manifest names has another size.
    #[error(
        "{path}: {actual} bytes, but the manifest says {expected}: truncated or not this version"
    )]
    Size {
        /// The asset.
        path: String,
        /// The manifest's size.
        expected: u64,
        /// The size that it has.
        actual: u64,
    },
    /// A file that the manifest names has other bytes.
    #[error("{path}: its SHA-256 is {actual}, but the manifest says {expected}")]
    Hash {
        /// The asset.
        path: String,
        /// The manifest's hash.
        expected: String,
        /// The hash that it has.
        actual: String,
    },
}

impl Manifest {
    /// Reads a manifest, strictly: unknown keys, odd paths and absurd sizes are refused.
    pub fn parse(json: &[u8]) -> Result<Self, BundleError> {
        if json.len() > MAX_MANIFEST_BYTES {
            return Err(BundleError::Parse(format!(
                "{} bytes, more than the {MAX_MANIFEST_BYTES} that are allowed",
                json.len()
            )));
        }
        let manifest: Self = json::read(json)
            .map_err(|error| BundleError::Parse(format!("is no manifest: {error}")))?;
        manifest.check()?;
        Ok(manifest)
    }

    fn check(&self) -> Result<(), BundleError> {
        let bad = |field: String, why: &str| Err(BundleError::Field { field, why: why.to_owned() });
        if !is_name(&self.name) {
            return bad("name".into(), "must be lower-case letters, digits and hyphens");
        }
        if self.assets.is_empty() {
            return bad("assets".into(), "is empty");
        }
        for (index, asset) in self.assets.iter().enumerate() {
            let field = |key: &str| format!("assets[{index}].{key}");
            if !is_asset_path(&asset.path) {
                return bad(
                    field("path"),
                    "must be a relative path without \".\", \"..\" or \"\\\"",
                );
            }
            if self.assets.iter().take(index).any(|other| other.path == asset.path) {
                return bad(field("path"), "stands twice");
            }
            if !is_sha256(&asset.sha256) {
                return bad(field("sha256"), "must be 64 lower-case hexadecimal digits");
            }
            if asset.size > MAX_ASSET_BYTES {
                return bad(field("size"), "is more than 64 MiB");
            }
        }
        if self.commands.is_empty() {
            return bad("commands".into(), "is empty");
        }
        for (index, command) in self.commands.iter().enumerate() {
            let field = |key: &str| format!("commands[{index}].{key}");
            if !is_name(&command.name) {
                return bad(field("name"), "must be lower-case letters, digits and hyphens");
            }
            if self.commands.iter().take(index).any(|other| other.name == command.name) {
                return bad(field("name"), "stands twice");
            }
            if self.asset(&command.module_path).is_none() {
                return bad(field("modulePath"), "is not one of the assets");
            }
        }
        if self.abi.metering != meter::VERSION {
            let (has, takes) = (self.abi.metering, meter::VERSION);
            let why = format!("is {has}, but this Hognose takes modules of metering {takes}");
            return Err(BundleError::Field { field: "abi.metering".into(), why });
        }
        if !is_sha256(&self.provenance.source_sha256) {
            let field = "provenance.sourceSha256".into();
            return bad(field, "must be 64 lower-case hexadecimal digits");
        }
        self.limits
            .check()
            .map_err(|error| BundleError::Field { field: "limits".into(), why: error.to_string() })
    }

    /// The command with this name.
    pub fn command(&self, name: &str) -> Option<&Command> {
        self.commands.iter().find(|command| command.name == name)
    }

    /// The asset with this path.
    pub fn asset(&self, path: &str) -> Option<&Asset> {
        self.assets.iter().find(|asset| asset.path == path)
    }
}

/// A command's module whose bytes are those that the manifest names. Only this can be run.
#[derive(Clone, Debug)]
pub struct VerifiedModule {
    identity: RuntimeIdentity,
    wasm: Vec<u8>,
}

impl VerifiedModule {
    /// Holds `wasm` against the manifest's entry for the command.
    pub fn verify(manifest: &Manifest, command: &str, wasm: Vec<u8>) -> Result<Self, BundleError> {
        let missing = || BundleError::Field {
            field: "commands".into(),
            why: format!("has no command \"{command}\""),
        };
        let module = manifest.command(command).ok_or_else(missing)?;
        let asset = manifest.asset(&module.module_path).ok_or_else(missing)?;
        let path = asset.path.clone();
        let actual = wasm.len() as u64;
        if actual != asset.size {
            return Err(BundleError::Size { path, expected: asset.size, actual });
        }
        let sha256 = sha256_hex(&wasm);
        if sha256 != asset.sha256 {
            let expected = asset.sha256.clone();
            return Err(BundleError::Hash { path, expected, actual: sha256 });
        }
        let bundle = format!("{}@{}", manifest.name, manifest.version);
        Ok(Self { identity: RuntimeIdentity::new(bundle, sha256), wasm })
    }

    /// Which runtime this is, for receipts.
    pub fn identity(&self) -> &RuntimeIdentity {
        &self.identity
    }

    /// The module's bytes.
    pub fn wasm(&self) -> &[u8] {
        &self.wasm
    }
}

/// Bytes that are hashed in one call.
const HASHED_BYTES: usize = 4 << 10;

/// SHA-256 in lower-case hexadecimal.
pub fn sha256_hex(bytes: &[u8]) -> String {
    use core::fmt::Write as _;
    let mut hasher = Sha256::new();
    // In pieces: a browser that compiles a function better does so between two calls of it.
    bytes.chunks(HASHED_BYTES).for_each(|piece| hasher.update(piece));
    hasher.finalize().iter().fold(String::with_capacity(64), |mut hex, byte| {
        // Writing to a String cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

fn is_name(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    (1..=64).contains(&name.len()) && !name.starts_with('-') && name.chars().all(plain)
}

fn is_asset_path(path: &str) -> bool {
    (1..=255).contains(&path.len())
        && path.split('/').all(|name| !matches!(name, "" | "." | ".."))
        && !path.contains(['\\', '\0', ':'])
}

fn is_sha256(hex: &str) -> bool {
    hex.len() == 64 && hex.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}
