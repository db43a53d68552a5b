//! All state of a run that is not the guest's own memory: plain data, no handles, no closures.

use crate::{
    contract::{Content, FileChanges, Limits, StreamUse, ValidRequest, WorkspaceUse},
    guest::{Halt, Host},
};

/// The world that a guest sees. (Under construction by a helper: signatures are fixed.)
pub struct World {
    limits: Limits,
}

impl World {
    /// The world of a request: files below `/workspace`, an empty `/tmp`, both preopened as `/`.
    pub fn for_request(request: &ValidRequest) -> Self {
        Self { limits: request.request().limits.clone() }
    }

    /// The limits that hold here.
    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    /// Starts the clocks. Returns the fuel of the first slice.
    pub fn begin(&mut self, _host: &mut dyn Host) -> i64 {
        0
    }

    /// The guest has run out of its slice, or yields: accounts for it, then gives the next one.
    pub fn refill(&mut self, _fuel_left: i64, _host: &mut dyn Host) -> Result<i64, Halt> {
        Ok(0)
    }

    /// The guest has ended with this much of its last slice left.
    pub fn end(&mut self, _fuel_left: i64, _host: &mut dyn Host) {}

    /// Fuel used so far.
    pub fn fuel_used(&self) -> u64 {
        0
    }

    /// Microseconds from [`begin`](Self::begin) to [`end`](Self::end).
    pub fn elapsed_us(&self) -> u64 {
        0
    }

    /// How `/workspace` differs from the start.
    pub fn file_changes(&mut self) -> FileChanges {
        FileChanges::default()
    }

    /// What the filesystem holds.
    pub fn workspace_use(&self) -> WorkspaceUse {
        WorkspaceUse::default()
    }

    /// What standard output holds.
    pub fn take_stdout(&mut self) -> (Content, StreamUse) {
        (Content::default(), StreamUse::default())
    }

    /// What standard error holds.
    pub fn take_stderr(&mut self) -> (Content, StreamUse) {
        (Content::default(), StreamUse::default())
    }
}
