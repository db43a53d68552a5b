//! The standard streams: input that is given or live, output that is kept up to a limit.

mod capture;
mod input;

pub(crate) use capture::Capture;
pub(crate) use input::Input;
