//! All state of a run that is not the guest's own memory: plain data, no handles, no closures.

mod clock;
mod command;
mod files;
mod foreign;
mod fuel;
mod random;
mod snapshot;
mod turn;

use alloc::{format, string::String, sync::Arc, vec::Vec};
pub use command::CommandWorld;
pub use files::{OpenFile, OpenHow};
pub use foreign::Foreign;

use crate::{
    contract::{Content, Determinism, FileChanges, Limits, StreamUse, ValidRequest, WorkspaceUse},
    guest::{GuestMemory, Halt, Host, Stream},
    run::read_text,
    stdio::{Capture, Input},
    wasi::{FdTable, Times},
    workspace::{InodeId, Start, Tree, Workspace},
};
use clock::Clock;
use fuel::FuelMeter;
use random::Random;
use turn::Interruption;

/// The world that a guest sees.
///
/// An engine calls [`begin`](Self::begin), lets the guest make its preview-1 calls (`sched_yield`
/// comes to [`refill`](Self::refill)), and calls [`end`](Self::end).
#[derive(Clone, Debug)]
pub struct World {
    limits: Limits,
    pub(crate) args: Vec<String>,
    pub(crate) env: Vec<String>,
    pub(crate) fds: FdTable,
    pub(crate) workspace: Workspace,
    pub(crate) stdin: Input,
    /// When a wait began that is not over.
    pub(crate) waiting_since: Option<Times>,
    stdout: Capture,
    stderr: Capture,
    clock: Clock,
    fuel: FuelMeter,
    random: Random,
    /// The directory whose changes are told, and what was in it.
    start: Option<(InodeId, Start)>,
    /// Whether a guest has run here.
    begun: bool,
    interruption: Interruption,
}

impl World {
    /// The world of a request: files below `/workspace`, an empty `/tmp`, both preopened as `/`.
    pub fn for_request(request: &ValidRequest) -> Self {
        let args = request.command_line();
        let request = request.request();
        let mut world = Self::new(
            args,
            request.env.iter().map(|(name, value)| format!("{name}={value}")).collect(),
            request.stdin.bytes().to_vec(),
            request.limits.clone(),
            request.determinism,
        );
        world.furnish(&request.files);
        world
    }

    /// A world with nothing in it but `/workspace` and `/tmp`, for a guest that is made ready.
    pub fn empty() -> Self {
        let mut world = Self::new(
            Vec::new(),
            Vec::new(),
            Vec::new(),
            Limits::default(),
            Some(Determinism::default()),
        );
        world.furnish([]);
        world
    }

