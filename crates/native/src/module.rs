//! A metered, compiled command.

use crate::{
    cache::{Entry, ModuleCache},
    engine::{self, Engine, Image, LiveInstance, Parts},
};
use hognose_core::{
    bundle::{VerifiedModule, sha256_hex},
    meter, run,
};
use std::{
    borrow::Cow,
    fmt,
    sync::{Arc, OnceLock},
};
use wasmer::{ExportType, ExternType, FunctionType, ImportType, Type};
use wasmparser::{Parser, Payload};

/// Why a WebAssembly module cannot be run.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ModuleError {
    /// The metering pass does not take it, and nothing runs without limits.
    #[error("the module cannot be metered: {0}")]
    Metering(#[from] meter::MeterError),
    /// It is not valid, or uses what this engine does not have.
    #[error("the module does not compile: {0}")]
    Compile(#[source] wasmer::CompileError),
    /// It imports something that is not a WASI preview-1 call.
    #[error("the module imports {module}.{name}, which is not a WASI preview-1 call")]
    UnknownImport {
        /// The import's module.
        module: String,
        /// The import's name.
        name: String,
    },
    /// It imports a preview-1 call with another type.
    #[error("the module imports {name} as {actual}, but it is {expected}")]
    ImportType {
        /// The call.
        name: String,
        /// The type that the module gives it.
        actual: String,
        /// Its type.
        expected: String,
    },
    /// It does not export what a command must.
    #[error("the module does not export {name} as {expected}: it is not a WASI preview-1 command")]
    Export {
        /// The export.
        name: &'static str,
        /// Its type.
        expected: &'static str,
    },
    /// It is a bundle's and does not count its own work.
    #[error("the module is not metered: it does not export {name} as {expected}")]
    Unmetered {
        /// The export.
        name: &'static str,
        /// Its type.
        expected: &'static str,
    },
    /// No guest could be made of it: it asks for too much, or has data for where there is no memory.
    #[error("the module cannot be instantiated: {0}")]
    Instantiate(String),
    /// What the metering pass added does not work.
    #[error("the metered module does not answer to its meter")]
    Meter,
    /// The runtime did not become ready.
    #[error("the runtime does not open")]
    Open,
    /// The memory that a session had cannot be had again.
    #[error("no memory could be had for the session")]
    Memory,
}

/// A WASI preview-1 command, metered and compiled. Cheap to clone; clones share the code.
///
/// ```no_run
/// use hognose::{Engine, Module};
/// let wasm = std::fs::read("command.wasm")?;
/// let module = Module::compile(&Engine::new(), &wasm)?;
/// # let _ = module;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Module {
    inner: Arc<Inner>,
}

struct Inner {
    // Before the engine: the code must go first.
    wasmer: wasmer::Module,
    engine: Engine,
    imports: Vec<String>,
    minimum_memory_bytes: u64,
    holds_exception_references: bool,
    sha256: String,
    /// What guests start with that are opened, and can be kept: only those of a bundle's module that
    /// exports what that needs.
    data: Option<Arc<Image>>,
    image: OnceLock<Arc<Image>>,
}

impl Module {
    pub(crate) const MEMORY: &str = meter::names::MEMORY;
    pub(crate) const START: &str = "_start";

    /// Meters and compiles `wasm`, a WASI preview-1 command.
    pub fn compile(engine: &Engine, wasm: &[u8]) -> Result<Self, ModuleError> {
        Self::compile_metered(engine, &meter_foreign(wasm)?, Source::foreign(sha256_hex(wasm)))
    }

    fn compile_metered(engine: &Engine, wasm: &[u8], source: Source) -> Result<Self, ModuleError> {
        let compiled = wasmer::Module::new(engine.wasmer(), wasm).map_err(ModuleError::Compile)?;
        let holds_exception_references = engine::holds_exception_references(wasm);
        Self::check(engine, compiled, holds_exception_references, source)
    }

    /// Like [`compile`](Self::compile), but takes the result from `cache` where it is there, and
    /// puts it there where it is not. A cache that cannot be used is as good as none.
    pub fn compile_cached(
        engine: &Engine,
        wasm: &[u8],
        cache: &ModuleCache,
    ) -> Result<Self, ModuleError> {
        let sha256 = sha256_hex(wasm);
        let key = format!("{sha256} meter {}", meter::VERSION);
        let source = Source::foreign(sha256);
        Self::load(engine, &key, source, cache, || meter_foreign(wasm).map(Cow::Owned))
    }

