//! What holds for every module: random ones, and random damage to them.

use crate::{cases::cases, guest::Guest};
use arbitrary::Unstructured;
use hognose_core::meter::{MeterError, meter, meter_again};
use proptest::prelude::*;
use wasm_encoder::{
    ExportKind, ExportSection, Module,
    reencode::{self, Reencode},
};
use wasm_smith::Config;
use wasmparser::{ExportSectionReader, Parser};

/// What random modules may import.
const PREVIEW_1: &str = r#"(module
    (import "wasi_snapshot_preview1" "fd_close" (func (param i32) (result i32)))
    (import "wasi_snapshot_preview1" "sched_yield" (func (result i32))))"#;

/// The features that Hognose takes, and modules that fit a test.
fn config() -> Config {
    Config {
        available_imports: Some(wat::parse_str(PREVIEW_1).expect("it parses")),
        allow_start_export: false,
        compact_imports_enabled: false,
        export_everything: true,
        gc_enabled: false,
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
    }
}

/// A random module, its memory exported as preview 1 wants it.
fn module(seed: &[u8], config: Config, terminates: bool) -> Option<Vec<u8>> {
    let mut module = wasm_smith::Module::new(config, &mut Unstructured::new(seed)).ok()?;
    if terminates {
        module.ensure_termination(1_000).ok()?;
    }
    let mut exported = Module::new();
    ExportMemory.parse_core_module(&mut exported, Parser::new(0), &module.to_bytes()).ok()?;
    Some(exported.finish())
}

struct ExportMemory;

impl Reencode for ExportMemory {
    type Error = std::convert::Infallible;

    fn parse_export_section(
        &mut self,
        exports: &mut ExportSection,
        section: ExportSectionReader<'_>,
    ) -> Result<(), reencode::Error> {
        let mut memory = None;
        for export in section {
            let export = export?;
            if export.kind == wasmparser::ExternalKind::Memory {
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

fn seed() -> impl Strategy<Value = Vec<u8>> {
    proptest::collection::vec(any::<u8>(), 256..4096)
}

proptest! {
    #![proptest_config(cases(100))]

    /// Bytes that are no module, and those that only begin like one: refused, never a panic.
    #[test]
    fn any_bytes_are_refused(bytes in proptest::collection::vec(any::<u8>(), 0..512)) {
        prop_assert!(meter(&[b"?", &bytes[..]].concat()).is_err());
        // By chance it may be one: an empty module is.
        let _ = meter(&[b"\0asm\x01\0\0\0", &bytes[..]].concat());
    }

    /// Every valid module of the features that Hognose takes is metered, always the same.
    #[test]
    fn valid_modules_are_metered(seed in seed()) {
        let Some(wasm) = module(&seed, config(), false) else { return Ok(()) };
        // The pass validates what it wrote.
        let metered = meter(&wasm).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(metered, meter(&wasm).expect("as before"));
    }

    /// Whatever wasm-smith can make is metered or refused with a reason of its own, never with
    /// output that is not valid.
    #[test]
    fn any_module_is_metered_or_refused(seed in seed()) {
        let config = Config { max_memories: 3, max_imports: 10, ..Config::default() };
        let Some(wasm) = module(&seed, config, false) else { return Ok(()) };
        if let Err(error @ (MeterError::Output(_) | MeterError::Rewrite(_))) = meter(&wasm) {
            return Err(TestCaseError::fail(error.to_string()));
        }
    }

    /// Bytes changed, cut off or put in: metered or refused, never a panic.
    #[test]
    fn damaged_modules_do_no_damage(
        seed in seed(),
        damage in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..4_u8), 1..8),
    ) {
        let Some(mut wasm) = module(&seed, config(), false) else { return Ok(()) };
        for (at, byte, kind) in damage {
            let at = at.index(wasm.len());
            match kind {
                0 => wasm.truncate(at.max(8)),
                1 => wasm.insert(at, byte),
                2 => wasm[at] ^= 1 << (byte % 8),
                _ => wasm[at] = byte,
            }
        }
        if let Err(error @ (MeterError::Output(_) | MeterError::Rewrite(_))) = meter(&wasm) {
            return Err(TestCaseError::fail(error.to_string()));
        }
    }

    /// A metered module computes what the original computes, and costs the same whenever it runs,
    /// in one piece or in many slices. Metered once more it still does.
    #[test]
    fn metered_modules_compute_the_same(seed in seed()) {
        let config = Config { exceptions_enabled: false, max_imports: 2, ..config() };
        let Some(wasm) = module(&seed, config, true) else { return Ok(()) };
        let Ok(mut original) = Guest::of(&wasm) else { return Ok(()) };
        let metered = meter(&wasm).map_err(|error| TestCaseError::fail(error.to_string()))?;
        let mut once = Guest::of(&metered).expect("it starts as the original does");
        let mut again = Guest::of(&metered).expect("it starts as the original does");
        let twice = meter_again(&metered).map_err(|error| TestCaseError::fail(error.to_string()))?;
        let mut twice = Guest::of(&twice).expect("it starts as the original does");
        // The original has no fuel to set: its own calls of sched_yield stop it.
        let expected = original.call_all();
        prop_assert_eq!(&once.call_all(), &expected);
        prop_assert_eq!(&again.call_all(), &expected);
        prop_assert_eq!(&twice.call_all(), &expected);
        prop_assert_eq!(once.fuel(), again.fuel());
        prop_assert!(twice.fuel() <= once.fuel(), "the old charges cost nothing");
    }
}
