//! Fuzz targets: for each, a function that takes any bytes and panics where core does not keep a
//! promise. They serve two harnesses: libFuzzer, guided by coverage, for as long as one likes, and
//! [`bounded`], which any stable toolchain runs and every change has to pass.

mod allocation;
pub mod bounded;
mod manifest;
mod meter;
mod mutation;
mod paths;
#[path = "../../crates/core/tests/world/support.rs"]
#[allow(dead_code, clippy::unwrap_used, clippy::redundant_closure_for_method_calls)]
mod session;
mod snapshot;
mod wasi;

use session as support;

pub use manifest::manifest;
pub use meter::meter;
pub use paths::paths;
pub use snapshot::snapshot;
pub use wasi::wasi;

#[global_allocator]
static ALLOCATOR: allocation::Counted = allocation::Counted;

/// The `main` of a target's program: libFuzzer's where coverage guides it, else one that replays
/// inputs or runs for a while.
#[macro_export]
macro_rules! target {
    ($name:ident) => {
        #[cfg(fuzzing)]
        libfuzzer_sys::fuzz_target!(|input: &[u8]| $crate::$name(input));

        #[cfg(not(fuzzing))]
        fn main() -> std::process::ExitCode {
            $crate::bounded::main(stringify!($name), $crate::$name)
        }
    };
}
