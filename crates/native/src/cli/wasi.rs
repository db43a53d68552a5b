//! `hognose wasi`.

use super::{
    args::WasiArgs,
    exit::Failure,
    files::{self, fail},
    limits,
    program::{env_pair, utf8},
    run,
    streams::Streams,
};
use hognose::{
    CommandWorld, Content, Engine, Limits, Module, RunOptions, Tree, TreeEntry, run_command,
};
use std::{
    ffi::OsStr,
    fs, io,
    path::{Path, PathBuf},
};

pub(super) fn wasi(args: &WasiArgs) -> Result<u8, Failure> {
    let shown = args.module.display();
    let limits = limits::limits(Limits::default(), &args.limit)?;
    let mut world = CommandWorld { limits, ..CommandWorld::default() };
    // A command sees its own name without the directory, as most engines have it.
    let name = args.module.file_name().unwrap_or(args.module.as_os_str());
    world.args.push(utf8(name, "args[0]")?);
    for (index, arg) in args.args.iter().enumerate() {
        world.args.push(utf8(arg, &format!("args[{}]", index + 1))?);
    }
    for pair in &args.env {
        world.env.push(env_pair(pair)?);
    }
    let mut copier = Copier::new(&world.limits);
    for mapping in &args.dir {
        world.preopens.push(copier.preopen(mapping)?);
    }
    let wasm = files::module(&args.module)?;
    let module = Module::compile_cached(&Engine::new(), &wasm, &run::cache(args.no_cache))
        .map_err(|error| Failure::new(format!("{shown}: {error}")))?;

    let cancel = run::cancel_on_interrupt()?;
    let streams = Streams::new(cancel.clone());
    let passing = streams.clone();
    let options = RunOptions::new()
        .cancel(cancel)
        .live_stdin(io::stdin())
        .on_output(move |stream, bytes| passing.pass(stream, bytes));
    let ended = run_command(&module, world, options).map_err(Failure::new)?;
    Ok(run::finish(&streams, &ended.outcome))
}

/// Copies directories as they are: files, empty directories, symbolic links as links. More than
/// the workspace may hold is refused before it is read.
struct Copier {
    bytes_left: u64,
    entries_left: u64,
}

impl Copier {
    fn new(limits: &Limits) -> Self {
        Self { bytes_left: limits.workspace_bytes, entries_left: limits.workspace_files }
    }

    /// `HOST[:GUEST]` as the guest's name and what is in it.
    fn preopen(&mut self, mapping: &OsStr) -> Result<(String, Tree), Failure> {
        let (host, guest) = files::split("--dir", mapping)?;
        let guest = match guest {
            Some(guest) => guest,
            None => utf8(&host, "--dir")?,
        };
        let mut tree = Tree::new();
        self.copy(&PathBuf::from(host), "", &mut tree)?;
        Ok((guest, tree))
    }

    fn copy(&mut self, host: &Path, prefix: &str, tree: &mut Tree) -> Result<(), Failure> {
        for entry in fs::read_dir(host).map_err(|error| fail(host, &error))? {
            let entry = entry.map_err(|error| fail(host, &error))?;
            let path = entry.path();
            let guest = format!("{prefix}{}", utf8(&entry.file_name(), &path.to_string_lossy())?);
            let metadata = entry.metadata().map_err(|error| fail(&path, &error))?;
            let size = if metadata.is_file() { metadata.len() } else { 0 };
            let too_much = |limit: &str| {
                Failure::new(format!("{}: does not fit: raise --limit {limit}", path.display()))
            };
            self.entries_left =
                self.entries_left.checked_sub(1).ok_or_else(|| too_much("workspace_files"))?;
            self.bytes_left =
                self.bytes_left.checked_sub(size).ok_or_else(|| too_much("workspace_bytes"))?;
            let copied = if metadata.is_dir() {
                self.copy(&path, &format!("{guest}/"), tree)?;
                TreeEntry::Directory
            } else if metadata.is_symlink() {
                let target = fs::read_link(&path).map_err(|error| fail(&path, &error))?;
                TreeEntry::Symlink(utf8(target.as_os_str(), &path.to_string_lossy())?)
            } else if metadata.is_file() {
                let bytes = fs::read(&path).map_err(|error| fail(&path, &error))?;
                TreeEntry::File(Content::from(bytes))
            } else {
                let what = format!("{}: is neither a file nor a directory", path.display());
                return Err(Failure::new(what));
            };
            tree.entries.insert(guest, copied);
        }
        Ok(())
    }
}
