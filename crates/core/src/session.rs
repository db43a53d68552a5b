//! A guest that is kept between runs: what core keeps of it.
//!
//! A runner keeps the guest. For each turn it takes the world with [`Session::begin`], calls
//! [`RUN_EXPORT`](crate::run::RUN_EXPORT) with 1, and gives the world back with [`Session::end`].

use crate::{
    contract::{Limits, Outcome, RequestError, RuntimeIdentity, SessionOptions, SessionUse, Turn},
    guest::{End, Host},
    run::{self, Execution},
    world::World,
};
use alloc::{format, string::String};

/// Why a turn was not run, or a session cannot be copied.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SessionError {
    /// The turn does not hold to the contract. The session is as it was.
    #[error(transparent)]
    Request(#[from] RequestError),
    /// There is no session any more.
    #[error("the session is closed: {0}")]
    Closed(String),
    /// The bundle's command cannot be kept between runs.
    #[error("{command}: this runtime has no sessions")]
    Unsupported {
        /// The command.
        command: String,
    },
}

/// A session's state besides its guest's memory: plain data.
#[derive(Clone, Debug)]
pub struct Session {
    /// What it was opened with, but for the files, which are in the world.
    options: SessionOptions,
    /// `Err` while a turn runs, and once the session is closed: why.
    world: Result<World, String>,
    used: SessionUse,
}

impl Session {
    /// A session that has run nothing.
    pub fn new(options: SessionOptions) -> Result<Self, RequestError> {
        let request = options.validate()?;
        let mut world = World::for_request(&request);
        world.end_turn(request.request().limits.clone());
        Ok(Self::at_rest(world, SessionUse { open: true, ..SessionUse::default() }))
    }

    /// A session between two turns.
    pub(crate) fn at_rest(world: World, used: SessionUse) -> Self {
        let (env, determinism) = world.origins();
        let limits = world.limits().clone();
        let options = SessionOptions { env, limits, determinism, ..SessionOptions::new() };
        Self { options, world: Ok(world), used }
    }

    /// What it was opened with, without the files.
    pub fn options(&self) -> &SessionOptions {
        &self.options
    }

    /// What its turns have used, and whether it is open.
    pub fn used(&self) -> SessionUse {
        self.used
    }

    /// The world between two turns.
    pub fn world(&self) -> Result<&World, SessionError> {
        self.world.as_ref().map_err(|why| SessionError::Closed(why.clone()))
    }

    /// Takes the world for a turn. Where that cannot be run, the session is as it was.
    pub fn begin(
        &mut self,
        turn: Turn,
        maximum: &Limits,
        host: &mut dyn Host,
    ) -> Result<World, SessionError> {
        self.world()?;
        let turn = turn.validate_in(&self.options)?;
        turn.request().limits.check_against(maximum).map_err(RequestError::from)?;
        let mut world = self.take("its last turn was never ended")?;
        if let Err(error) = world.next_turn(&turn, host) {
            self.world = Ok(world);
            return Err(error.into());
        }
        Ok(world)
    }

    /// Ends a turn.
    pub fn end(&mut self, execution: Execution, runtime: RuntimeIdentity) -> Outcome {
        let Execution { mut world, remains } = execution;
        let in_order = matches!(remains.end, End::Returned(_));
        let mut outcome = run::outcome(&mut world, remains, runtime);
        self.used.turns = self.used.turns.saturating_add(1);
        self.used.fuel = self.used.fuel.saturating_add(outcome.receipt.fuel);
        self.used.wall_us = self.used.wall_us.saturating_add(outcome.receipt.wall_us);
        self.used.open = in_order;
        self.world = if in_order {
            world.end_turn(self.options.limits.clone());
            Ok(world)
        } else {
            Err(format!("its turn {} ended as {}", self.used.turns, outcome.status.name()))
        };
        outcome.receipt.session = Some(self.used);
        outcome
    }

    /// Closes it, for this reason.
    pub fn close(&mut self, why: &str) {
        // Why it was closed first says more.
        if self.world.is_ok() {
            let _ = self.take(why);
        }
        self.used.open = false;
    }

    fn take(&mut self, why: &str) -> Result<World, SessionError> {
        core::mem::replace(&mut self.world, Err(why.into())).map_err(SessionError::Closed)
    }
}
