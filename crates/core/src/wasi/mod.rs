//! WASI preview 1, the whole of it, over [`World`], [`Guest`] and [`Host`].
//!
//! One file per subject. Every pointer, length, count and offset comes from the guest and is
//! checked before anything is allocated or changed; a bad one is an error number, never a panic.

mod args;
pub mod budget;
mod calls;
mod clock;
mod errno;
mod fault;
mod fd;
mod fd_snapshot;
mod fd_table;
mod filestat;
mod io;
mod memory;
mod path;
mod path_change;
mod poll;
mod prestat;
mod process;
mod progress;
mod random;
mod readdir;
mod rights;
mod seek;
mod sock;
mod types;

pub use errno::Errno;
pub use progress::Progress;
pub use types::{FileStat, FileType};

pub(crate) use fault::{Answer, Fault};
pub(crate) use fd_table::FdTable;
pub(crate) use io::WAIT_STEP_NS;
pub(crate) use poll::Times;
pub(crate) use rights::Rights;
pub(crate) use types::SetTime;

use crate::{
    guest::{Guest, Halt, Host},
    world::World,
};

/// One host call: the guest that makes it, the world that it sees, the host outside.
///
/// Each preview-1 call is a method with the name and the arguments that WASI gives it; see
/// [`for_each_preview1_call!`](crate::for_each_preview1_call). `Err` means that the guest must not
/// go on. Every call looks at the clock and the cancel handle first: a guest that makes the host
/// work for milliseconds with a dozen instructions asks for fuel once in minutes.
pub struct Preview1<'a, G: Guest> {
    /// The guest that calls.
    pub guest: &'a mut G,
    /// What it sees.
    pub world: &'a mut World,
    /// What is outside.
    pub host: &'a mut dyn Host,
}

/// The same, inside: its methods say more precisely how a call fails.
struct Call<'a, G: Guest> {
    guest: &'a mut G,
    world: &'a mut World,
    host: &'a mut dyn Host,
}

/// Arguments that a call has at most.
pub const MAX_ARGUMENTS: usize = 9;

macro_rules! calls {
    ($($name:ident($($arg:ident: $ty:ty),* $(,)?) -> $ret:ty;)*) => {
        #[allow(non_camel_case_types, reason = "WASI's own names")]
        enum Number { $($name),* }

        /// The number of the call with which a guest gives way, and asks for more fuel.
        pub const SCHED_YIELD: u32 = Number::sched_yield as u32;

        impl<G: Guest> Preview1<'_, G> {
            $(
                #[doc = concat!("WASI's `", stringify!($name), "`.")]
                #[allow(clippy::too_many_arguments, reason = "WASI's own signature")]
                pub fn $name(&mut self, $($arg: $ty),*) -> Result<$ret, Halt> {
                    self.wait_out(|mut call| fault::settle(call.$name($($arg),*)))
                }
            )*

            /// The call with this number, counted from zero in the order of the table, for an
            /// engine that binds all of them to one function. Of the arguments only those that
            /// the call has are looked at. A number that no call has is `ENOSYS`.
            ///
            /// It does not wait in the host: where another call would, the engine is told for how
            /// long. No other call may be made for the guest before that one is done.
            #[allow(clippy::cast_possible_truncation, reason = "what the guest gave has the call's type")]
            pub fn call(
                &mut self,
                number: u32,
                args: [u64; MAX_ARGUMENTS],
            ) -> Result<Progress<i32>, Halt> {
                let progress = self.once().and_then(|mut call| {
                    fault::settle(match number {
                        $(number if number == Number::$name as u32 => {
                            let [$($arg,)* ..] = args;
                            call.$name($($arg as $ty),*)
                        })*
                        _ => Err(Errno::NoSys.into()),
                    })
                });
                self.interrupted(progress)
            }
        }
    };
}
crate::for_each_preview1_call!(calls);

impl<G: Guest> Preview1<'_, G> {
    /// Looks at the clock and the cancel handle, and lets a call be made.
    fn once(&mut self) -> Result<Call<'_, G>, Halt> {
        let Self { guest, world, host } = self;
        world.check(*host)?;
        Ok(Call { guest: *guest, world, host: *host })
    }

    /// Makes a call until it is done, and waits in the host meanwhile.
    fn wait_out<A: Answer>(
        &mut self,
        call: impl for<'c> Fn(Call<'c, G>) -> Result<Progress<A>, Halt>,
    ) -> Result<A, Halt> {
        loop {
            let progress = self.once().and_then(&call);
            match self.interrupted(progress)? {
                Progress::Done(answer) => return Ok(answer),
                Progress::Wait { ns } => self.host.wait_ns(ns),
            }
        }
    }

    /// What a call comes to where the guest can be asked to end its turn, or has been: `EINTR`
    /// instead of a halt or a wait.
    fn interrupted<A: Answer>(
        &mut self,
        progress: Result<Progress<A>, Halt>,
    ) -> Result<Progress<A>, Halt> {
        match progress {
            Err(halt) => self.world.interrupt(halt, self.guest)?,
            Ok(Progress::Wait { .. }) if self.world.interrupted().is_some() => {}
            _ => return progress,
        }
        Ok(Progress::Done(A::answer(Errno::Intr)))
    }
}
