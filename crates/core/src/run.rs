//! From a request to an outcome, over any engine.

use crate::{
    contract::{ErrorReport, GuestError, Outcome, Receipt, RuntimeIdentity, Status, ValidRequest},
    guest::{End, GuestMemory, Halt, Host},
    world::World,
};
use alloc::{borrow::ToOwned, boxed::Box, format, string::String, vec, vec::Vec};

/// What executes one guest from start to end.
pub trait Engine {
    /// Why no guest could be started. A guest that ends badly is no error.
    type Error;

    /// Instantiates a fresh guest, binds the preview-1 calls to `world` and `host`, and calls
    /// `_start`:
    ///
    /// 1. set the guest's memory ceiling to `world.limits().memory_bytes`;
    /// 2. [`World::begin`] before, [`World::end`] after `_start`;
    /// 3. however it ended, [`World::write_unwritten`] where the export [`STDOUT_EXPORT`] is there;
    /// 4. [`ErrorReport::read`] where the export [`ERROR_EXPORT`] is there and returns a pointer.
    fn execute(&self, world: World, host: Box<dyn Host>) -> Result<Execution, Self::Error>;
}

/// The runtime's export, `() -> i32`, that points to its report of an uncaught exception: six
/// little-endian `u32`, a pointer and a length each for type, message and traceback. Zero: none.
pub const ERROR_EXPORT: &str = "hognose_error";

/// The runtime's export, `() -> i32`, that points to what it has buffered of standard output and
/// not written: two little-endian `u32`, a pointer and a length. A guest that is stopped cannot
/// write it any more.
pub const STDOUT_EXPORT: &str = "hognose_stdout";

/// What is left of a guest that has ended.
pub struct Execution {
    /// The world as the guest left it.
    pub world: World,
    /// How it ended.
    pub end: End,
    /// The uncaught exception that it reported.
    pub report: Option<ErrorReport>,
    /// The most linear memory that it had, in bytes.
    pub peak_memory_bytes: u64,
    /// How often it was refused more memory.
    pub memory_refusals: u32,
}

/// Runs a request on an engine.
pub fn run<E: Engine>(
    engine: &E,
    runtime: &RuntimeIdentity,
    request: &ValidRequest,
    host: Box<dyn Host>,
) -> Result<Outcome, E::Error> {
    let execution = engine.execute(World::for_request(request), host)?;
    Ok(conclude(execution, runtime.clone()))
}

/// What an execution came to.
pub fn conclude(execution: Execution, runtime: RuntimeIdentity) -> Outcome {
    let Execution { mut world, end, report, peak_memory_bytes, memory_refusals } = execution;
    let (status, exit_code) = match &end {
        End::Returned | End::Halted(Halt::Exit(_)) => {
            // The exit code is what a parent process would see of it: its low eight bits.
            let code = match end {
                End::Halted(Halt::Exit(code)) => (code & 0xff) as u8,
                _ => 0,
            };
            let status = match (code, &report) {
                (0, _) => Status::Ok,
                (_, Some(_)) => Status::Error,
                (_, None) => Status::Exit,
            };
            (status, Some(code))
        }
        End::Halted(Halt::Timeout) => (Status::Timeout, None),
        End::Halted(Halt::OutOfFuel) => (Status::OutOfFuel, None),
        End::Halted(Halt::Cancelled) => (Status::Cancelled, None),
        // A runtime that traps after it was refused memory had no way to go on without it.
        End::Trapped(_) if memory_refusals > 0 => (Status::OutOfMemory, None),
        End::Trapped(_) => (Status::Trap, None),
    };
    let limits = world.limits();
    let message = match status {
        Status::Ok | Status::Exit | Status::Error => None,
        Status::Timeout => Some(format!(
            "the run was stopped after {} ms of wall-clock time (limit wall_ms)",
            limits.wall_ms
        )),
        Status::OutOfFuel => {
            Some(format!("the run was stopped after {} units of fuel (limit fuel)", limits.fuel))
        }
        Status::OutOfMemory => Some(format!(
            "the run needs more than {} bytes of memory (limit memory_bytes)",
            limits.memory_bytes
        )),
        Status::Cancelled => Some("the run was cancelled by its caller".to_owned()),
        Status::Trap => Some(match end {
            End::Trapped(words) => format!("the runtime failed: {words}"),
            _ => "the runtime failed".to_owned(),
        }),
    };
    let error = match (status, report, message) {
        (Status::Error, Some(ErrorReport { kind, message, traceback }), _) => {
            Some(GuestError { kind, message, traceback })
        }
        (_, _, Some(message)) => {
            let kind = status.name().to_owned();
            Some(GuestError { kind, message, traceback: String::new() })
        }
        _ => None,
    };
    let files = world.file_changes();
    let workspace = world.workspace_use();
    let (stdout, stdout_use) = world.take_stdout();
    let (stderr, stderr_use) = world.take_stderr();
    Outcome {
        status,
        exit_code,
        stdout,
        stderr,
        error,
        files,
        receipt: Receipt {
            runtime,
            fuel: world.fuel_used(),
            peak_memory_bytes,
            wall_us: world.elapsed_us(),
            stdout: stdout_use,
            stderr: stderr_use,
            workspace,
        },
    }
}

/// Bytes that one of the runtime's texts can have; one that claims more is cut there.
const MAX_TEXT_BYTES: u32 = 64 << 10;

/// What a pointer and a length at `at`, two little-endian `u32`, tell of. `None` where any of it is
/// not within the guest's memory.
pub(crate) fn read_text<G: GuestMemory>(guest: &G, at: u32) -> Option<Vec<u8>> {
    let mut words = [0; 8];
    guest.read(at, &mut words).ok()?;
    let [a, b, c, d, length @ ..] = words;
    let mut bytes = vec![0; u32::from_le_bytes(length).min(MAX_TEXT_BYTES) as usize];
    guest.read(u32::from_le_bytes([a, b, c, d]), &mut bytes).ok()?;
    Some(bytes)
}

impl ErrorReport {
    /// Reads the report that [`ERROR_EXPORT`] points to. `None` where any of it is not within the
    /// guest's memory.
    pub fn read<G: GuestMemory>(guest: &G, at: u32) -> Option<Self> {
        let text = |index: u32| {
            let bytes = read_text(guest, at.checked_add(index * 8)?)?;
            Some(String::from_utf8_lossy(&bytes).into_owned())
        };
        Some(Self { kind: text(0)?, message: text(1)?, traceback: text(2)? })
    }
}
