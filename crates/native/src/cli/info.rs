//! `hognose schema`, `hognose bundle info` and `hognose bundle verify`.

use super::{
    args::{BundleInfoArgs, BundleVerifyArgs, Schema, SchemaArgs, TrustArgs},
    exit::Failure,
    run, trust,
};
use hognose::{Bundle, Limits, ModuleCache, schema};
use serde_json::json;
use std::{
    fmt::Write as _,
    path::{Path, PathBuf},
};

pub(super) fn schema(args: &SchemaArgs) -> Result<u8, Failure> {
    let value = match args.of {
        Schema::Request => schema::request(),
        Schema::Outcome => schema::outcome(),
        Schema::Manifest => schema::manifest(),
        Schema::Trust => schema::trust(),
        Schema::Tool => return tool(args),
    };
    super::print(&format!("{value:#}\n"))?;
    Ok(0)
}

/// The tool as it is: with a runtime that is verified, or disabled, which is a failure as well.
fn tool(args: &SchemaArgs) -> Result<u8, Failure> {
    let bundle = run::python(&args.runtime);
    let value = match &bundle {
        Ok(bundle) => schema::tool_of(bundle.trust()),
        Err(failure) => schema::disabled_tool(&failure.line()),
    };
    super::print(&format!("{value:#}\n"))?;
    bundle.map(|_| 0).map_err(Failure::prefixed("Python is disabled"))
}

fn load(dir: Option<&Path>, args: &TrustArgs) -> Result<(PathBuf, Bundle), Failure> {
    let dir = run::bundle_dir(dir)?;
    let bundle = Bundle::load_with(&dir, &trust::policy(args)?).map_err(Failure::new)?;
    Ok((dir, bundle))
}

pub(super) fn verify(args: &BundleVerifyArgs) -> Result<u8, Failure> {
    let (_, bundle) = load(args.dir.as_deref(), &args.trust)?;
    super::print(&format!("{}: {}\n", bundle.name(), voucher(&bundle)))?;
    Ok(0)
}

/// Who vouches for a bundle.
pub(super) fn voucher(bundle: &Bundle) -> String {
    let sentence = bundle.trust().sentence();
    match bundle.key_id() {
        Some(key) => format!("{sentence} (key {key})"),
        None => sentence.to_owned(),
    }
}

pub(super) fn bundle(args: &BundleInfoArgs) -> Result<u8, Failure> {
    let (dir, bundle) = load(args.dir.as_deref(), &args.trust)?;
    let cache = ModuleCache::user();
    let text = if args.json {
        let value = json!({
            "dir": dir,
            "manifest": bundle.manifest(),
            "manifest_sha256": bundle.manifest_sha256(),
            "key_id": bundle.key_id(),
            "trust": bundle.trust(),
            "cache": cache.dir(),
        });
        format!("{value:#}\n")
    } else {
        describe(&dir.display().to_string(), &bundle, &cache)
    };
    super::print(&text)?;
    Ok(0)
}

fn describe(dir: &str, bundle: &Bundle, cache: &ModuleCache) -> String {
    let mut text = String::new();
    let manifest = bundle.manifest();
    // Writing to a String cannot fail.
    let _ = (|| {
        writeln!(text, "{}@{}", manifest.name, manifest.version)?;
        writeln!(text, "  in         {dir}")?;
        writeln!(text, "  trust      {}", voucher(bundle))?;
        writeln!(text, "  manifest   sha256 {}", bundle.manifest_sha256())?;
        for asset in &manifest.assets {
            writeln!(
                text,
                "  asset      {}: {} bytes, sha256 {}",
                asset.path, asset.size, asset.sha256
            )?;
        }
        for command in &manifest.commands {
            writeln!(text, "  command    {}: {}, verified", command.name, command.module_path)?;
        }
        let source = &manifest.provenance;
        writeln!(text, "  source     {}, sha256 {}", source.source, source.source_sha256)?;
        for (tool, version) in &source.toolchain {
            writeln!(text, "  built with {tool} {version}")?;
        }
        let limits = &manifest.limits;
        for (name, value) in other_than(&limits.suggested, &Limits::default()) {
            writeln!(text, "  suggests   {name} = {value}")?;
        }
        for (name, value) in other_than(&limits.maximum, &Limits::greatest()) {
            writeln!(text, "  at most    {name} = {value}")?;
        }
        match (cache.dir(), cache.check()) {
            (None, _) => writeln!(text, "  cache      none: neither HOGNOSE_CACHE nor HOME is set"),
            (Some(dir), Ok(())) => writeln!(text, "  cache      {}", dir.display()),
            (Some(_), Err(error)) => writeln!(text, "  cache      not used: {error}"),
        }
    })();
    text
}

/// Those limits that are others.
fn other_than(limits: &Limits, usual: &Limits) -> serde_json::Map<String, serde_json::Value> {
    let usual = limit_values(usual);
    limit_values(limits)
        .into_iter()
        .filter(|(name, value)| usual.get(name) != Some(value))
        .collect()
}

fn limit_values(limits: &Limits) -> serde_json::Map<String, serde_json::Value> {
    match serde_json::to_value(limits) {
        Ok(serde_json::Value::Object(values)) => values,
        _ => serde_json::Map::new(),
    }
}
