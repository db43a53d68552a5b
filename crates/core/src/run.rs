//! From a request to an outcome, over any engine.

use crate::{
    contract::{
        ErrorReport, GuestError, Outcome, Receipt, RuntimeIdentity, Status, TurnResult,
        ValidRequest,
    },
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
    /// 2. where there are [`OPEN_EXPORT`] and [`RUN_EXPORT`], call the former, with [`OPEN_FUEL`];
    /// 3. [`World::begin`] before, [`World::end`] after `_start`, or [`RUN_EXPORT`] with 0;
    /// 4. however it ended, [`World::write_unwritten`] where the export [`STDOUT_EXPORT`] is there;
    /// 5. [`ErrorReport::read`] where the export [`ERROR_EXPORT`] is there and returns a pointer.
    fn execute(&self, world: World, host: Box<dyn Host>) -> Result<Execution, Self::Error>;
}

/// The runtime's export, `() -> i32`, that points to its report of an uncaught exception: six
/// little-endian `u32`, a pointer and a length each for type, message and traceback. Zero: none.
pub const ERROR_EXPORT: &str = "hognose_error";

/// The runtime's export, `() -> i32`, that points to what it has buffered of standard output and
/// not written: two little-endian `u32`, a pointer and a length. A guest that is stopped cannot
/// write it any more.
pub const STDOUT_EXPORT: &str = "hognose_stdout";

/// The runtime's export, `() -> i32`, that makes a fresh guest ready, once, instead of `_start`: zero
/// when it is. It depends on nothing of the run, so what it does is not charged to one, and the
/// memory after it is the same bytes for every run: the image.
pub const OPEN_EXPORT: &str = "hognose_open";

/// The runtime's export, `(i32) -> i32`, that runs the command of the world's arguments in a guest
/// that is ready, and returns its exit code. Its argument is 1 where the guest is kept: for the turn
/// of a session.
pub const RUN_EXPORT: &str = "hognose_run";

/// The runtime's export, `() -> i32`, that points to the value of the last expression of a turn: four
/// little-endian `u32`, a pointer and a length each for its `repr()` and its JSON text. Zero: none.
pub const RESULT_EXPORT: &str = "hognose_result";

/// The runtime's export, `() -> i32`, that tells where a word is that the host makes 1 for the turn to
/// end at the next point where the runtime can.
pub const INTERRUPT_EXPORT: &str = "hognose_interrupt";

/// Fuel for [`OPEN_EXPORT`].
pub const OPEN_FUEL: i64 = 100_000_000;

/// What is left of a guest that has ended, and of its world.
pub struct Execution {
    /// The world as the guest left it.
    pub world: World,
    /// The rest.
    pub remains: Remains,
}

/// What a guest that has ended left outside of its world.
pub struct Remains {
    /// How it ended.
    pub end: End,
    /// The uncaught exception that it reported.
    pub report: Option<ErrorReport>,
    /// The value of its last expression.
    pub result: Option<TurnResult>,
    /// The most linear memory that it had, in bytes.
    pub peak_memory_bytes: u64,
    /// How often it was refused more memory in this run.
    pub memory_refusals: u32,
}

impl Remains {
    /// Those of a guest that was refused its first memory, or of which no more is known than how it
    /// ended.
    pub fn only(end: End) -> Self {
        Self { end, report: None, result: None, peak_memory_bytes: 0, memory_refusals: 0 }
    }
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
    let Execution { mut world, remains } = execution;
    outcome(&mut world, remains, runtime)
}

/// What a run in this world came to.
pub(crate) fn outcome(world: &mut World, remains: Remains, runtime: RuntimeIdentity) -> Outcome {
    let Remains { end, report, result, peak_memory_bytes, memory_refusals } = remains;
    // A guest that was asked to end has used up what it had, whatever it did before it heard.
    let end = match (end, world.interrupted()) {
        (End::Returned(_), Some(halt)) => End::Halted(halt),
        (end, _) => end,
    };
    let (status, exit_code) = match &end {
        End::Returned(code) | End::Halted(Halt::Exit(code)) => {
            // The exit code is what a parent process would see of it: its low eight bits.
            let code = (code & 0xff) as u8;
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
        result: result.filter(|_| status == Status::Ok),
        files,
        receipt: Receipt {
            runtime,
            fuel: world.fuel_used(),
            peak_memory_bytes,
            wall_us: world.elapsed_us(),
            stdout: stdout_use,
            stderr: stderr_use,
            workspace,
            session: None,
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

/// The texts that a row of pointers and lengths at `at` tells of.
fn read_texts<G: GuestMemory, const N: usize>(guest: &G, at: u32) -> Option<[Vec<u8>; N]> {
    let mut texts = [const { Vec::new() }; N];
    for (text, at) in texts.iter_mut().zip((at..).step_by(8)) {
        *text = read_text(guest, at)?;
    }
    Some(texts)
}

impl TurnResult {
    /// Reads the result that [`RESULT_EXPORT`] points to. `None` where any of it is not within the
    /// guest's memory. What the guest calls JSON and is not is left out.
    pub fn read<G: GuestMemory>(guest: &G, at: u32) -> Option<Self> {
        let [repr, json] = read_texts(guest, at)?;
        let is_json = serde_json::from_slice::<serde::de::IgnoredAny>(&json).is_ok();
        let json = String::from_utf8(json).ok().filter(|_| is_json);
        Some(Self { repr: String::from_utf8_lossy(&repr).into_owned(), json })
    }
}

impl ErrorReport {
    /// Reads the report that [`ERROR_EXPORT`] points to. `None` where any of it is not within the
    /// guest's memory.
    pub fn read<G: GuestMemory>(guest: &G, at: u32) -> Option<Self> {
        let [kind, message, traceback] =
            read_texts(guest, at)?.map(|text| String::from_utf8_lossy(&text).into_owned());
        Some(Self { kind, message, traceback })
    }
}
