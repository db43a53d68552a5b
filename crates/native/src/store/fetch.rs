//! One file of a bundle: fetched, from where the last try ended, and held against the manifest.

use super::{InstallError, Registry, RegistryError};
use crate::bundle::read;
use hognose_core::bundle::{Asset, TrustedManifest};
use std::{
    fs::{self, File},
    io::{self, Read as _, Write as _},
    path::Path,
};

/// How far a file has come.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Progress<'a> {
    /// The file, by its path in the bundle.
    pub path: &'a str,
    /// The bytes that are there.
    pub have: u64,
    /// The bytes that it has.
    pub size: u64,
}

pub(super) fn asset(
    registry: &Registry,
    manifest: &TrustedManifest,
    asset: &Asset,
    stage: &Path,
    progress: &mut dyn FnMut(&Progress<'_>),
) -> Result<(), InstallError> {
    let path = stage.join(&asset.path);
    let fail = |source| InstallError::Io { path: path.clone(), source };
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(fail)?;
    }
    let held = || match read(&path, asset.size) {
        Ok(bytes) => manifest.check(&asset.path, &bytes).is_ok(),
        Err(_) => false,
    };
    let begun = fs::symlink_metadata(&path).map_or(0, |it| if it.is_file() { it.len() } else { 0 });
    if begun == asset.size && held() {
        return Ok(());
    }
    // What a try before has left may be the beginning of another file, or of none.
    let starts = if (1..asset.size).contains(&begun) { vec![begun, 0] } else { vec![0] };
    for start in starts {
        download(registry, manifest, asset, &path, start, progress)?;
        if held() {
            return Ok(());
        }
    }
    let bytes = fs::read(&path).map_err(fail)?;
    // It is not to be taken for a beginning.
    fs::remove_file(&path).map_err(fail)?;
    Ok(manifest.check(&asset.path, &bytes)?)
}

/// Appends what comes to the first `start` bytes that are there.
fn download(
    registry: &Registry,
    manifest: &TrustedManifest,
    asset: &Asset,
    path: &Path,
    start: u64,
    progress: &mut dyn FnMut(&Progress<'_>),
) -> Result<(), InstallError> {
    let bundle = manifest.manifest();
    let fail = |source| InstallError::Io { path: path.to_owned(), source };
    let mut source = registry.open(&bundle.name, &bundle.version, &asset.path, start)?;
    let file = File::options().create(true).write(true).truncate(false).open(path);
    let mut file = file.map_err(fail)?;
    // Not every server can begin in the middle.
    let mut have = if source.starts_in_the_middle { start } else { 0 };
    file.set_len(have).map_err(fail)?;
    io::Seek::seek(&mut file, io::SeekFrom::Start(have)).map_err(fail)?;
    let mut buffer = vec![0; 64 << 10];
    loop {
        progress(&Progress { path: &asset.path, have, size: asset.size });
        let count = match source.reader.read(&mut buffer) {
            Ok(0) => break,
            Ok(count) => count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => {
                let (at, why) = (source.at, error.to_string());
                return Err(RegistryError::Unreachable { at, why }.into());
            }
        };
        if have + count as u64 > asset.size {
            let (at, max) = (source.at, asset.size);
            return Err(RegistryError::TooLarge { at, max }.into());
        }
        file.write_all(&buffer[..count]).map_err(fail)?;
        have += count as u64;
    }
    file.sync_all().map_err(fail)?;
    if have < asset.size {
        let (at, size) = (source.at, asset.size);
        return Err(RegistryError::Truncated { at, have, size }.into());
    }
    Ok(())
}
