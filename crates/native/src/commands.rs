//! The commands of a bundle, each compiled when it is first run.

use crate::{Bundle, Engine, Module, ModuleCache, ModuleError, RunError, RunnerError};
use hognose_core::{
    contract::{Limits, PYTHON, Request, RequestError, RuntimeIdentity, ValidRequest},
    snapshot::Origin,
};
use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, OnceLock, PoisonError},
};

/// A bundle's commands on one engine. Cheap to clone; clones share the compiled code.
#[derive(Clone)]
pub(crate) struct Commands {
    inner: Arc<Inner>,
}

struct Inner {
    bundle: Bundle,
    engine: Engine,
    cache: ModuleCache,
    compiled: Mutex<BTreeMap<String, Arc<Command>>>,
}

/// A command: its compiled module, and what receipts call it.
pub(crate) struct Command {
    pub(crate) module: Module,
    pub(crate) identity: RuntimeIdentity,
    pub(crate) maximum: Limits,
    origin: OnceLock<Origin>,
}

impl Command {
    /// What its sessions are sessions of.
    pub(crate) fn origin(&self) -> Result<&Origin, ModuleError> {
        let image = self.module.image()?.ok_or(ModuleError::Open)?.bytes();
        Ok(self.origin.get_or_init(|| Origin::new(&self.identity, image)))
    }
}

impl Commands {
    /// Compiles Python, if it is in the bundle: what is wrong with that is told at once.
    pub(crate) fn new(
        bundle: &Bundle,
        engine: &Engine,
        cache: &ModuleCache,
    ) -> Result<Self, RunnerError> {
        let commands = Self {
            inner: Arc::new(Inner {
                bundle: bundle.clone(),
                engine: engine.clone(),
                cache: cache.clone(),
                compiled: Mutex::default(),
            }),
        };
        if bundle.manifest().command(PYTHON).is_some() {
            commands.get(PYTHON)?;
        }
        Ok(commands)
    }

    pub(crate) fn bundle(&self) -> &Bundle {
        &self.inner.bundle
    }

    /// A command. Others that need it at the same time wait until it is compiled.
    pub(crate) fn get(&self, name: &str) -> Result<Arc<Command>, RunnerError> {
        let Inner { bundle, engine, cache, compiled } = &*self.inner;
        // What a panic may have left is whole commands.
        let mut compiled = compiled.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(command) = compiled.get(name) {
            return Ok(Arc::clone(command));
        }
        let verified = bundle.module(name)?;
        let identity = verified.identity().clone();
        let module = Module::verified(engine, &verified, cache)
            .map_err(|source| RunnerError::Module { bundle: identity.bundle.clone(), source })?;
        let maximum = verified.maximum().clone();
        let command = Arc::new(Command { module, identity, maximum, origin: OnceLock::new() });
        compiled.insert(name.to_owned(), Arc::clone(&command));
        Ok(command)
    }

    /// Checks a request against the contract and what the bundle allows, and finds its command.
    pub(crate) fn admit(&self, request: Request) -> Result<(Arc<Command>, ValidRequest), RunError> {
        let request = request.validate()?;
        let command = self.get(request.request().program.command())?;
        request.request().limits.check_against(&command.maximum).map_err(RequestError::from)?;
        Ok((command, request))
    }
}