    /// Compiles a bundle's module, or takes it from the cache, where it is kept under the hashes of
    /// manifest and module. It is metered already, as its manifest vouches.
    pub(crate) fn verified(
        engine: &Engine,
        module: &VerifiedModule<'_>,
        cache: &ModuleCache,
    ) -> Result<Self, ModuleError> {
        let sha256 = module.identity().sha256.clone();
        let manifest = module.identity().manifest_sha256.as_deref().unwrap_or_default();
        let mut key = format!("{sha256} of {manifest}");
        let mut wasm = Cow::Borrowed(module.wasm());
        let mut source = Source::foreign(sha256);
        if exports_all(&wasm, &KEPT)
            && let Some(Parts { module, memory }) = engine::take_apart(&wasm)
        {
            key.push_str(" without its data");
            wasm = Cow::Owned(module);
            source.data = Some(memory);
        }
        Self::load(engine, &key, source, cache, || Ok(wasm))
    }

    fn load<'a>(
        engine: &Engine,
        key: &str,
        source: Source,
        cache: &ModuleCache,
        metered: impl FnOnce() -> Result<Cow<'a, [u8]>, ModuleError>,
    ) -> Result<Self, ModuleError> {
        let key = format!("{key} {}", engine.fingerprint());
        if let Some(entry) = cache.get(&key) {
            // SAFETY: the entry is what a Hognose of this user wrote under this key, unchanged:
            // see the trust model in `cache`. The key names the version of wasmer that made it,
            // its settings and the CPU's features.
            let module = unsafe { wasmer::Module::deserialize(engine.wasmer(), entry.artifact) };
            if let Ok(module) = module {
                return Self::check(engine, module, entry.holds_exception_references, source);
            }
        }
        let module = Self::compile_metered(engine, &metered()?, source)?;
        if cache.is_on()
            && let Ok(artifact) = module.wasmer().serialize()
        {
            let holds_exception_references = module.keeps_exceptions();
            cache.put(&key, &Entry { artifact, holds_exception_references });
        }
        Ok(module)
    }

    /// Checks that it is a command, so that nothing of the kind can fail in a run.
    fn check(
        engine: &Engine,
        module: wasmer::Module,
        holds_exception_references: bool,
        source: Source,
    ) -> Result<Self, ModuleError> {
        let imports =
            module.imports().map(|import| check_import(&import)).collect::<Result<_, _>>()?;
        let exports: Vec<_> = module.exports().collect();
        for (name, params, results, expected) in FUNCTIONS {
            let is_it = |export: &ExportType| match export.ty() {
                ExternType::Function(ty) => {
                    export.name() == name && ty.params() == params && ty.results() == results
                }
                _ => false,
            };
            if !exports.iter().any(is_it) {
                return Err(match name {
                    Self::START => ModuleError::Export { name, expected },
                    _ => ModuleError::Unmetered { name, expected },
                });
            }
        }
        let memory = exports.iter().find_map(|export| match export.ty() {
            ExternType::Memory(ty) if export.name() == Self::MEMORY => Some(*ty),
            _ => None,
        });
        let memory = memory
            .ok_or(ModuleError::Export { name: Self::MEMORY, expected: "its linear memory" })?;
        Ok(Self {
            inner: Arc::new(Inner {
                wasmer: module,
                engine: engine.clone(),
                imports,
                minimum_memory_bytes: memory.minimum.bytes().0 as u64,
                holds_exception_references,
                data: source.data.map(|data| Arc::new(Image::new(data))),
                sha256: source.sha256,
                image: OnceLock::new(),
            }),
        })
    }

    /// SHA-256 of the module as it was given, in lower-case hexadecimal.
    pub fn sha256(&self) -> &str {
        &self.inner.sha256
    }

    pub(crate) fn wasmer(&self) -> &wasmer::Module {
        &self.inner.wasmer
    }

    pub(crate) fn engine(&self) -> &Engine {
        &self.inner.engine
    }

    /// The names of the preview-1 calls that it imports, in its own order.
    pub(crate) fn imports(&self) -> &[String] {
        &self.inner.imports
    }

    /// The linear memory that it has from the start.
    pub(crate) fn minimum_memory_bytes(&self) -> u64 {
        self.inner.minimum_memory_bytes
    }

    /// Whether its guests are opened before they run, and can be kept between runs.
    pub(crate) fn is_kept(&self) -> bool {
        self.inner.data.is_some()
    }

    /// What guests start with that are opened.
    pub(crate) fn data(&self) -> Option<&Arc<Image>> {
        self.inner.data.as_ref()
    }

    /// The memory of a guest that was opened, made when it is first needed; `None` where there is no
    /// such thing.
    pub(crate) fn image(&self) -> Result<Option<&Arc<Image>>, ModuleError> {
        if !self.is_kept() {
            return Ok(None);
        }
        if self.inner.image.get().is_none() {
            let image = LiveInstance::image(self)?;
            return Ok(Some(self.inner.image.get_or_init(|| Arc::new(image))));
        }
        Ok(self.inner.image.get())
    }

    /// Whether it can keep an exception that it caught, in a value. Such a module is stopped after
    /// some 65 000 exceptions, or fewer that are large or thrown far down the stack, since the host
    /// has to keep them; another may throw any number. Python's runtime keeps none.
    pub fn keeps_exceptions(&self) -> bool {
        self.inner.holds_exception_references
    }
}

