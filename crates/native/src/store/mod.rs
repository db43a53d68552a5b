//! Installed bundles: a directory `name/version` for each, that many processes use at once.
//!
//! # What is trusted of it
//! Nothing. A bundle is verified whenever it is loaded: its manifest by the policy of who loads it, its
//! files by their hashes. SHA-256 of Python's runtime takes some milliseconds, so that there is no
//! quicker way for files that look unchanged: whoever can write here can make them look so.
//!
//! # How it is kept whole
//! A bundle is fetched into `.partial`, verified there as it is on disk, and then moved to its place
//! in one step: there is never half of one, whenever a process ends. What an interrupted one has
//! fetched is used by the next. Who installs holds a lock, which the system gives back when its holder
//! is gone; who loads needs none.

mod error;
mod fetch;
mod registry;

pub use error::{InstallError, RegistryError};
pub use fetch::Progress;
pub use registry::Registry;

use crate::{
    Bundle, BundleLoadError,
    bundle::now_s,
    cache::{make_private_dir, user_dir},
};
use hognose_core::{
    bundle::{MANIFEST, MAX_MANIFEST_BYTES, TrustedManifest},
    trust::TrustPolicy,
};
use semver::Version;
use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

/// Where what is not whole yet is.
const PARTIAL: &str = ".partial";

/// The directory of installed bundles.
///
/// ```no_run
/// use hognose::{BundleStore, Install, Registry, TrustPolicy};
/// let store = BundleStore::user().expect("HOME is set");
/// let registry = Registry::new("https://example.org/hognose")?;
/// let install = Install::new("lang-python");
/// let bundle = store.install(&registry, &install, &TrustPolicy::default(), &mut |_| ())?;
/// # let _ = bundle;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct BundleStore {
    dir: PathBuf,
}

/// What is to be installed.
#[derive(Clone, Debug)]
#[must_use]
pub struct Install {
    name: String,
    version: Option<Version>,
    allow_downgrade: bool,
}

impl Install {
    /// The newest version that the registry's index tells of.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), version: None, allow_downgrade: false }
    }

    /// This version.
    pub fn version(mut self, version: Version) -> Self {
        self.version = Some(version);
        self
    }

    /// Even where a newer version is installed: an old one may have faults that are known by now.
    pub fn allow_downgrade(mut self) -> Self {
        self.allow_downgrade = true;
        self
    }
}

/// A bundle that is there. It is verified when it is loaded.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Installed {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: Version,
    /// Where it is.
    pub dir: PathBuf,
}

impl BundleStore {
    /// The user's: `bundles` in `$HOGNOSE_CACHE`, else in `hognose` in `$XDG_CACHE_HOME`, else in
    /// `$HOME/.cache/hognose`. None where none of them is set.
    pub fn user() -> Option<Self> {
        Some(Self { dir: user_dir()?.join("bundles") })
    }

    /// One in this directory, which is made when it is needed.
    pub fn at(dir: impl Into<PathBuf>) -> Self {
        Self { dir: dir.into() }
    }

    /// The directory.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// What is installed, by name, the newest version first.
    pub fn list(&self) -> Vec<Installed> {
        let mut all: Vec<_> = entries(&self.dir)
            .into_iter()
            .flat_map(|(name, dir)| {
                entries(&dir).into_iter().filter_map(move |(version, dir)| {
                    let version = version.parse().ok()?;
                    Some(Installed { name: name.clone(), version, dir })
                })
            })
            .collect();
        all.sort_by(|a, b| a.name.cmp(&b.name).then(b.version.cmp(&a.version)));
        all
    }

    /// The newest version of a bundle, or this one.
    pub fn find(&self, name: &str, version: Option<&Version>) -> Option<Installed> {
        let mut all = self.list().into_iter();
        all.find(|it| it.name == name && version.is_none_or(|version| it.version == *version))
    }

    /// Loads a bundle that is installed, verified anew.
    pub fn load(
        &self,
        name: &str,
        version: Option<&Version>,
        policy: &TrustPolicy,
    ) -> Result<Bundle, InstallError> {
        let installed = self.find(name, version).ok_or_else(|| not_installed(name, version))?;
        Ok(Bundle::load_with(&installed.dir, policy)?)
    }

