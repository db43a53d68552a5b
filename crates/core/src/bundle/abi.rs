//! What a bundle's modules ask of whoever runs them.

use super::{BundleError, rules::bad};
use crate::{
    json::{Fields, FromJson, Json, Misfit, deserialize_from_json},
    meter,
};
use alloc::{borrow::ToOwned, format, string::String, vec::Vec};
use schemars::JsonSchema;
use serde::Serialize;

/// The one WASI that there is here.
const WASI: &str = "preview1";

/// The features of WebAssembly, beyond its first version, that both runners have. A module that
/// needs another does not run here, and its manifest is refused before anything is fetched.
const FEATURES: &[&str] = &[
    "bulk-memory",
    "exception-handling",
    "extended-const",
    "multivalue",
    "mutable-globals",
    "nontrapping-fptoint",
    "reference-types",
    "sign-extension",
    "simd",
];

/// What a bundle's modules ask of whoever runs them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(deny_unknown_fields)]
#[non_exhaustive]
pub struct Abi {
    /// The version of WASI: `preview1`.
    #[schemars(extend("const" = WASI))]
    pub wasi: String,
    /// The features of WebAssembly that they use.
    #[schemars(extend("items" = { "type": "string", "enum": FEATURES }))]
    pub features: Vec<String>,
    /// The version of the metering pass that made them count their own work. Runners take the
    /// meter as it is: that it is the pass's own work is what the manifest vouches for.
    pub metering: u32,
}

impl Default for Abi {
    /// That of a module which was metered here, and needs nothing beyond the first version.
    fn default() -> Self {
        Self { wasi: WASI.into(), features: Vec::new(), metering: meter::VERSION }
    }
}

impl Abi {
    pub(super) fn check(&self) -> Result<(), BundleError> {
        if self.wasi != WASI {
            return bad("abi.wasi", "must be \"preview1\"");
        }
        for (index, feature) in self.features.iter().enumerate() {
            let field = format!("abi.features[{index}]");
            if !FEATURES.contains(&feature.as_str()) {
                return bad(field, "is no feature that this Hognose has");
            }
            if self.features.iter().take(index).any(|other| other == feature) {
                return bad(field, "stands twice");
            }
        }
        if self.metering != meter::VERSION {
            let (has, takes) = (self.metering, meter::VERSION);
            let why = format!("is {has}, but this Hognose takes modules of metering {takes}");
            return Err(BundleError::Field { field: "abi.metering".to_owned(), why });
        }
        Ok(())
    }
}

impl FromJson for Abi {
    fn from_json(json: Json, field: &str) -> Result<Self, Misfit> {
        let mut fields = Fields::new(json, field, &["wasi", "features", "metering"])?;
        Ok(Self {
            wasi: fields.required("wasi")?,
            features: fields.required("features")?,
            metering: fields.required("metering")?,
        })
    }
}

deserialize_from_json!(Abi);
