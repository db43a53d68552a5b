//! How a call does not succeed: with an error number for the guest, or by ending it, or not yet.

use super::{Errno, Progress};
use crate::guest::{Halt, OutOfBounds};

/// Why a call did not succeed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The guest is told so and goes on.
    Errno(Errno),
    /// The guest must not go on.
    Halt(Halt),
    /// The call is to be made again after so many nanoseconds, or sooner.
    Wait { ns: u64 },
}

impl From<Errno> for Fault {
    fn from(errno: Errno) -> Self {
        Self::Errno(errno)
    }
}

impl From<Halt> for Fault {
    fn from(halt: Halt) -> Self {
        Self::Halt(halt)
    }
}

impl From<OutOfBounds> for Fault {
    fn from(_: OutOfBounds) -> Self {
        Self::Errno(Errno::Fault)
    }
}

/// What a call gives back to the guest.
pub(crate) trait Answer {
    /// The answer that says this.
    fn answer(errno: Errno) -> Self;
}

impl Answer for i32 {
    fn answer(errno: Errno) -> Self {
        errno.raw()
    }
}

impl Answer for () {
    fn answer(_: Errno) -> Self {}
}

/// The one place where a call's result becomes what the engine sees.
pub(crate) fn settle<A: Answer>(result: Result<(), Fault>) -> Result<Progress<A>, Halt> {
    match result {
        Ok(()) => Ok(Progress::Done(A::answer(Errno::Success))),
        Err(Fault::Errno(errno)) => Ok(Progress::Done(A::answer(errno))),
        Err(Fault::Wait { ns }) => Ok(Progress::Wait { ns }),
        Err(Fault::Halt(halt)) => Err(halt),
    }
}
