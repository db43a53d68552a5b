//! `hognose schema` and `hognose bundle info`.

use super::{
    args::{BundleInfoArgs, Schema},
    exit::Failure,
    run,
};
use hognose::{Bundle, Limits, Manifest, ModuleCache, schema};
use serde_json::json;
use std::fmt::Write as _;

pub(super) fn schema(of: Schema) -> Result<u8, Failure> {
    let value = match of {
        Schema::Request => schema::request(),
        Schema::Outcome => schema::outcome(),
        Schema::Tool => schema::tool(),
    };
    super::print(&format!("{value:#}\n"))?;
    Ok(0)
}

pub(super) fn bundle(args: &BundleInfoArgs) -> Result<u8, Failure> {
    let dir = run::bundle_dir(args.dir.as_deref())?;
    let bundle = Bundle::load(&dir).map_err(Failure::new)?;
    let cache = ModuleCache::user();
    let text = if args.json {
        let value = json!({
            "dir": dir,
            "manifest": bundle.manifest(),
            "cache": cache.dir(),
        });
        format!("{value:#}\n")
    } else {
        describe(&dir.display().to_string(), bundle.manifest(), &cache)
    };
    super::print(&text)?;
    Ok(0)
}

fn describe(dir: &str, manifest: &Manifest, cache: &ModuleCache) -> String {
    let mut text = String::new();
    // Writing to a String cannot fail.
    let _ = (|| {
        writeln!(text, "{}@{}", manifest.name, manifest.version)?;
        writeln!(text, "  in         {dir}")?;
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
        let (limits, defaults) = (limit_values(&manifest.limits), limit_values(&Limits::default()));
        for (name, value) in limits {
            if defaults.get(&name) != Some(&value) {
                writeln!(text, "  limit      {name} = {value}")?;
            }
        }
        match (cache.dir(), cache.check()) {
            (None, _) => writeln!(text, "  cache      none: neither HOGNOSE_CACHE nor HOME is set"),
            (Some(dir), Ok(())) => writeln!(text, "  cache      {}", dir.display()),
            (Some(_), Err(error)) => writeln!(text, "  cache      not used: {error}"),
        }
    })();
    text
}

fn limit_values(limits: &Limits) -> serde_json::Map<String, serde_json::Value> {
    match serde_json::to_value(limits) {
        Ok(serde_json::Value::Object(values)) => values,
        _ => serde_json::Map::new(),
    }
}