    /// Makes `/workspace`, with these files, and `/tmp`, and preopens both as `/`.
    fn furnish<'a>(&mut self, files: impl IntoIterator<Item = (&'a String, &'a Content)>) {
        let root = self.workspace.add_root();
        self.fds.preopen("/", root, &mut self.workspace);
        let mut start = Start::new();
        for name in ["workspace", "tmp"] {
            if let Ok(directory) = self.workspace.place_directory(root, name) {
                self.workspace.pin(directory);
                self.start.get_or_insert((directory, Start::new()));
            }
        }
        let Some((directory, _)) = self.start else { return };
        for (path, content) in files {
            let bytes: Arc<[u8]> = Arc::from(content.bytes());
            // A valid request has no path that could be refused.
            if self.workspace.place_file(directory, path, bytes.clone()).is_ok() {
                start.push((path.clone(), bytes));
            }
        }
        self.start = Some((directory, start));
    }

    fn new(
        args: Vec<String>,
        env: Vec<String>,
        stdin: Vec<u8>,
        limits: Limits,
        determinism: Option<Determinism>,
    ) -> Self {
        Self {
            args,
            env,
            fds: FdTable::new(&limits),
            workspace: Workspace::new(&limits),
            stdin: Input::new(stdin),
            waiting_since: None,
            stdout: Capture::new(limits.stdout_bytes),
            stderr: Capture::new(limits.stderr_bytes),
            clock: Clock::new(determinism, limits.wall_ms),
            fuel: FuelMeter::new(limits.fuel),
            random: Random::new(determinism),
            start: None,
            begun: false,
            interruption: Interruption::Halting,
            limits,
        }
    }

    /// The same world, whose standard input goes on with [`Host::read_stdin`] after the bytes that
    /// were given. Waiting for it counts as wall-clock time.
    #[must_use]
    pub fn with_live_stdin(mut self) -> Self {
        self.stdin.make_live();
        self
    }

    /// The limits that hold here.
    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    /// The guest's arguments, the program's name first.
    pub fn args(&self) -> &[String] {
        &self.args
    }

    /// The guest's environment, each as `NAME=value`.
    pub fn env(&self) -> &[String] {
        &self.env
    }

    /// Starts the clocks. Returns the fuel of the first slice.
    pub fn begin(&mut self, host: &mut dyn Host) -> i64 {
        self.clock.start(host);
        if !core::mem::replace(&mut self.begun, true) {
            let now = self.realtime_ns(0, host);
            self.workspace.set_all_times(now);
        }
        self.fuel.next_slice(self.clock.virtual_left_ns(0))
    }

    /// The guest has run out of its slice, or yields: accounts for it, then gives the next one.
    pub fn refill(&mut self, fuel_left: i64, host: &mut dyn Host) -> Result<i64, Halt> {
        if let Some(halt) = self.interrupted() {
            // It yields before whatever it throws, on its way to the end of its turn too.
            return if fuel_left < 0 { Err(halt) } else { Ok(fuel_left) };
        }
        let used = self.fuel.settle(fuel_left);
        if used > self.limits.fuel {
            return Err(Halt::OutOfFuel);
        }
        self.check(host)?;
        self.clock.check_virtual(used)?;
        Ok(self.fuel.next_slice(self.clock.virtual_left_ns(used)))
    }

    /// The guest has ended with this much of its last slice left.
    pub fn end(&mut self, fuel_left: i64, host: &mut dyn Host) {
        let used = self.fuel.settle(fuel_left);
        self.clock.stop(used, host);
    }

    /// Writes to standard output what the runtime has buffered of it, which
    /// [`STDOUT_EXPORT`](crate::run::STDOUT_EXPORT) points to. Nothing where any of that is not within the guest's memory.
    pub fn write_unwritten<G: GuestMemory>(&mut self, guest: &G, at: u32, host: &mut dyn Host) {
        if let Some(bytes) = read_text(guest, at) {
            self.write_output(Stream::Stdout, &bytes);
            self.flush_output(Stream::Stdout, host);
        }
    }

    /// Fuel used so far, up to the last [`refill`](Self::refill) or [`end`](Self::end). A run that
    /// is stopped for its fuel has used a little more than the limit: what the last step costs.
    pub fn fuel_used(&self) -> u64 {
        self.fuel.used()
    }

    /// Microseconds from [`begin`](Self::begin) to [`end`](Self::end).
    pub fn elapsed_us(&self) -> u64 {
        self.clock.elapsed_us()
    }

    /// How `/workspace` differs from the start. Empty for the world of a command.
    pub fn file_changes(&mut self) -> FileChanges {
        match &self.start {
            Some((root, start)) => self.workspace.changes(*root, start),
            None => FileChanges::default(),
        }
    }

    /// What the filesystem holds.
    pub fn workspace_use(&self) -> WorkspaceUse {
        self.workspace.usage()
    }

    /// What standard output holds.
    pub fn take_stdout(&mut self) -> (Content, StreamUse) {
        self.stdout.content()
    }

    /// What standard error holds.
    pub fn take_stderr(&mut self) -> (Content, StreamUse) {
        self.stderr.content()
    }

    /// How many bytes of a stream's content [`Host::output`] has been given. They are the first
    /// ones of what [`take_stdout`](Self::take_stdout) or [`take_stderr`](Self::take_stderr)
    /// returns, so an embedder that prints as it goes has to print the others at the end.
    pub fn live_bytes(&self, stream: Stream) -> usize {
        match stream {
            Stream::Stdout => self.stdout.live_bytes(),
            Stream::Stderr => self.stderr.live_bytes(),
        }
    }

    /// The rest of a stream's content: what [`Host::output`] has not been given.
    pub fn rest(&self, stream: Stream) -> Vec<u8> {
        let (content, _) = match stream {
            Stream::Stdout => self.stdout.content(),
            Stream::Stderr => self.stderr.content(),
        };
        content.bytes().get(self.live_bytes(stream)..).unwrap_or_default().to_vec()
    }

    /// What is in a preopened directory now, by its place among the preopened ones (0 is
    /// descriptor 3). The world of a request has one: `/`.
    pub fn tree(&self, preopen: usize) -> Option<Tree> {
        self.workspace.root(preopen).map(|root| self.workspace.tree(root))
    }

    /// Ends the run where its caller has cancelled it or its time on the host's clock is over.
    pub(crate) fn check(&mut self, host: &mut dyn Host) -> Result<(), Halt> {
        if self.interrupted().is_some() {
            return Ok(());
        }
        if host.is_cancelled() {
            return Err(Halt::Cancelled);
        }
        self.clock.check_real(host)
    }

    /// What is left of the fuel, when the guest has this much left of its slice.
    pub(crate) fn fuel_left(&self, slice_left: i64) -> u64 {
        self.limits.fuel.saturating_sub(self.fuel.used_at(slice_left))
    }

    /// How much of a stream's limit is left.
    pub(crate) fn output_left_bytes(&self, stream: Stream) -> u64 {
        match stream {
            Stream::Stdout => self.stdout.left_bytes(),
            Stream::Stderr => self.stderr.left_bytes(),
        }
    }

    /// Takes output of the guest.
    pub(crate) fn write_output(&mut self, stream: Stream, bytes: &[u8]) {
        self.capture(stream).write(bytes);
    }

    /// Passes on what is sure to be in the outcome.
    pub(crate) fn flush_output(&mut self, stream: Stream, host: &mut dyn Host) {
        let sure = self.capture(stream).take_sure();
        if !sure.is_empty() {
            host.output(stream, sure);
        }
    }

    fn capture(&mut self, stream: Stream) -> &mut Capture {
        match stream {
            Stream::Stdout => &mut self.stdout,
            Stream::Stderr => &mut self.stderr,
        }
    }
}
