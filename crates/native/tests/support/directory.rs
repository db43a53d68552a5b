//! A store of sessions without any other crate.

use hognose::{SessionStore, StoreError};
use std::{
    fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
};

/// A directory as a store of sessions.
pub struct Directory(PathBuf);

impl Directory {
    pub fn new(dir: &Path) -> Self {
        Self(dir.to_owned())
    }
}

fn some<T>(done: io::Result<T>) -> Result<Option<T>, StoreError> {
    match done {
        Ok(done) => Ok(Some(done)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(StoreError::failed(error)),
    }
}

impl SessionStore for Directory {
    fn create(&self, name: &str, bytes: Vec<u8>) -> Result<bool, StoreError> {
        let path = self.0.join(name);
        some(fs::create_dir_all(path.parent().expect("below the directory")))?;
        let mut file = tempfile::NamedTempFile::new_in(&self.0).map_err(StoreError::failed)?;
        file.write_all(&bytes).map_err(StoreError::failed)?;
        match file.persist_noclobber(path) {
            Ok(_) => Ok(true),
            Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
            Err(error) => Err(StoreError::failed(error)),
        }
    }

    fn read(&self, name: &str, _max: u64) -> Result<Option<Vec<u8>>, StoreError> {
        some(fs::read(self.0.join(name)))
    }

    fn list(&self, folder: &str) -> Result<Vec<String>, StoreError> {
        let entries = some(fs::read_dir(self.0.join(folder)))?;
        let names = entries.into_iter().flatten().flatten();
        Ok(names.filter_map(|entry| entry.file_name().into_string().ok()).collect())
    }

    fn remove(&self, name: &str) -> Result<(), StoreError> {
        some(fs::remove_file(self.0.join(name))).map(drop)
    }
}
