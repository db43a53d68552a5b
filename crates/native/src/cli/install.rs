//! `hognose bundle install`, `list` and `remove`.

use super::{
    args::{BundleInstallArgs, BundleListArgs, BundleRemoveArgs},
    exit::Failure,
    info::voucher,
    trust,
};
use hognose::{Bundle, BundleStore, Install, Registry};
use semver::Version;
use serde_json::json;
use std::{
    fmt::Write as _,
    io::{self, IsTerminal as _, Write as _},
    str::FromStr,
};

/// `NAME[@VERSION]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct BundleName {
    pub(super) name: String,
    pub(super) version: Option<Version>,
}

impl FromStr for BundleName {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (name, version) = match text.split_once('@') {
            Some((name, version)) => {
                let parsed = version.parse();
                (
                    name,
                    Some(
                        parsed
                            .map_err(|_| format!("{version}: must be a version such as 1.2.3"))?,
                    ),
                )
            }
            None => (text, None),
        };
        if name.is_empty() || !name.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-')) {
            return Err(format!("{name:?}: must be lower-case letters, digits and hyphens"));
        }
        Ok(Self { name: name.to_owned(), version })
    }
}

/// The user's installed bundles.
pub(super) fn store() -> Result<BundleStore, Failure> {
    BundleStore::user().ok_or_else(|| {
        Failure::new("no place for bundles: set HOGNOSE_CACHE to a directory (HOME is not set)")
    })
}

pub(super) fn install(args: &BundleInstallArgs) -> Result<u8, Failure> {
    let policy = trust::policy(&args.trust)?;
    // Of what comes from elsewhere this key says nothing at all.
    let development = policy.development && args.allow_development;
    let policy = policy.with_development(development);
    let registry = Registry::new(&args.from).map_err(Failure::new)?;
    let mut what = Install::new(&args.bundle.name);
    if let Some(version) = &args.bundle.version {
        what = what.version(version.clone());
    }
    if args.allow_downgrade {
        what = what.allow_downgrade();
    }
    let shows = io::stderr().is_terminal();
    let bundle = store()?
        .install(&registry, &what, &policy, &mut |it| {
            if shows {
                // Nobody is left to tell if this fails.
                let _ = write!(io::stderr(), "\r{}: {} of {} bytes", it.path, it.have, it.size);
            }
        })
        .map_err(Failure::new);
    if shows {
        let _ = writeln!(io::stderr());
    }
    let bundle = bundle?;
    super::print(&format!("{}: installed; {}\n", bundle.name(), voucher(&bundle)))?;
    Ok(0)
}

pub(super) fn list(args: &BundleListArgs) -> Result<u8, Failure> {
    let policy = trust::policy(&args.trust)?;
    let mut text = String::new();
    let mut values = Vec::new();
    for installed in store()?.list() {
        let name = format!("{}@{}", installed.name, installed.version);
        let bundle = Bundle::load_with(&installed.dir, &policy);
        let state = match &bundle {
            Ok(bundle) => voucher(bundle),
            Err(error) => format!("does not run: {error}"),
        };
        let commands: Vec<_> = bundle.iter().flat_map(|it| &it.manifest().commands).collect();
        let commands: Vec<_> = commands.iter().map(|it| it.name.as_str()).collect();
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{name} ({}): {state}", commands.join(", "));
        values.push(json!({
            "name": installed.name,
            "version": installed.version.to_string(),
            "dir": installed.dir,
            "commands": commands,
            "trust": bundle.as_ref().ok().map(Bundle::trust),
            "error": bundle.as_ref().err().map(ToString::to_string),
        }));
    }
    if args.json {
        text = format!("{:#}\n", json!(values));
    }
    super::print(&text)?;
    Ok(0)
}

pub(super) fn remove(args: &BundleRemoveArgs) -> Result<u8, Failure> {
    let BundleName { name, version } = &args.bundle;
    let removed = store()?.remove(name, version.as_ref()).map_err(Failure::new)?;
    for installed in removed {
        super::print(&format!("{name}@{}: removed\n", installed.version))?;
    }
    Ok(0)
}
