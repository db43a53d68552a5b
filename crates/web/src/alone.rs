//! What the standard library would bring, when the module is built without it: an allocator and an
//! end for a panic. That a panic says nothing makes all the texts of panics go from the module.

use dlmalloc::GlobalDlmalloc;

#[global_allocator]
static ALLOCATOR: GlobalDlmalloc = GlobalDlmalloc;

/// A trap, which the package's JavaScript takes for an internal error.
#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    core::arch::wasm32::unreachable()
}
