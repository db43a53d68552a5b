//! What a manifest's fields may hold.

use super::{BundleError, MANIFEST, MAX_ASSET_BYTES, MAX_ASSETS, Manifest, Role};
use alloc::{borrow::ToOwned, format, string::String};

pub(super) const NAME_PATTERN: &str = "^[a-z0-9][a-z0-9-]{0,63}$";
pub(super) const PATH_PATTERN: &str = "^[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*$";
pub(super) const SHA256_PATTERN: &str = "^[0-9a-f]{64}$";

const HASH: &str = "must be 64 lower-case hexadecimal digits";
const NAME: &str = "must be lower-case letters, digits and hyphens";
const PATH: &str = "must be a relative path of letters, digits, \".\", \"_\" and \"-\", without \".\" and \"..\" as names";

impl Manifest {
    pub(super) fn check(&self) -> Result<(), BundleError> {
        if !is_name(&self.name) {
            return bad("name", NAME);
        }
        self.check_assets()?;
        self.check_commands()?;
        self.abi.check()?;
        if !is_sha256(&self.provenance.source_sha256) {
            return bad("provenance.sourceSha256", HASH);
        }
        self.limits.check()
    }

    fn check_assets(&self) -> Result<(), BundleError> {
        if self.assets.is_empty() {
            return bad("assets", "is empty");
        }
        if self.assets.len() > MAX_ASSETS {
            return bad("assets", "has more than 256 entries");
        }
        let mut total: u64 = 0;
        for (index, asset) in self.assets.iter().enumerate() {
            let field = |key: &str| format!("assets[{index}].{key}");
            if !is_asset_path(&asset.path) {
                return bad(field("path"), PATH);
            }
            for other in self.assets.iter().take(index) {
                if other.path == asset.path {
                    return bad(field("path"), "stands twice");
                }
                // On some filesystems they would be one file, or a file and a directory.
                if overlap(&other.path, &asset.path) {
                    return bad(field("path"), "cannot be beside another asset's path");
                }
            }
            if !is_sha256(&asset.sha256) {
                return bad(field("sha256"), HASH);
            }
            if asset.size > MAX_ASSET_BYTES {
                return bad(field("size"), "is more than 64 MiB");
            }
            total = total.saturating_add(asset.size);
        }
        if total > MAX_ASSET_BYTES {
            return bad("assets", "are more than 64 MiB together");
        }
        Ok(())
    }

    fn check_commands(&self) -> Result<(), BundleError> {
        if self.commands.is_empty() {
            return bad("commands", "is empty");
        }
        if self.commands.len() > MAX_ASSETS {
            return bad("commands", "has more than 256 entries");
        }
        for (index, command) in self.commands.iter().enumerate() {
            let field = |key: &str| format!("commands[{index}].{key}");
            if !is_name(&command.name) {
                return bad(field("name"), NAME);
            }
            if self.commands.iter().take(index).any(|other| other.name == command.name) {
                return bad(field("name"), "stands twice");
            }
            match self.asset(&command.module_path) {
                None => return bad(field("modulePath"), "is not one of the assets"),
                Some(asset) if asset.role != Role::Module => {
                    return bad(field("modulePath"), "is an asset that is no module");
                }
                Some(_) => {}
            }
        }
        Ok(())
    }
}

pub(super) fn bad(field: impl Into<String>, why: &str) -> Result<(), BundleError> {
    Err(BundleError::Field { field: field.into(), why: why.to_owned() })
}

fn is_name(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    (1..=64).contains(&name.len()) && !name.starts_with('-') && name.chars().all(plain)
}

fn is_asset_path(path: &str) -> bool {
    let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-' | b'/');
    (1..=255).contains(&path.len())
        && path.bytes().all(plain)
        && path.split('/').all(|name| !matches!(name, "" | "." | ".."))
        && !overlap(path, MANIFEST)
}

/// Whether two paths are the same but for the case of letters, or one is above the other.
fn overlap(a: &str, b: &str) -> bool {
    let mut names = a.split('/').zip(b.split('/'));
    names.all(|(a, b)| a.eq_ignore_ascii_case(b))
}

pub(crate) fn is_sha256(hex: &str) -> bool {
    hex.len() == 64 && hex.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}
