//! The contract as JSON Schema, and the tool definition that a model is given.

use crate::contract::{Outcome, Request};
use serde_json::{Value, json};

/// The JSON Schema (draft 2020-12) of a [`Request`].
pub fn request() -> Value {
    schemars::schema_for!(Request).to_value()
}

/// The JSON Schema (draft 2020-12) of an [`Outcome`].
pub fn outcome() -> Value {
    schemars::schema_for!(Outcome).to_value()
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
