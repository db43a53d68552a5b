//! Where bundles come from: a static folder, over HTTPS or on this machine.
//!
//! `index.json` tells what there is: `{ "bundles": { "lang-python": ["0.1.0"] } }`. A bundle's files
//! are in `<name>/<version>/`. Nothing of that is believed: a bundle that is fetched has to pass the
//! policy of who installs it.

use super::RegistryError;
use semver::Version;
use serde::Deserialize;
use std::{
    collections::BTreeMap,
    fs::File,
    io::{self, Read, Seek as _, SeekFrom},
    path::PathBuf,
    time::Duration,
};

/// Bytes of an index at most.
const MAX_INDEX_BYTES: u64 = 1 << 20;
const INDEX: &str = "index.json";

/// A static folder of bundles.
#[derive(Clone, Debug)]
pub struct Registry {
    place: Place,
}

#[derive(Clone, Debug)]
enum Place {
    Directory(PathBuf),
    #[cfg(feature = "http")]
    Http {
        base: String,
        agent: ureq::Agent,
    },
}

/// A file that is being read.
pub(super) struct Source {
    pub(super) at: String,
    pub(super) reader: Box<dyn Read>,
    pub(super) starts_in_the_middle: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Index {
    bundles: BTreeMap<String, Vec<Version>>,
}

impl Registry {
    /// One at an address: a directory, or `https://…`. `http://` only on this machine itself.
    pub fn new(at: &str) -> Result<Self, RegistryError> {
        Self::with_timeout(at, Duration::from_mins(5))
    }

    /// The same; each of its files has to be there within this time.
    pub fn with_timeout(at: &str, timeout: Duration) -> Result<Self, RegistryError> {
        let refused = || RegistryError::Address { at: at.to_owned() };
        if !at.contains("://") {
            let directory = PathBuf::from(at);
            return if directory.is_dir() {
                Ok(Self { place: Place::Directory(directory) })
            } else {
                Err(refused())
            };
        }
        http(at, timeout).map(|place| Self { place }).ok_or_else(refused)
    }

    /// The newest version of a bundle that the index tells of.
    pub(super) fn newest(&self, name: &str) -> Result<Version, RegistryError> {
        let source = self.get(INDEX, 0)?;
        let at = source.at.clone();
        let bytes = all(source, MAX_INDEX_BYTES)?;
        let index: Index = serde_json::from_slice(&bytes)
            .map_err(|error| RegistryError::Index { at: at.clone(), why: error.to_string() })?;
        let versions = index.bundles.get(name).map(Vec::as_slice).unwrap_or_default();
        // One that is no release is installed where it is asked for.
        let release = versions.iter().filter(|it| it.pre.is_empty()).max();
        release.or(versions.iter().max()).cloned().ok_or_else(|| {
            let why = format!("has no bundle {name:?}");
            RegistryError::Index { at, why }
        })
    }

    /// A small file of a bundle.
    pub(super) fn read(
        &self,
        name: &str,
        version: &Version,
        path: &str,
        max: u64,
    ) -> Result<Vec<u8>, RegistryError> {
        all(self.open(name, version, path, 0)?, max)
    }

    /// A file of a bundle, from byte `start` on where the server can do that.
    pub(super) fn open(
        &self,
        name: &str,
        version: &Version,
        path: &str,
        start: u64,
    ) -> Result<Source, RegistryError> {
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
        if name.is_empty() || !name.chars().all(plain) {
            return Err(RegistryError::Missing { at: format!("bundle {name:?}") });
        }
        self.get(&format!("{name}/{version}/{path}"), start)
    }

    fn get(&self, path: &str, start: u64) -> Result<Source, RegistryError> {
        match &self.place {
            Place::Directory(directory) => {
                let file = directory.join(path);
                let at = file.display().to_string();
                let open = || {
                    let mut file = File::open(&file)?;
                    file.seek(SeekFrom::Start(start))?;
                    Ok(file)
                };
                match open() {
                    Ok(file) => {
                        let reader = Box::new(file);
                        Ok(Source { at, reader, starts_in_the_middle: start > 0 })
                    }
                    Err(error) if is_missing(&error) => Err(RegistryError::Missing { at }),
                    Err(error) => Err(RegistryError::Unreachable { at, why: error.to_string() }),
                }
            }
            #[cfg(feature = "http")]
            Place::Http { base, agent } => ask(agent, format!("{base}/{path}"), start),
        }
    }
}

fn is_missing(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

fn all(source: Source, max: u64) -> Result<Vec<u8>, RegistryError> {
    let mut bytes = Vec::new();
    let Source { at, reader, .. } = source;
    if let Err(error) = reader.take(max + 1).read_to_end(&mut bytes) {
        return Err(RegistryError::Unreachable { at, why: error.to_string() });
    }
    if bytes.len() as u64 > max {
        return Err(RegistryError::TooLarge { at, max });
    }
    Ok(bytes)
}

/// An address that is asked with nothing of who asks: no credentials, no cookies, and no way from
/// https:// to http://.
#[cfg(feature = "http")]
fn http(at: &str, timeout: Duration) -> Option<Place> {
    let uri: ureq::http::Uri = at.parse().ok()?;
    let host = uri.host()?;
    let here = matches!(host, "127.0.0.1" | "localhost" | "[::1]");
    let is_https = uri.scheme_str() == Some("https");
    let has_user = uri.authority()?.as_str().contains('@');
    if has_user
        || uri.query().is_some()
        || !(is_https || (uri.scheme_str() == Some("http") && here))
    {
        return None;
    }
    let config = ureq::Agent::config_builder()
        .https_only(is_https)
        .http_status_as_error(false)
        .max_redirects(3)
        .timeout_connect(Some(Duration::from_secs(20)))
        .timeout_global(Some(timeout))
        .user_agent(concat!("hognose/", env!("CARGO_PKG_VERSION")));
    let base = at.trim_end_matches('/').to_owned();
    Some(Place::Http { base, agent: config.build().into() })
}

#[cfg(not(feature = "http"))]
fn http(_: &str, _: Duration) -> Option<Place> {
    None
}

#[cfg(feature = "http")]
fn ask(agent: &ureq::Agent, at: String, start: u64) -> Result<Source, RegistryError> {
    // What is hashed is what the file is, not how it was packed for the way.
    let mut request = agent.get(&at).header("Accept-Encoding", "identity");
    if start > 0 {
        request = request.header("Range", format!("bytes={start}-"));
    }
    let response = match request.call() {
        Ok(response) => response,
        Err(error) => return Err(RegistryError::Unreachable { at, why: error.to_string() }),
    };
    let range = response.headers().get("Content-Range").and_then(|it| it.to_str().ok());
    let continues = range.is_some_and(|it| it.starts_with(&format!("bytes {start}-")));
    match response.status().as_u16() {
        200 => {}
        206 if start > 0 && continues => {}
        404 => return Err(RegistryError::Missing { at }),
        // The file has become shorter than what is there of it.
        416 if start > 0 => return ask(agent, at, 0),
        status => {
            return Err(RegistryError::Unreachable { at, why: format!("HTTP status {status}") });
        }
    }
    let starts_in_the_middle = response.status() == 206;
    let reader = Box::new(response.into_body().into_reader());
    Ok(Source { at, reader, starts_in_the_middle })
}
