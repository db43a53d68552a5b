//! Bundles: a language runtime as a manifest and its assets.

mod abi;
mod canonical;
mod error;
mod limits;
mod rules;
mod signature;
mod verified;

pub use abi::Abi;
pub use error::BundleError;
pub use limits::BundleLimits;
pub(crate) use rules::is_sha256;
pub use signature::Signature;
pub use verified::{TrustedManifest, VerifiedBundle, VerifiedModule};

use crate::json::{Fields, FromJson, Json, Misfit, deserialize_from_json, misfit};
use alloc::{
    collections::BTreeMap,
    format,
    string::{String, ToString},
    vec::Vec,
};
use schemars::JsonSchema;
use semver::Version;
use serde::Serialize;
use sha2::{Digest, Sha256};

/// Bytes of a manifest at most: 64 KiB.
pub const MAX_MANIFEST_BYTES: usize = 64 << 10;
/// Bytes of an asset at most, and of all assets of a bundle together: 64 MiB.
pub const MAX_ASSET_BYTES: u64 = 64 << 20;
/// Assets of a bundle at most, and commands.
pub const MAX_ASSETS: usize = 256;
/// The manifest's file name.
pub const MANIFEST: &str = "manifest.json";

/// What is in a bundle: `manifest.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(deny_unknown_fields)]
#[non_exhaustive]
pub struct Manifest {
    /// The bundle's name, such as `lang-python`: 1 to 64 lower-case letters, digits and hyphens.
    #[schemars(extend("pattern" = rules::NAME_PATTERN))]
    pub name: String,
    /// The bundle's version, after Semantic Versioning.
    #[schemars(with = "String")]
    pub version: Version,
    /// Its files.
    pub assets: Vec<Asset>,
    /// What can be run in it.
    pub commands: Vec<Command>,
    /// What its modules ask of whoever runs them.
    pub abi: Abi,
    /// The limits that it suggests, and those that it does not go beyond.
    #[schemars(default)]
    pub limits: BundleLimits,
    /// What it was made of and with.
    pub provenance: Provenance,
    /// Who vouches for all of the above.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signature: Option<Signature>,
}

/// A file of a bundle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(deny_unknown_fields)]
#[non_exhaustive]
pub struct Asset {
    /// Its path in the bundle: letters, digits, `.`, `_`, `-`, and `/` between names.
    #[schemars(extend("pattern" = rules::PATH_PATTERN, "maxLength" = 255))]
    pub path: String,
    /// Its SHA-256 in lower-case hexadecimal.
    #[schemars(extend("pattern" = rules::SHA256_PATTERN))]
    pub sha256: String,
    /// Its size in bytes.
    #[schemars(range(max = MAX_ASSET_BYTES))]
    pub size: u64,
    /// What it is there for.
    pub role: Role,
}

/// What a file of a bundle is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Role {
    /// A WASI preview-1 module, which commands run.
    Module,
    /// Something else that belongs to the bundle, such as a licence.
    Data,
}

/// A command of a bundle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(deny_unknown_fields)]
#[non_exhaustive]
pub struct Command {
    /// Its name, such as `python`.
    #[schemars(extend("pattern" = rules::NAME_PATTERN))]
    pub name: String,
    /// The asset that is its WASI preview-1 module.
    pub module_path: String,
}

/// What a bundle was made of and with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(deny_unknown_fields)]
#[non_exhaustive]
pub struct Provenance {
    /// The source, by name and version.
    pub source: String,
    /// SHA-256 of the source archive.
    #[schemars(extend("pattern" = rules::SHA256_PATTERN))]
    pub source_sha256: String,
    /// The tools that built it, by name, with their versions.
    pub toolchain: BTreeMap<String, String>,
}

impl FromJson for Manifest {
    fn from_json(json: Json, field: &str) -> Result<Self, Misfit> {
        const FIELDS: &[&str] =
            &["name", "version", "assets", "commands", "abi", "limits", "provenance", "signature"];
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
            signature: fields.optional("signature")?,
        })
    }
}

impl FromJson for Asset {
    fn from_json(json: Json, field: &str) -> Result<Self, Misfit> {
        let mut fields = Fields::new(json, field, &["path", "sha256", "size", "role"])?;
        Ok(Self {
            path: fields.required("path")?,
            sha256: fields.required("sha256")?,
            size: fields.required("size")?,
            role: fields.required("role")?,
        })
    }
}

impl FromJson for Role {
    fn from_json(json: Json, field: &str) -> Result<Self, Misfit> {
        match String::from_json(json, field)?.as_str() {
            "module" => Ok(Self::Module),
            "data" => Ok(Self::Data),
            _ => Err(misfit(field, "must be \"module\" or \"data\"")),
        }
    }
}

impl FromJson for Command {
    fn from_json(json: Json, field: &str) -> Result<Self, Misfit> {
        let mut fields = Fields::new(json, field, &["name", "modulePath"])?;
        Ok(Self { name: fields.required("name")?, module_path: fields.required("modulePath")? })
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

deserialize_from_json!(Manifest, Asset, Role, Command, Provenance);

impl Manifest {
    /// Reads a manifest, strictly: unknown and duplicate keys, odd paths and absurd sizes are refused.
    /// Who vouches for it is another matter: see [`TrustedManifest`].
    pub fn parse(json: &[u8]) -> Result<Self, BundleError> {
        Ok(Self::read(json)?.0)
    }

    /// The same, and the canonical text that is signed.
    fn read(json: &[u8]) -> Result<(Self, String), BundleError> {
        if json.len() > MAX_MANIFEST_BYTES {
            return Err(BundleError::Parse(format!(
                "{} bytes, more than the {MAX_MANIFEST_BYTES} that are allowed",
                json.len()
            )));
        }
        let (manifest, signed): (Self, _) = signature::read(json)?;
        manifest.check()?;
        Ok((manifest, signed))
    }

    /// Its text, as it is published.
    pub fn to_json(&self) -> Result<String, BundleError> {
        let text = serde_json::to_string_pretty(self)
            .map_err(|error| BundleError::Parse(error.to_string()))?;
        Ok(format!("{text}\n"))
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

/// The text of a manifest that is signed.
pub(crate) fn canonical_text(manifest: &Manifest) -> Result<String, BundleError> {
    Ok(Manifest::read(manifest.to_json()?.as_bytes())?.1)
}
