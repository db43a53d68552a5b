//! Hostile guests, one file each: see this folder's README. What runs them is not here.

mod guest;
mod told;

pub use guest::{Guest, all};
pub use told::tell;

use hognose_core::contract::{Determinism, Request};

/// A program that does no harm, to be run after each of them.
pub fn harmless() -> Request {
    let mut request = Request::code("print(sum(x * x for x in range(10001)))");
    request.determinism = Some(Determinism::default());
    request
}

/// What the harmless program prints.
pub const HARMLESS_OUTPUT: &str = "333383335000\n";
