//! A world between two runs, in a snapshot: see [`snapshot`](crate::snapshot).

use super::{World, fuel::FuelMeter};
use crate::{
    contract::{Determinism, Limits, MAX_ARGS, MAX_ENV_VARS, MAX_SOURCE_BYTES, MAX_TEXT_BYTES},
    snapshot::{Flaw, Reader, Writer},
    wasi::FdTable,
    workspace::{Start, Workspace},
};
use alloc::{borrow::ToOwned, string::String, vec::Vec};

/// The program's name and two words that say what to run stand before a request's arguments.
const MOST_ARGS: usize = MAX_ARGS + 3;
/// In all of them together.
const MOST_BYTES: usize = MAX_SOURCE_BYTES + 2 * MAX_TEXT_BYTES;

impl World {
    /// Writes all but the limits.
    pub(crate) fn write(&self, out: &mut Writer) -> Result<(), Flaw> {
        out.texts(&self.args)?;
        out.texts(&self.env)?;
        out.u64(self.fuel.used());
        match self.random.state().zip(self.clock.state()) {
            Some(((seed, given), (epoch, slept_ns))) => {
                out.u8(1);
                out.u64s([seed, given, epoch, slept_ns]);
            }
            None => out.u8(0),
        }
        let mut numbers = self.workspace.write(out)?;
        self.fds.write(&self.workspace, &mut numbers, out)
    }

    /// Reads a world. Its streams are empty, and its changes are told against nothing: the next run
    /// makes both anew.
    pub(crate) fn read(input: &mut Reader<'_>, limits: Limits) -> Result<Self, Flaw> {
        let args = texts(input, MOST_ARGS)?;
        let env = texts(input, MAX_ENV_VARS)?;
        if env.iter().any(|variable| variable.find('=').is_none_or(|at| at == 0)) {
            return Err("has an environment variable without a name");
        }
        let fuel_used = input.u64()?;
        let (mut determinism, mut given, mut slept_ns) = (None, 0, 0);
        if input.bool()? {
            let seed = input.u64()?;
            given = input.u64()?;
            let clock = Determinism::new(seed, input.u64()?);
            slept_ns = input.u64()?;
            if clock.too_large().is_some() {
                return Err("has a seed or an epoch that is too large");
            }
            determinism = Some(clock);
        }
        let (workspace, mut nodes) = Workspace::read(input, &limits)?;
        let mut world = Self::new(args, env, Vec::new(), limits, determinism);
        world.fuel = FuelMeter::at_rest(world.limits.fuel, fuel_used);
        world.clock.set_slept(slept_ns);
        world.random.set_given(given);
        world.workspace = workspace;
        world.fds = FdTable::read(input, &world.limits, &mut world.workspace, &mut nodes)?;
        world.workspace.check_whole()?;
        world.start = world.workspace.pinned("workspace").map(|root| (root, Start::new()));
        Ok(world)
    }
}

/// Texts that a guest can be given.
fn texts(input: &mut Reader<'_>, most: usize) -> Result<Vec<String>, Flaw> {
    let count = input.u32()?;
    let before = input.rest().len();
    if count as usize > most {
        return Err("has more arguments or variables than a run can have");
    }
    let texts = (0..count).map(|_| match input.text()? {
        text if text.contains('\0') => Err("has an argument or a variable with a NUL in it"),
        text => Ok(text.to_owned()),
    });
    let texts = texts.collect();
    if before - input.rest().len() > MOST_BYTES {
        return Err("has longer arguments or variables than a run can have");
    }
    texts
}
