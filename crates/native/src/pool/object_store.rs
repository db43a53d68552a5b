//! A store over whatever the crate `object_store` has.

use super::{SessionStore, StoreError};
use object_store::{
    Error, ObjectStore, ObjectStoreExt as _, PutMode, PutOptions, local::LocalFileSystem,
    memory::InMemory, path::Path,
};
use std::{fmt, fs, future::Future, io};
use tokio::runtime::{Builder, Runtime};

/// Sessions in a directory, a bucket, or memory.
///
/// ```
/// use hognose::{ObjectSessions, SessionStore};
/// let store = ObjectSessions::memory()?;
/// assert!(store.create("a/1.session", vec![1, 2])?);
/// assert!(!store.create("a/1.session", vec![3])?);
/// assert_eq!(store.read("a/1.session", 10)?, Some(vec![1, 2]));
/// # Ok::<(), hognose::StoreError>(())
/// ```
pub struct ObjectSessions {
    store: Box<dyn ObjectStore>,
    runtime: Runtime,
}

impl ObjectSessions {
    /// Sessions in a store that can create an object only where there is none: all that the crate
    /// `object_store` has can. With the feature `s3`, `hognose::object_store::aws` has one for buckets.
    pub fn new(store: impl ObjectStore) -> Result<Self, StoreError> {
        // Whoever waits for something drives it, and what others wait for.
        let runtime = Builder::new_current_thread().enable_all().build();
        Ok(Self { store: Box::new(store), runtime: runtime.map_err(StoreError::failed)? })
    }

    /// Sessions in memory: for tests, and for what need not outlive the process.
    pub fn memory() -> Result<Self, StoreError> {
        Self::new(InMemory::new())
    }

    /// Sessions in a directory, which is made if it is not there; readable for this user alone.
    pub fn directory(dir: impl AsRef<std::path::Path>) -> Result<Self, StoreError> {
        let dir = dir.as_ref();
        make_private(dir).map_err(StoreError::failed)?;
        let store = LocalFileSystem::new_with_prefix(dir).map_err(StoreError::failed)?;
        Self::new(store.with_automatic_cleanup(true))
    }

    fn wait<T>(
        &self,
        done: impl Future<Output = Result<T, Error>>,
    ) -> Result<Option<T>, StoreError> {
        match self.runtime.block_on(done) {
            Ok(value) => Ok(Some(value)),
            Err(Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(StoreError::failed(error)),
        }
    }
}

fn make_private(dir: &std::path::Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt as _;
        builder.mode(0o700);
    }
    builder.create(dir)
}

impl SessionStore for ObjectSessions {
    fn create(&self, name: &str, bytes: Vec<u8>) -> Result<bool, StoreError> {
        let (path, options) = (Path::from(name), PutOptions::from(PutMode::Create));
        match self.runtime.block_on(self.store.put_opts(&path, bytes.into(), options)) {
            Ok(_) => Ok(true),
            Err(Error::AlreadyExists { .. }) => Ok(false),
            Err(error) => Err(StoreError::failed(error)),
        }
    }

    fn read(&self, name: &str, max: u64) -> Result<Option<Vec<u8>>, StoreError> {
        let path = Path::from(name);
        let Some(found) = self.wait(self.store.get(&path))? else { return Ok(None) };
        let bytes = found.meta.size;
        if bytes > max {
            return Err(StoreError::TooLarge { name: name.to_owned(), bytes, max });
        }
        Ok(self.wait(found.bytes())?.map(Vec::from))
    }

    fn list(&self, folder: &str) -> Result<Vec<String>, StoreError> {
        let path = Path::from(folder);
        let Some(found) = self.wait(self.store.list_with_delimiter(Some(&path)))? else {
            return Ok(Vec::new());
        };
        let names = found.objects.iter().filter_map(|object| object.location.filename());
        Ok(names.map(str::to_owned).collect())
    }

    fn remove(&self, name: &str) -> Result<(), StoreError> {
        self.wait(self.store.delete(&Path::from(name))).map(drop)
    }
}

impl fmt::Debug for ObjectSessions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ObjectSessions").field(&self.store.to_string()).finish()
    }
}