    /// Removes a bundle's version, or all of them. Who has loaded it keeps it.
    pub fn remove(
        &self,
        name: &str,
        version: Option<&Version>,
    ) -> Result<Vec<Installed>, InstallError> {
        let mut all = self.list();
        all.retain(|it| it.name == name && version.is_none_or(|version| it.version == *version));
        if all.is_empty() {
            return Err(not_installed(name, version));
        }
        for installed in &all {
            self.discard(&installed.dir)?;
        }
        Ok(all)
    }

    /// Fetches a bundle, verifies it and puts it in its place. What is there already, whole and of the
    /// same manifest, stays.
    pub fn install(
        &self,
        registry: &Registry,
        what: &Install,
        policy: &TrustPolicy,
        progress: &mut dyn FnMut(&Progress<'_>),
    ) -> Result<Bundle, InstallError> {
        let version = match &what.version {
            Some(version) => version.clone(),
            None => registry.newest(&what.name)?,
        };
        let name = what.name.as_str();
        let text = registry.read(name, &version, MANIFEST, MAX_MANIFEST_BYTES as u64)?;
        let manifest = TrustedManifest::verify(&text, policy, now_s())?;
        if manifest.manifest().name != name || manifest.manifest().version != version {
            let (wanted, got) = (format!("{name}@{version}"), manifest.name());
            return Err(InstallError::Another { wanted, got });
        }
        let newest = self.find(name, None);
        if let Some(newest) = newest.filter(|it| it.version > version && !what.allow_downgrade) {
            let (name, newest) = (name.to_owned(), newest.version);
            return Err(InstallError::Downgrade { name, version, newest });
        }

        let partial = self.dir.join(PARTIAL);
        make_private_dir(&partial)?;
        let _lock = lock(&partial.join("lock"))?;
        let place = self.dir.join(name).join(version.to_string());
        if let Ok(bundle) = Bundle::load_with(&place, policy)
            && bundle.manifest_sha256() == manifest.sha256()
        {
            return Ok(bundle);
        }
        let stage = partial.join(manifest.sha256());
        make_private_dir(&stage)?;
        for asset in &manifest.manifest().assets {
            fetch::asset(registry, &manifest, asset, &stage, progress)?;
        }
        let path = stage.join(MANIFEST);
        write(&path, &text).map_err(|source| InstallError::Io { path, source })?;
        // As it is on disk, and as everybody will load it.
        let bundle = Bundle::load_with(&stage, policy)?;
        if place.exists() {
            self.discard(&place)?;
        }
        let above = self.dir.join(name);
        make_private_dir(&above)?;
        rename(&stage, &place)?;
        Ok(bundle)
    }

    /// Takes a bundle from its place in one step, then apart.
    fn discard(&self, dir: &Path) -> Result<(), InstallError> {
        let partial = self.dir.join(PARTIAL);
        make_private_dir(&partial)?;
        let fail = |source| InstallError::Io { path: partial.clone(), source };
        let away = tempfile::Builder::new().prefix("old-").tempdir_in(&partial).map_err(fail)?;
        rename(dir, &away.path().join("bundle"))?;
        // What is left of it is nobody's any more.
        let _ = away.close();
        Ok(())
    }
}

fn not_installed(name: &str, version: Option<&Version>) -> InstallError {
    let version = version.map_or_else(String::new, |version| format!("@{version}"));
    InstallError::NotInstalled { bundle: format!("{name}{version}") }
}

/// The directories in a directory, by name. What begins with a dot is not whole.
fn entries(dir: &Path) -> Vec<(String, PathBuf)> {
    let Ok(entries) = fs::read_dir(dir) else { return Vec::new() };
    entries
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_ok_and(|it| it.is_dir()))
        .filter_map(|entry| Some((entry.file_name().into_string().ok()?, entry.path())))
        .filter(|(name, _)| !name.starts_with('.'))
        .collect()
}

/// A lock that ends with what this returns, or with the process.
fn lock(path: &Path) -> Result<File, InstallError> {
    let open = || {
        let file = File::options().create(true).append(true).open(path)?;
        file.lock()?;
        Ok(file)
    };
    open().map_err(|source| InstallError::Io { path: path.to_owned(), source })
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(path)?;
    io::Write::write_all(&mut file, bytes)?;
    file.sync_all()
}

fn rename(from: &Path, to: &Path) -> Result<(), InstallError> {
    fs::rename(from, to).map_err(|source| InstallError::Io { path: to.to_owned(), source })
}

impl From<BundleLoadError> for InstallError {
    fn from(error: BundleLoadError) -> Self {
        Self::Load(error)
    }
}
