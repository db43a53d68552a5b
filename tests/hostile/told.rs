//! An outcome as its snapshot tells it.

use hognose_core::contract::{Content, Outcome, StreamUse};
use std::fmt::Write as _;

/// Characters of a text that are shown at most.
const MAX_CHARS: usize = 2_000;

/// What must be the same on every machine. Without determinism that is neither fuel nor time nor
/// how far output came.
pub fn tell(outcome: &Outcome, is_deterministic: bool) -> String {
    let mut told = format!("status: {}", outcome.status.name());
    if let Some(code) = outcome.exit_code {
        let _ = write!(told, " ({code})");
    }
    if let Some(error) = &outcome.error {
        let _ = write!(told, "\nerror: {}: {}", error.kind, cut(&error.message));
    }
    if !is_deterministic {
        return told;
    }
    let receipt = &outcome.receipt;
    let _ = write!(told, "\nfuel: {}", receipt.fuel);
    let _ = write!(told, "\nmemory: {} bytes", receipt.peak_memory_bytes);
    let _ = write!(told, "\ntime: {} µs", receipt.wall_us);
    let (files, bytes) = (receipt.workspace.files, receipt.workspace.bytes);
    let _ = write!(told, "\nfiles: {files} with {bytes} bytes");
    stream(&mut told, "stdout", &outcome.stdout, receipt.stdout);
    stream(&mut told, "stderr", &outcome.stderr, receipt.stderr);
    told
}

fn stream(told: &mut String, name: &str, content: &Content, usage: StreamUse) {
    let StreamUse { written_bytes, dropped_bytes, .. } = usage;
    let _ = write!(told, "\n{name}: {written_bytes} bytes, {dropped_bytes} dropped");
    for line in cut(&content.text()).lines() {
        // What no editor would show.
        let _ = write!(told, "\n| {}", line.replace(char::is_control, "·"));
    }
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(MAX_CHARS) {
        Some((at, _)) => format!("{} …", &text[..at]),
        None => text.to_owned(),
    }
}
