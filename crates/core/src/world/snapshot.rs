//! A world between two runs, in a snapshot: see [`snapshot`](crate::snapshot).

use super::{World, clock::Before};
use crate::{
    contract::{Determinism, Limits, MAX_ENV_VARS, MAX_TEXT_BYTES},
    snapshot::{Flaw, Reader, Writer},
    wasi::FdTable,
    workspace::{Start, Workspace},
};
use alloc::{borrow::ToOwned, collections::BTreeMap, string::String, vec::Vec};

impl World {
    /// Writes all but the limits, of a world at rest.
    pub(crate) fn write(&self, out: &mut Writer) -> Result<(), Flaw> {
        out.texts(&self.env)?;
        let Before { elapsed_ns, cpu_ns } = self.clock.before();
        out.u64s([elapsed_ns, cpu_ns]);
        out.u8(self.begun.into());
        match self.random.state().zip(self.clock.epoch()) {
            Some(((seed, given), epoch)) => {
                out.u8(1);
                out.u64s([seed, given, epoch]);
            }
            None => out.u8(0),
        }
        let mut numbers = self.workspace.write(out)?;
        self.fds.write(&self.workspace, &mut numbers, out)
    }

    /// The environment by name, and what decides clock and chance where these are not the host's.
    pub(crate) fn origins(&self) -> (BTreeMap<String, String>, Option<Determinism>) {
        let split = |text: &String| {
            text.split_once('=').map(|(name, value)| (name.to_owned(), value.to_owned()))
        };
        let seed = self.random.state().map(|(seed, _)| seed);
        let determinism = seed.zip(self.clock.epoch());
        let determinism = determinism.map(|(seed, epoch)| Determinism::new(seed, epoch));
        (self.env.iter().filter_map(split).collect(), determinism)
    }

    /// Reads a world at rest.
    pub(crate) fn read(input: &mut Reader<'_>, limits: Limits) -> Result<Self, Flaw> {
        let env = texts(input)?;
        let names =
            env.iter().map(|variable| variable.split_once('=').map_or("", |(name, _)| name));
        if names.clone().any(str::is_empty) {
            return Err("has an environment variable without a name");
        }
        if !names.is_sorted_by(|one, next| one < next) {
            return Err("has environment variables out of order");
        }
        let before = Before { elapsed_ns: input.u64()?, cpu_ns: input.u64()? };
        let begun = input.bool()?;
        let (mut determinism, mut given) = (None, 0);
        if input.bool()? {
            let seed = input.u64()?;
            given = input.u64()?;
            let clock = Determinism::new(seed, input.u64()?);
            if clock.too_large().is_some() {
                return Err("has a seed or an epoch that is too large");
            }
            determinism = Some(clock);
        }
        let (workspace, mut nodes) = Workspace::read(input, &limits)?;
        let mut world = Self::new(Vec::new(), env, Vec::new(), limits, determinism);
        world.clock.set_before(before);
        world.begun = begun;
        world.random.set_given(given);
        world.workspace = workspace;
        world.fds = FdTable::read(input, &world.limits, &mut world.workspace, &mut nodes)?;
        world.workspace.check_whole()?;
        world.start = world.workspace.pinned("workspace").map(|root| (root, Start::new()));
        Ok(world)
    }
}

/// Texts that a guest can be given as its environment.
fn texts(input: &mut Reader<'_>) -> Result<Vec<String>, Flaw> {
    let count = input.u32()?;
    let before = input.rest().len();
    if count as usize > MAX_ENV_VARS {
        return Err("has more variables than a run can have");
    }
    let texts = (0..count).map(|_| match input.text()? {
        text if text.contains('\0') => Err("has a variable with a NUL in it"),
        text => Ok(text.to_owned()),
    });
    let texts = texts.collect();
    // A length and a "=" for each.
    if before - input.rest().len() > MAX_TEXT_BYTES + 5 * count as usize {
        return Err("has longer variables than a run can have");
    }
    texts
}
