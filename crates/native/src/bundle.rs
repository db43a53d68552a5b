//! Loading a bundle from a directory.

use hognose_core::{
    bundle::{
        BundleError, MANIFEST, MAX_MANIFEST_BYTES, Manifest, TrustedManifest, VerifiedBundle,
        VerifiedModule,
    },
    contract::TrustLevel,
    trust::{KeyId, TrustPolicy},
};
use std::{
    collections::BTreeMap,
    fs::File,
    io::{self, Read},
    path::{Path, PathBuf},
    sync::Arc,
    time::SystemTime,
};

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

/// A bundle that somebody vouches for, and whose files are those that its manifest names, byte for
/// byte.
///
/// ```no_run
/// let bundle = hognose::Bundle::load("bundles/lang-python/0.1.0")?;
/// println!("{}: {}", bundle.name(), bundle.trust().sentence()); // lang-python@0.1.0: …
/// # Ok::<(), hognose::BundleLoadError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Bundle {
    verified: Arc<VerifiedBundle>,
}

impl Bundle {
    /// Reads `manifest.json` and the files that it names from a directory, as the default
    /// [`TrustPolicy`] wants it: signed with a key that is built in.
    pub fn load(dir: impl AsRef<Path>) -> Result<Self, BundleLoadError> {
        Self::load_with(dir, &TrustPolicy::default())
    }

    /// The same, as this policy wants it. Nothing is read but what the manifest names, and of a file
    /// no more than it says.
    pub fn load_with(dir: impl AsRef<Path>, policy: &TrustPolicy) -> Result<Self, BundleLoadError> {
        let dir = dir.as_ref();
        let invalid = |source| BundleLoadError::Invalid { dir: dir.to_owned(), source };
        let text = read(&dir.join(MANIFEST), MAX_MANIFEST_BYTES as u64)?;
        let manifest = TrustedManifest::verify(&text, policy, now_s()).map_err(invalid)?;
        let mut files = BTreeMap::new();
        for asset in &manifest.manifest().assets {
            let path = dir.join(&asset.path);
            let bytes = read(&path, asset.size).map_err(|error| match error {
                BundleLoadError::TooLarge { .. } => invalid(BundleError::Size {
                    path: asset.path.clone(),
                    expected: asset.size,
                    actual: path.metadata().map_or(0, |it| it.len()).max(asset.size + 1),
                }),
                other => other,
            })?;
            files.insert(asset.path.clone(), bytes);
        }
        let verified = manifest.bundle(files).map_err(invalid)?;
        Ok(Self { verified: Arc::new(verified) })
    }

    /// A bundle that is in memory: the text of its manifest, and its files by path.
    pub fn from_bytes(
        manifest: &[u8],
        files: BTreeMap<String, Vec<u8>>,
        policy: &TrustPolicy,
    ) -> Result<Self, BundleError> {
        let verified = VerifiedBundle::verify(manifest, files, policy, now_s())?;
        Ok(Self { verified: Arc::new(verified) })
    }

    /// Its name and version, as `name@version`.
    pub fn name(&self) -> String {
        self.trusted().name()
    }

    /// The manifest.
    pub fn manifest(&self) -> &Manifest {
        self.trusted().manifest()
    }

    /// SHA-256 of the manifest, as receipts and pins have it.
    pub fn manifest_sha256(&self) -> &str {
        self.trusted().sha256()
    }

    /// Who vouches for it.
    pub fn trust(&self) -> TrustLevel {
        self.trusted().trust()
    }

    /// The key that it is signed with, where that is why it was let pass.
    pub fn key_id(&self) -> Option<&KeyId> {
        self.trusted().key_id()
    }

    fn trusted(&self) -> &TrustedManifest {
        self.verified.manifest()
    }

    pub(crate) fn module(&self, command: &str) -> Result<VerifiedModule<'_>, BundleError> {
        self.verified.module(command)
    }
}

/// The time in seconds since 1970, by which keys are valid or not.
pub(crate) fn now_s() -> u64 {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    // A clock before 1970 makes no key valid that has a first day.
    now.map_or(0, |now| now.as_secs())
}

/// Reads a file that has `max` bytes at most.
pub(crate) fn read(path: &Path, max: u64) -> Result<Vec<u8>, BundleLoadError> {
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
