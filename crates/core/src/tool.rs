//! The tool that a model calls.

use crate::contract::{Request, RequestError};
use alloc::{
    string::{String, ToString},
    vec::Vec,
};
use serde::{Deserialize, Serialize};

/// The tool's name.
pub const NAME: &str = "Python";

/// What a model is told of it.
pub const DESCRIPTION: &str = "Run a Python program in a sandbox and see what it prints. \
It is MicroPython 1.25: the core language and json, re, math, struct, hashlib, binascii, time, \
random, collections, io, os, sys, errno, heapq, asyncio, deflate. There is no network, no pip and \
no numpy. The working directory is /workspace; nothing is kept from one call to the next. Time, \
memory and output are limited.";

/// A model's call of the tool.
///
/// ```
/// use hognose_core::tool::ToolCall;
/// let call = ToolCall::from_json(br#"{"code": "print(input())", "stdin": "hi\n"}"#)?;
/// let request = call.into_request();
/// # let _ = request;
/// # Ok::<(), hognose_core::contract::RequestError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ToolCall {
    /// Source text, run as `python -c CODE`.
    pub code: String,
    /// `sys.argv[1:]`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub args: Vec<String>,
    /// What the program reads from standard input.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub stdin: String,
}

impl ToolCall {
    /// Reads the input object that a model gave.
    pub fn from_json(json: &[u8]) -> Result<Self, RequestError> {
        serde_json::from_slice(json).map_err(|error| RequestError::Json(error.to_string()))
    }

    /// The request that this call stands for, with default limits.
    pub fn into_request(self) -> Request {
        Request::code(self.code).with_args(self.args).with_stdin(self.stdin)
    }
}
