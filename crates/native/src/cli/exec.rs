//! `hognose exec`: a command of a bundle.

use super::{
    args::ExecArgs,
    exit::Failure,
    install::{self, BundleName},
    program,
    run::{self, How},
    trust,
};
use hognose::{Bundle, Engine, Runner};

pub(super) fn exec(args: &ExecArgs) -> Result<u8, Failure> {
    let (bundle, command) = find(args)?;
    let request = program::command(args, command, &bundle.manifest().limits.suggested)?;
    let cache = run::cache(args.runtime.no_cache);
    let runner = Runner::with_cache(&bundle, &Engine::new(), &cache).map_err(Failure::new)?;
    let how = How { stdin_is_free: true, json: args.json, out: args.world.out.as_deref() };
    run::execute(&how, |options| runner.run_with(request, options).map_err(Failure::new))
}

/// The bundle that has the command: the one that is named with it, else the one of `--bundle`, else
/// the only one that is installed and has it.
fn find(args: &ExecArgs) -> Result<(Bundle, &str), Failure> {
    let policy = trust::policy(&args.runtime.trust)?;
    if let Some((bundle, command)) = args.name.split_once(':') {
        let BundleName { name, version } = bundle.parse().map_err(Failure::usage)?;
        let loaded = install::store()?.load(&name, version.as_ref(), &policy);
        return Ok((loaded.map_err(Failure::new)?, command));
    }
    let command = args.name.as_str();
    let mut named = None;
    if let Some(dir) = &args.runtime.bundle {
        let bundle = Bundle::load_with(dir, &policy).map_err(Failure::new)?;
        if bundle.manifest().command(command).is_some() {
            return Ok((bundle, command));
        }
        named = Some(bundle);
    }
    let mut found: Vec<Bundle> = Vec::new();
    let installed = install::store().map(|store| store.list()).unwrap_or_default();
    for at in installed {
        // The newest version comes first. One that may not run is nobody's command.
        if found.iter().any(|it| it.manifest().name == at.name) {
            continue;
        }
        if let Ok(bundle) = Bundle::load_with(&at.dir, &policy)
            && bundle.manifest().command(command).is_some()
        {
            found.push(bundle);
        }
    }
    if found.len() > 1 {
        let all: Vec<_> = found.iter().map(|it| format!("{}:{command}", it.name())).collect();
        let all = all.join(", ");
        return Err(Failure::new(format!("{command}: several bundles have it: name one of {all}")));
    }
    match (found.pop(), named) {
        // Its runner says what it has.
        (Some(bundle), _) | (None, Some(bundle)) => Ok((bundle, command)),
        (None, None) => Err(Failure::new(format!(
            "{command}: no installed bundle has it (see hognose bundle list), and there is no --bundle"
        ))),
    }
}
