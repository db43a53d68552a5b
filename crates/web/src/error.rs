//! What is told to the embedder as an error, and never a guest's doing.

use alloc::string::{String, ToString};
use hognose_core::{
    bundle::BundleError,
    contract::RequestError,
    session::SessionError,
    snapshot::{SnapshotError, TakeError},
};
use wasm_bindgen::JsValue;

/// Why there is no outcome.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WebError {
    /// The request does not hold to the contract; nothing was started.
    #[error(transparent)]
    Request(#[from] RequestError),
    /// The bundle does not hold to its manifest, or the manifest to its format.
    #[error("bundle: {0}")]
    Bundle(#[from] BundleError),
    /// The session cannot do that.
    #[error(transparent)]
    Session(#[from] SessionError),
    /// These bytes are no session that may be restored here.
    #[error(transparent)]
    Snapshot(#[from] SnapshotError),
    /// The session cannot be made bytes.
    #[error(transparent)]
    Take(#[from] TakeError),
    /// The runtime is not what a guest can be made of.
    #[error("the runtime does not run here: {0}")]
    Module(String),
    /// What the metering pass adds is not there or does not work, and nothing runs without limits.
    #[error("the runtime is not metered, or does not answer to its meter")]
    Meter,
    /// The runtime did not become ready.
    #[error("the runtime does not open")]
    Open,
    /// Hognose itself failed. Its memory may not be as it should: it must not be used again.
    #[error("internal error: {0}")]
    Internal(String),
}

impl WebError {
    /// What `HognoseError.code` says in JavaScript.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Request(_) | Self::Session(SessionError::Request(_)) => "request",
            Self::Bundle(_) => "bundle",
            Self::Session(SessionError::Unsupported { .. }) => "unsupported",
            Self::Session(_) | Self::Take(TakeError::Session(_)) => "session_closed",
            Self::Snapshot(_) | Self::Take(_) => "snapshot",
            Self::Module(_) | Self::Meter | Self::Open => "engine",
            Self::Internal(_) => "internal",
        }
    }

    pub(crate) fn internal(error: impl core::fmt::Display) -> Self {
        Self::Internal(error.to_string())
    }

    /// In the words of what JavaScript threw.
    pub(crate) fn module(thrown: &JsValue) -> Self {
        Self::Module(words(thrown))
    }
}

/// The text of a value that was thrown.
pub(crate) fn words(thrown: &JsValue) -> String {
    use wasm_bindgen::JsCast as _;
    match thrown.dyn_ref::<js_sys::Error>() {
        Some(error) => String::from(error.message()),
        None => {
            thrown.as_string().unwrap_or_else(|| "something that is no error was thrown".into())
        }
    }
}

/// An `Error` with a `code`.
impl From<WebError> for JsValue {
    fn from(error: WebError) -> Self {
        let thrown = js_sys::Error::new(&error.to_string());
        // A fresh object takes any property.
        let _ = js_sys::Reflect::set(&thrown, &"code".into(), &error.code().into());
        thrown.into()
    }
}
