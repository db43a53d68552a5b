//! Modules that wasm-smith makes of random bytes.

use arbitrary::Unstructured;
use std::sync::LazyLock;
use wasm_encoder::{
    ExportKind, ExportSection, Module,
    reencode::{self, Reencode},
};
use wasm_smith::Config;
use wasmparser::{ExportSectionReader, ExternalKind, Parser, Payload};

/// What they may import, already in the binary format.
static PREVIEW_1: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let text = r#"(module
        (import "wasi_snapshot_preview1" "fd_close" (func (param i32) (result i32)))
        (import "wasi_snapshot_preview1" "sched_yield" (func (result i32))))"#;
    wat::parse_str(text).unwrap_or_default()
});

/// A module, and whether it is certain that the pass takes it.
pub struct Made {
    pub wasm: Vec<u8>,
    pub takes: bool,
}

/// A random module. An even `kind` gives one that can be run, 1 one of all features that Hognose
/// takes, any other one of all features there are.
pub fn module(kind: u8, seed: &[u8]) -> Option<Made> {
    let all_taken = Config {
        available_imports: Some(PREVIEW_1.clone()),
        allow_start_export: false,
        compact_imports_enabled: false,
        export_everything: true,
        gc_enabled: false,
        max_imports: 2,
        max_instructions: 400,
        max_memories: 1,
        max_memory32_bytes: 1 << 20,
        max_tables: 3,
        max_table_elements: 100,
        memory64_enabled: false,
        memory_max_size_required: true,
        min_funcs: 2,
        relaxed_simd_enabled: false,
        table_max_size_required: true,
        threads_enabled: false,
        wide_arithmetic_enabled: false,
        ..Config::default()
    };
    let (features, takes) = match kind {
        1 => (all_taken, true),
        _ if kind.is_multiple_of(2) => (Config { exceptions_enabled: false, ..all_taken }, true),
        _ => (Config { max_memories: 3, max_imports: 10, ..Config::default() }, false),
    };
    let module = wasm_smith::Module::new(features, &mut Unstructured::new(seed)).ok()?;
    let mut exported = Module::new();
    let wasm = module.to_bytes();
    ExportMemory.parse_core_module(&mut exported, Parser::new(0), &wasm).ok()?;
    Some(Made { wasm: exported.finish(), takes })
}

/// The most locals that a function of a module has, of those that can be read.
pub fn most_locals(wasm: &[u8]) -> u32 {
    let mut most = 0;
    for payload in Parser::new(0).parse_all(wasm) {
        let Ok(Payload::CodeSectionEntry(body)) = payload else { continue };
        let Ok(locals) = body.get_locals_reader() else { continue };
        let counts = locals.into_iter().flatten().map(|(count, _)| count);
        most = most.max(counts.fold(0, u32::saturating_add));
    }
    most
}

/// Exports the memory as preview 1 wants it, where nothing else has its name.
struct ExportMemory;

/// Something is exported as the memory is to be.
struct NameTaken;

impl Reencode for ExportMemory {
    type Error = NameTaken;

    fn parse_export_section(
        &mut self,
        exports: &mut ExportSection,
        section: ExportSectionReader<'_>,
    ) -> Result<(), reencode::Error<NameTaken>> {
        let mut memory = None;
        for export in section {
            let export = export?;
            if export.name == "memory" {
                return Err(reencode::Error::UserError(NameTaken));
            }
            if export.kind == ExternalKind::Memory {
                memory = Some(export.index);
            }
            self.parse_export(exports, export)?;
        }
        if let Some(memory) = memory {
            exports.export("memory", ExportKind::Memory, memory);
        }
        Ok(())
    }
}
