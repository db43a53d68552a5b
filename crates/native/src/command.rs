//! Runs any WASI preview-1 command, in the same world and under the same limits as Python.

use crate::{
    Module, RunOptions,
    runner::{self, RunError},
};
use hognose_core::{
    contract::{MAX_EXACT_INTEGER, Outcome, RequestError, RuntimeIdentity},
    run,
    workspace::Tree,
    world::{CommandWorld, World},
};

/// What a command came to.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct CommandOutcome {
    /// The outcome. Its `files` are empty: `trees` holds all there is.
    pub outcome: Outcome,
    /// What is in the preopened directories at the end, in their order.
    pub trees: Vec<Tree>,
}

/// Runs a fresh guest of `module` in this world, on this thread, to its end.
///
/// ```no_run
/// use hognose::{CommandWorld, Engine, Module, RunOptions, Tree, run_command};
/// let module = Module::compile(&Engine::new(), &std::fs::read("wc.wasm")?)?;
/// let world = CommandWorld {
///     args: vec!["wc".into(), "/data/a.txt".into()],
///     preopens: vec![("/data".into(), Tree::new().with_file("a.txt", "one two"))],
///     ..CommandWorld::default()
/// };
/// let ended = run_command(&module, world, RunOptions::new())?;
/// println!("{}", ended.outcome.stdout.text());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn run_command(
    module: &Module,
    command: CommandWorld,
    options: RunOptions,
) -> Result<CommandOutcome, RunError> {
    check(&command)?;
    let preopens = command.preopens.len();
    // It is in no bundle: receipts call it by its own name.
    let name = command.args.first().cloned().unwrap_or_default();
    let identity = RuntimeIdentity::new(name, module.sha256());
    let (world, host) = options.prepare(World::for_command(command)?);
    let execution = runner::execute(module, world, host)?;
    let trees = (0..preopens).filter_map(|preopen| execution.world.tree(preopen)).collect();
    Ok(CommandOutcome { outcome: run::conclude(execution, identity), trees })
}

/// Checks what no WASI command line or environment can carry, in the words of the contract.
fn check(command: &CommandWorld) -> Result<(), RequestError> {
    command.limits.check()?;
    let nul = |field: String, text: &str| {
        if text.contains('\0') { Err(RequestError::Nul { field }) } else { Ok(()) }
    };
    for (index, arg) in command.args.iter().enumerate() {
        nul(format!("args[{index}]"), arg)?;
    }
    for (name, value) in &command.env {
        let field = format!("env.{}", name.escape_debug());
        nul(field.clone(), name)?;
        nul(field.clone(), value)?;
        if name.is_empty() || name.contains('=') {
            let why = "has \"=\" in its name, or none";
            return Err(RequestError::Invalid { field, why });
        }
    }
    for (index, (name, _)) in command.preopens.iter().enumerate() {
        nul(format!("preopens[{index}]"), name)?;
    }
    match command.determinism {
        Some(determinism) if determinism.seed > MAX_EXACT_INTEGER => {
            let field = "determinism.seed".to_owned();
            Err(RequestError::Invalid { field, why: "is too large" })
        }
        _ => Ok(()),
    }
}
