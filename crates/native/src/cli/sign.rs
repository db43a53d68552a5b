//! `hognose bundle sign`.

use super::{
    args::BundleSignArgs,
    exit::Failure,
    files::{self, fail},
    key, out,
};
use hognose::{Bundle, Manifest, TrustPolicy};
use hognose_core::bundle::{MANIFEST, MAX_MANIFEST_BYTES};
use std::collections::BTreeMap;

pub(super) fn sign(args: &BundleSignArgs) -> Result<u8, Failure> {
    let key = key::signing(&args.key)?;
    let path = args.dir.join(MANIFEST);
    let invalid = |error| Failure::new(format!("bundle {}: {error}", args.dir.display()));
    let text = files::read(&path, MAX_MANIFEST_BYTES as u64)?;
    let text = key.sign(&text).map_err(invalid)?;
    // Nothing is signed but what is there, as it is.
    let manifest = Manifest::parse(text.as_bytes()).map_err(invalid)?;
    let mut assets = BTreeMap::new();
    for asset in &manifest.assets {
        let bytes = files::read(&args.dir.join(&asset.path), asset.size)?;
        assets.insert(asset.path.clone(), bytes);
    }
    let policy = TrustPolicy::default().with_key(key.public());
    let bundle = Bundle::from_bytes(text.as_bytes(), assets, &policy).map_err(invalid)?;
    out::write_file(&path, text.as_bytes()).map_err(|error| fail(&path, &error))?;
    super::print(&format!("{}: signed with the key {}\n", bundle.name(), key.public().id()))?;
    Ok(0)
}