impl fmt::Debug for Module {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Module")
            .field("imports", &self.inner.imports)
            .field("minimum_memory_bytes", &self.inner.minimum_memory_bytes)
            .finish_non_exhaustive()
    }
}

/// Meters a module that nobody vouches for. One that says it is metered is believed nothing.
fn meter_foreign(wasm: &[u8]) -> Result<Vec<u8>, ModuleError> {
    Ok(meter::meter_again(wasm)?)
}

/// What is known of a module besides its code.
struct Source {
    sha256: String,
    /// The memory that its data comes to, if that was taken out of it.
    data: Option<Vec<u8>>,
}

impl Source {
    /// A module that is run as any other engine would run it.
    fn foreign(sha256: String) -> Self {
        Self { sha256, data: None }
    }
}

/// Whether a module exports all of these.
fn exports_all(wasm: &[u8], names: &[&str]) -> bool {
    let exports = Parser::new(0).parse_all(wasm).find_map(|payload| match payload {
        Ok(Payload::ExportSection(exports)) => Some(exports),
        _ => None,
    });
    let Some(exports) = exports else { return false };
    let exports: Vec<_> = exports.into_iter().flatten().map(|export| export.name).collect();
    names.iter().all(|name| exports.contains(name))
}

/// What a module exports whose guests can be kept.
const KEPT: [&str; 4] =
    [run::OPEN_EXPORT, run::RUN_EXPORT, run::RESULT_EXPORT, run::INTERRUPT_EXPORT];

/// The functions that a metered command exports.
const FUNCTIONS: [(&str, &[Type], &[Type], &str); 5] = [
    (Module::START, &[], &[], "() -> ()"),
    (meter::names::FUEL, &[], &[Type::I64], "() -> i64"),
    (meter::names::SET_FUEL, &[Type::I64], &[], "(i64) -> ()"),
    (meter::names::SET_MEMORY_LIMIT, &[Type::I32], &[], "(i32) -> ()"),
    (meter::names::MEMORY_REFUSALS, &[], &[Type::I32], "() -> i32"),
];

fn check_import(import: &ImportType) -> Result<String, ModuleError> {
    let (module, name) = (import.module().to_owned(), import.name().to_owned());
    let expected = (module == meter::names::MODULE).then(|| engine::signature(&name)).flatten();
    match (expected, import.ty()) {
        (None, _) => Err(ModuleError::UnknownImport { module, name }),
        (Some(expected), ExternType::Function(actual)) if *actual == expected => Ok(name),
        (Some(expected), actual) => Err(ModuleError::ImportType {
            name,
            actual: match actual {
                ExternType::Function(ty) => show(ty),
                _ => "something that is no function".to_owned(),
            },
            expected: show(&expected),
        }),
    }
}

fn show(ty: &FunctionType) -> String {
    let list = |types: &[Type]| {
        types.iter().map(|it| format!("{it:?}").to_lowercase()).collect::<Vec<_>>().join(", ")
    };
    format!("({}) -> ({})", list(ty.params()), list(ty.results()))
}
