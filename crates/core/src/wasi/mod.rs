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
mod fd_table;
mod filestat;
mod io;
mod memory;
mod path;
mod path_change;
mod poll;
mod prestat;
mod process;
mod random;
mod readdir;
mod rights;
mod seek;
mod sock;
mod types;

pub use errno::Errno;
pub use types::{FileStat, FileType};

pub(crate) use fault::Fault;
pub(crate) use fd_table::FdTable;
pub(crate) use io::WAIT_STEP_NS;
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
        impl<G: Guest> Preview1<'_, G> {
            $(
                #[doc = concat!("WASI's `", stringify!($name), "`.")]
                #[allow(clippy::too_many_arguments, reason = "WASI's own signature")]
                pub fn $name(&mut self, $($arg: $ty),*) -> Result<$ret, Halt> {
                    let Self { guest, world, host } = self;
                    world.check(*host)?;
                    fault::settle(Call { guest: *guest, world, host: *host }.$name($($arg),*))
                }
            )*

            /// The call with this number, counted from zero in the order of the table, for an
            /// engine that binds all of them to one function. Of the arguments only those that
            /// the call has are looked at. A number that no call has is `ENOSYS`.
            #[allow(clippy::cast_possible_truncation, reason = "what the guest gave has the call's type")]
            pub fn call(&mut self, number: u32, args: [u64; MAX_ARGUMENTS]) -> Result<i32, Halt> {
                #[allow(non_camel_case_types, reason = "WASI's own names")]
                enum Number { $($name),* }
                let Self { guest, world, host } = self;
                world.check(*host)?;
                let mut call = Call { guest: *guest, world, host: *host };
                fault::settle(match number {
                    $(number if number == Number::$name as u32 => {
                        let [$($arg,)* ..] = args;
                        call.$name($($arg as $ty),*)
                    })*
                    _ => Err(Errno::NoSys.into()),
                })
            }
        }
    };
}
crate::for_each_preview1_call!(calls);
