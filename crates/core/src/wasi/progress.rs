//! How far a call has come that may have to wait.

/// What a call has come to that does not wait in the host.
///
/// A thread that must not wait, because others need it or because nothing would reach it meanwhile,
/// is so told for how long the guest has to be suspended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress<A> {
    /// It is done, and this is what the guest is told.
    Done(A),
    /// The guest waits. The same call has to be made again, with the same arguments, before the
    /// guest goes on: after this time, or sooner where the run is cancelled meanwhile. What it waits
    /// for stays what it was, however often that is.
    Wait {
        /// Nanoseconds on the host's clock.
        ns: u64,
    },
}
