//! Loading a bundle from a directory.

use hognose_core::{
    bundle::{
        BundleError, MANIFEST, MAX_ASSET_BYTES, MAX_MANIFEST_BYTES, Manifest, VerifiedModule,
    },
    contract::RuntimeIdentity,
};
use std::{
    fs::File,
    io::{self, Read},
    path::{Path, PathBuf},
};

/// The bundle's command that a [`Runner`](crate::Runner) runs.
const PYTHON: &str = "python";

/// Why a bundle could not be loaded. Every message names the file.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BundleLoadError {
    /// There is no such file.
    #[error("{}: no such file{}", path.display(), hint(path))]
    Missing {
        /// The file.
        path: PathBuf,
    },
    /// A file cannot be read.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What went wrong.
        source: io::Error,
    },
    /// A file is larger than any of its kind may be.
    #[error("{}: more than the {max} bytes that are allowed", path.display())]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// What is allowed.
        max: u64,
    },
    /// A file does not hold to the manifest, or the manifest to its format.
    #[error("bundle {}: {source}", dir.display())]
    Invalid {
        /// The bundle's directory.
        dir: PathBuf,
        /// What is wrong.
        source: BundleError,
    },
}

fn hint(path: &Path) -> &'static str {
    if path.extension().is_some_and(|it| it == "wasm") {
        "; build it with ./scripts/build-micropython-wasi.sh"
    } else {
        ""
    }
}

/// A Python bundle whose runtime is the one that its manifest names, byte for byte.
///
/// ```no_run
/// let bundle = hognose::Bundle::load("bundles/lang-python/0.1.0")?;
/// println!("{}", bundle.identity().bundle); // lang-python@0.1.0
/// # Ok::<(), hognose::BundleLoadError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Bundle {
    manifest: Manifest,
    module: VerifiedModule,
}

impl Bundle {
    /// Reads `manifest.json` and the runtime from a directory, and holds one against the other.
    pub fn load(dir: impl AsRef<Path>) -> Result<Self, BundleLoadError> {
        let dir = dir.as_ref();
        let invalid = |source| BundleLoadError::Invalid { dir: dir.to_owned(), source };
        let json = read(&dir.join(MANIFEST), MAX_MANIFEST_BYTES as u64)?;
        let manifest = Manifest::parse(&json).map_err(invalid)?;
        // A manifest without the command is refused by `verify`, with its own words.
        let path = manifest.command(PYTHON).map_or("", |command| &command.module_path);
        let wasm = if path.is_empty() { vec![] } else { read(&dir.join(path), MAX_ASSET_BYTES)? };
        let module = VerifiedModule::verify(&manifest, PYTHON, wasm).map_err(invalid)?;
        Ok(Self { manifest, module })
    }

    /// A bundle that is in memory: the text of its manifest, and its runtime.
    pub fn from_bytes(manifest: &[u8], runtime: Vec<u8>) -> Result<Self, BundleError> {
        let manifest = Manifest::parse(manifest)?;
        let module = VerifiedModule::verify(&manifest, PYTHON, runtime)?;
        Ok(Self { manifest, module })
    }

    /// The manifest.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Which runtime it holds, as receipts name it.
    pub fn identity(&self) -> &RuntimeIdentity {
        self.module.identity()
    }

    pub(crate) fn module(&self) -> &VerifiedModule {
        &self.module
    }
}

/// Reads a file that has `max` bytes at most.
fn read(path: &Path, max: u64) -> Result<Vec<u8>, BundleLoadError> {
    let fail = |source: io::Error| match source.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => {
            BundleLoadError::Missing { path: path.to_owned() }
        }
        _ => BundleLoadError::Io { path: path.to_owned(), source },
    };
    let file = File::open(path).map_err(fail)?;
    let size = file.metadata().map_err(fail)?.len();
    let mut bytes = Vec::with_capacity(usize::try_from(size.min(max)).unwrap_or(0));
    // The size may be no size (a pipe) or change: what counts is what is read.
    file.take(max + 1).read_to_end(&mut bytes).map_err(fail)?;
    if bytes.len() as u64 > max {
        return Err(BundleLoadError::TooLarge { path: path.to_owned(), max });
    }
    Ok(bytes)
}
