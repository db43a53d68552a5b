//! The limits of a bundle's commands.

use super::BundleError;
use crate::{
    contract::{LimitError, Limits},
    json::{Fields, FromJson, Json, Misfit, deserialize_from_json},
};
use alloc::string::ToString;
use schemars::JsonSchema;
use serde::Serialize;

/// What a bundle says of the limits of its commands. Either way a run's own limits hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct BundleLimits {
    /// What its commands do well with.
    pub suggested: Limits,
    /// What a run may ask for at most: a request that asks for more is refused.
    #[serde(skip_serializing_if = "is_greatest")]
    pub maximum: Limits,
}

fn is_greatest(limits: &Limits) -> bool {
    *limits == Limits::greatest()
}

impl Default for BundleLimits {
    /// The defaults of every run, and no more restriction than the contract has.
    fn default() -> Self {
        Self { suggested: Limits::default(), maximum: Limits::greatest() }
    }
}

impl BundleLimits {
    pub(super) fn check(&self) -> Result<(), BundleError> {
        let fail = |field: &str, error: LimitError| BundleError::Field {
            field: field.into(),
            why: error.to_string(),
        };
        self.suggested.check().map_err(|error| fail("limits.suggested", error))?;
        self.maximum.check().map_err(|error| fail("limits.maximum", error))?;
        self.suggested.check_against(&self.maximum).map_err(|error| fail("limits.suggested", error))
    }
}

impl FromJson for BundleLimits {
    fn from_json(json: Json, field: &str) -> Result<Self, Misfit> {
        let mut fields = Fields::new(json, field, &["suggested", "maximum"])?;
        let suggested = fields.optional("suggested")?.unwrap_or_default();
        let maximum = match fields.take("maximum") {
            Some((json, field)) => Limits::read_over(Limits::greatest(), json, &field)?,
            None => Limits::greatest(),
        };
        Ok(Self { suggested, maximum })
    }
}

deserialize_from_json!(BundleLimits);
