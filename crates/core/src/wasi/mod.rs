//! WASI preview 1, the whole of it, over [`World`], [`Guest`] and [`Host`]. (Under construction.)

mod calls;

use crate::{
    guest::{Guest, Halt, Host},
    world::World,
};

/// One host call: the guest that makes it, the world that it sees, the host outside.
pub struct Preview1<'a, G: Guest> {
    /// The guest that calls.
    pub guest: &'a mut G,
    /// What it sees.
    pub world: &'a mut World,
    /// What is outside.
    pub host: &'a mut dyn Host,
}

macro_rules! stubs {
    ($($name:ident($($arg:ident: $ty:ty),* $(,)?) -> $ret:ty;)*) => {
        impl<G: Guest> Preview1<'_, G> {
            $(
                /// Stub.
                #[allow(clippy::too_many_arguments, unused_variables)]
                pub fn $name(&mut self, $($arg: $ty),*) -> Result<$ret, Halt> { Ok(<$ret>::default()) }
            )*
        }
    };
}
crate::for_each_preview1_call!(stubs);
