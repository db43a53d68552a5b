//! `hognose key`: keys that sign bundles.

use super::{
    args::{KeyNewArgs, KeyShowArgs, SecretKeyArgs},
    exit::Failure,
    files::{self, fail},
};
use hognose::trust::SecretKey;
use std::{env, fs::File, io::Write as _, path::Path};

/// Where a secret key may be, for those who sign and keep no file of it.
const VARIABLE: &str = "HOGNOSE_SIGNING_KEY";
/// Bytes of a key's file at most.
const MAX_KEY_BYTES: u64 = 1 << 10;

pub(super) fn new(args: &KeyNewArgs) -> Result<u8, Failure> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(Failure::new)?;
    let key = SecretKey::from_bytes(&bytes);
    let write = || {
        let mut options = File::options();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(&args.file)?;
        writeln!(file, "{}", key.to_secret_text())?;
        file.sync_all()
    };
    write().map_err(|error| fail(&args.file, &error))?;
    tell(&key)
}

pub(super) fn show(args: &KeyShowArgs) -> Result<u8, Failure> {
    tell(&secret(args.file.as_deref(), args.development)?)
}

fn tell(key: &SecretKey) -> Result<u8, Failure> {
    let public = key.public();
    super::print(&format!("key     {}\npublic  {public}\n", public.id()))?;
    Ok(0)
}

/// The secret key that is to sign.
pub(super) fn signing(args: &SecretKeyArgs) -> Result<SecretKey, Failure> {
    secret(args.key.as_deref(), args.development)
}

fn secret(file: Option<&Path>, development: bool) -> Result<SecretKey, Failure> {
    if development {
        return Ok(SecretKey::development());
    }
    let (shown, text) = match file {
        Some(path) => (path.display().to_string(), files::read(path, MAX_KEY_BYTES)?),
        None => match env::var_os(VARIABLE) {
            Some(text) => (VARIABLE.to_owned(), text.into_encoded_bytes()),
            None => {
                return Err(Failure::usage(format!(
                    "no key: give a file that `hognose key new` made, --development, or the key in {VARIABLE}"
                )));
            }
        },
    };
    // What is wrong with it is told without it.
    let text = String::from_utf8(text).unwrap_or_default();
    text.parse().map_err(|error| Failure::new(format!("{shown}: {error}")))
}
