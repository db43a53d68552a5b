//! The wasmer engine: settings, and the thin layer between core and one guest.

mod data;
mod exceptions;
mod execute;
mod guest;
mod image;
mod imports;
mod memory;
#[cfg(target_os = "linux")]
mod pagemap;
mod trap;
mod tunables;
#[cfg(feature = "wasix")]
pub(crate) mod wasix;

pub(crate) use data::{Parts, take_apart};
pub(crate) use exceptions::holds_exception_references;
pub(crate) use execute::{LiveInstance, Run, execute, needs_too_much};
pub(crate) use image::Image;
pub(crate) use imports::signature;

use std::fmt;
use wasmer::sys::{Cranelift, CraneliftOptLevel, Features, NativeEngineExt, Target};

/// Bytes of native stack that a guest has: half of what Linux gives a thread. `MicroPython`'s own
/// recursion limits use under 2 MiB of it.
pub(crate) const STACK_BYTES: usize = 4 << 20;
/// The exact version that the workspace pins.
const WASMER: &str = "7.4.2";

/// A WebAssembly engine: the compiler and its settings. Cheap to clone, and clones are the same
/// engine. It keeps the code of every module that it has compiled, some 100 KiB for a small one, until
/// its last clone is dropped: compile modules without end on engines of their own.
///
/// ```
/// let engine = hognose::Engine::new();
/// let same = engine.clone();
/// # let _ = same;
/// ```
#[derive(Clone)]
pub struct Engine {
    wasmer: wasmer::Engine,
    is_cold: bool,
}

impl Engine {
    /// An engine for this machine.
    pub fn new() -> Self {
        let mut compiler = Cranelift::new();
        // Else the bits of a NaN, and so the result of a program that looks at them, depend on
        // the CPU.
        compiler.canonicalize_nans(true).opt_level(CraneliftOptLevel::Speed);
        let mut wasmer = <wasmer::Engine as NativeEngineExt>::new(
            Box::new(compiler),
            Target::default(),
            features(),
        );
        wasmer.set_tunables(tunables::GuestTunables::new());
        Self { wasmer, is_cold: false }
    }

    /// The same engine, but each guest starts its interpreter itself, instead of with the memory of
    /// one that has. That takes longer and changes nothing else, which is what it is there to show.
    #[must_use]
    pub fn cold(mut self) -> Self {
        self.is_cold = true;
        self
    }

    pub(crate) fn is_cold(&self) -> bool {
        self.is_cold
    }

    pub(crate) fn wasmer(&self) -> &wasmer::Engine {
        &self.wasmer
    }

    /// All that a compiled module depends on besides its source, as text: what changes any of it
    /// must change this.
    pub(crate) fn fingerprint(&self) -> String {
        let target = self.wasmer.target();
        let mut cpu: Vec<_> = target.cpu_features().iter().map(|it| format!("{it:?}")).collect();
        cpu.sort();
        format!(
            "wasmer {WASMER} cranelift speed canonical-nans {:?} {} {}",
            features(),
            target.triple(),
            cpu.join("+"),
        )
    }
}

impl Default for Engine {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Engine").field("fingerprint", &self.fingerprint()).finish()
    }
}

/// What a module may use: WebAssembly 2.0 and exceptions. No threads (nothing shared), no second
/// memory (the ceiling is one memory's), nothing whose result depends on the machine.
fn features() -> Features {
    Features {
        reference_types: true,
        simd: true,
        bulk_memory: true,
        multi_value: true,
        exceptions: true,
        extended_const: true,
        ..Features::none()
    }
}
