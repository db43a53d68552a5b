//! The contract as JSON Schema, and the tool definition that a model is given.

use crate::{
    bundle::Manifest,
    contract::{Outcome, Request, TrustLevel},
    trust::TrustPolicy,
};
use alloc::format;
use serde_json::{Value, json};

/// The JSON Schema (draft 2020-12) of a [`Request`].
pub fn request() -> Value {
    schemars::schema_for!(Request).to_value()
}

/// The JSON Schema (draft 2020-12) of an [`Outcome`].
pub fn outcome() -> Value {
    schemars::schema_for!(Outcome).to_value()
}

/// The JSON Schema (draft 2020-12) of a bundle's [`Manifest`].
pub fn manifest() -> Value {
    schemars::schema_for!(Manifest).to_value()
}

/// The JSON Schema (draft 2020-12) of a [`TrustPolicy`].
pub fn trust() -> Value {
    schemars::schema_for!(TrustPolicy).to_value()
}

/// The `Python` tool as LLM APIs take it: name, description and input schema.
pub fn tool() -> Value {
    json!({
        "name": crate::tool::NAME,
        "description": crate::tool::DESCRIPTION,
        "input_schema": {
            "type": "object",
            "properties": {
                "code": {
                    "type": "string",
                    "description": "Python source text, run as `python -c CODE`. Print what you want to see."
                },
                "args": {
                    "type": "array",
                    "items": { "type": "string" },
                    "description": "sys.argv[1:]"
                },
                "stdin": { "type": "string", "description": "What the program reads from standard input." }
            },
            "required": ["code"],
            "additionalProperties": false
        }
    })
}

/// The same, as it is with a verified runtime that this level of trust vouches for: one that proves
/// nothing of who made it says so.
pub fn tool_of(trust: TrustLevel) -> Value {
    let mut tool = tool();
    if matches!(trust, TrustLevel::Development | TrustLevel::Unsigned) {
        let description =
            format!("{} (The runtime is {}.)", crate::tool::DESCRIPTION, trust.sentence());
        tool["description"] = description.into();
    }
    tool
}

/// The same without a runtime that may run: it takes nothing, and says why.
pub fn disabled_tool(why: &str) -> Value {
    json!({
        "name": crate::tool::NAME,
        "description": format!("This tool is disabled, do not call it: {why}"),
        "input_schema": { "type": "object", "properties": {}, "additionalProperties": false }
    })
}
