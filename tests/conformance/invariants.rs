//! What holds for every outcome, whatever a case says.

use hognose_core::contract::{Content, Outcome, Request, Status, StreamUse, TrustLevel};

/// Each way in which the outcome contradicts itself or its request.
pub fn faults(request: &Request, outcome: &Outcome) -> Vec<String> {
    let Outcome { status, exit_code, error, receipt, files, .. } = outcome;
    let limits = &request.limits;
    let traceback = error.as_ref().map(|error| error.traceback.as_str());
    let kind = error.as_ref().map(|error| error.kind.as_str());
    let stderr_is_whole = receipt.stderr.dropped_bytes == 0;
    let rules = [
        (
            match status {
                Status::Ok => *exit_code == Some(0),
                Status::Exit => exit_code.is_some_and(|code| code != 0),
                Status::Error => *exit_code == Some(1),
                _ => exit_code.is_none(),
            },
            "the exit code is not one of this status",
        ),
        (
            match status {
                Status::Ok | Status::Exit => error.is_none(),
                Status::Error => traceback.is_some_and(|text| !text.is_empty()),
                _ => kind == Some(status.name()) && traceback == Some(""),
            },
            "the error is not one of this status",
        ),
        (
            !stderr_is_whole || traceback.is_none_or(|text| outcome.stderr.text().ends_with(text)),
            "stderr does not end with the traceback",
        ),
        (holds(&outcome.stdout, receipt.stdout, limits.stdout_bytes), "stdout is not as receipted"),
        (holds(&outcome.stderr, receipt.stderr, limits.stderr_bytes), "stderr is not as receipted"),
        (receipt.fuel > 0, "the run used no fuel"),
        (
            (receipt.fuel > limits.fuel) == (*status == Status::OutOfFuel),
            "the fuel is not what this status says",
        ),
        (receipt.peak_memory_bytes > 0, "the run used no memory"),
        (receipt.peak_memory_bytes <= limits.memory_bytes, "memory went over its limit"),
        (receipt.workspace.bytes <= limits.workspace_bytes, "the workspace went over its limit"),
        (receipt.workspace.files <= limits.workspace_files, "there are more files than allowed"),
        (receipt.runtime.sha256.len() == 64, "the runtime's hash is none"),
        (
            match receipt.runtime.trust {
                TrustLevel::Official | TrustLevel::AddedKey | TrustLevel::Development => {
                    receipt.runtime.key_id.as_ref().is_some_and(|id| id.len() == 16)
                }
                _ => receipt.runtime.key_id.is_none(),
            },
            "the key is not one of this level of trust",
        ),
        (
            receipt.runtime.manifest_sha256.as_ref().is_some_and(|hash| hash.len() == 64),
            "the manifest's hash is none",
        ),
        (
            files.created.keys().all(|path| !request.files.contains_key(path))
                && files.changed.keys().all(|path| request.files.contains_key(path))
                && files.deleted.iter().all(|path| request.files.contains_key(path)),
            "the changed files are not as the request put them there",
        ),
        (files.deleted.is_sorted(), "the deleted files are not in order"),
    ];
    let broken = rules.into_iter().filter(|(holds, _)| !holds);
    broken.map(|(_, why)| format!("never: {why}\n{status:?}, {exit_code:?}, {receipt:?}")).collect()
}

/// Whether a stream has all that the receipt does not call dropped, within its limit, and says how
/// much is missing.
fn holds(content: &Content, used: StreamUse, limit: u64) -> bool {
    let note = match used.dropped_bytes {
        0 => String::new(),
        dropped => format!("\n... {dropped} bytes dropped ...\n"),
    };
    let kept = used.written_bytes.checked_sub(used.dropped_bytes);
    kept == Some(content.len().saturating_sub(note.len()) as u64)
        && kept.is_some_and(|kept| kept <= limit)
        && (used.dropped_bytes > 0) == (used.written_bytes > limit)
        && content.text().contains(&note)
}
