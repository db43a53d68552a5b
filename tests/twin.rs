//! The twin test: every case's request, under determinism, must come to the same on both twins:
//! byte for byte as canonical JSON, fuel and peak memory included. The native suite writes down what
//! it came to, the web suite is compiled with that.

use hognose_core::{
    bundle::sha256_hex,
    contract::{Outcome, Request},
};
use std::{
    collections::BTreeMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

/// Fuel of a twin run at most: those that spin need not do it for seconds.
pub(crate) const MAX_FUEL: u64 = 200_000_000;
/// As much real time as it likes: what a slow machine makes of it must not depend on that.
pub(crate) const WALL_MS: u64 = 600_000;
/// Bytes of JSON beyond which only its hash is written down.
const MAX_BYTES: usize = 16 << 10;

/// What the twin runs came to, by the case's name.
#[derive(Debug, Default)]
pub struct Ledger(Mutex<BTreeMap<String, String>>);

impl Ledger {
    /// Reads what [`to_json`](Self::to_json) wrote.
    ///
    /// # Errors
    /// Says why it is no ledger.
    pub fn from_json(json: &str) -> Result<Self, String> {
        let entries = serde_json::from_str(json).map_err(|error| error.to_string())?;
        Ok(Self(Mutex::new(entries)))
    }

    /// All of it.
    pub fn to_json(&self) -> String {
        // A map of strings has a form in JSON.
        serde_json::to_string_pretty(&*self.entries()).unwrap_or_default()
    }

    /// Writes down what a case's request came to.
    pub fn enter(&self, case: String, result: &Result<Outcome, String>) {
        self.entries().insert(case, canonical(result));
    }

    /// Holds what a case's request came to against what is written down.
    ///
    /// # Errors
    /// Says what is different.
    pub fn hold(&self, case: &str, result: &Result<Outcome, String>) -> Result<(), String> {
        let here = canonical(result);
        match self.entries().get(case) {
            None => Err("the twin has not run this case".to_owned()),
            Some(twin) if *twin == here => Ok(()),
            Some(twin) => Err(format!("the twins differ:\n- {twin}\n+ {here}")),
        }
    }

    fn entries(&self) -> MutexGuard<'_, BTreeMap<String, String>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// An outcome's fields, and the keys of its maps, have one order.
fn canonical(result: &Result<Outcome, String>) -> String {
    let json = match result {
        Ok(outcome) => serde_json::to_string(outcome).unwrap_or_default(),
        Err(refusal) => refusal.clone(),
    };
    if json.len() <= MAX_BYTES {
        return json;
    }
    // What differs is most often not in the large parts.
    let hash = sha256_hex(json.as_bytes());
    let receipt = json.rfind("\"receipt\"").map_or("", |at| &json[at..]);
    format!("{} bytes with SHA-256 {hash}, {receipt}", json.len())
}

/// The request whose outcome is the same on both twins.
pub(crate) fn request(request: &Request) -> Request {
    let mut request = request.clone();
    request.determinism.get_or_insert_default();
    request.limits.fuel = request.limits.fuel.min(MAX_FUEL);
    request.limits.wall_ms = request.limits.wall_ms.max(WALL_MS);
    request
}
