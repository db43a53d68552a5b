//! What a metered module has and its original had not: globals, functions and exports.

use super::{Charges, MAX_TABLE_ENTRIES, MeterError, names, stack::Stack, survey::Survey};
use alloc::vec::Vec;
use wasm_encoder::{
    BlockType, CodeSection, ConstExpr, ExportKind, ExportSection, Function, FunctionSection,
    GlobalSection, GlobalType, ImportSection, InstructionSink, RefType, TypeSection, ValType,
    reencode::{Reencode, RoundtripReencoder},
};

/// Fuel of a module that nobody has set any: it runs as if it were not metered.
const NO_FUEL_LIMIT: i64 = i64::MAX;
/// The memory ceiling, in pages, of a module that nobody has set one: it has none.
const NO_MEMORY_LIMIT: i32 = -1;
/// Bytes of a bulk memory operation for a unit of fuel, as a power of two: 8, what an `i64.store`
/// writes.
const BYTES_PER_UNIT_LOG2: u32 = 3;
/// Bytes of a page of memory, as a power of two.
const PAGE_LOG2: u32 = 16;

/// The indices, in the metered module, of what the pass adds.
pub(super) struct Added {
    /// `sched_yield`, the module's own import or the one added.
    yields: u32,
    types: u32,
    functions: u32,
    /// The fuel; the ceiling and the refusals of memory follow.
    fuel: u32,
    tables: Vec<RefType>,
    has_memory: bool,
    imports_yield: bool,
    pub(super) stack: Stack,
}

impl Added {
    pub(super) fn to(survey: &Survey<'_>) -> Result<Self, MeterError> {
        let imports_yield = survey.yields.is_none();
        let defined = u32::try_from(survey.functions.len()).unwrap_or(u32::MAX);
        let tables: Vec<RefType> = survey
            .tables
            .iter()
            .map(|table| RoundtripReencoder.ref_type(table.element_type))
            .collect::<Result<_, _>>()?;
        let functions = survey.imported + u32::from(imports_yield) + defined;
        let table_count = u32::try_from(survey.tables.len()).unwrap_or(u32::MAX);
        let after = functions + 6 + table_count + u32::from(survey.has_memory());
        Ok(Self {
            stack: Stack::of(survey, tables.clone(), survey.types + 5 + table_count, after),
            yields: survey.yields.unwrap_or(survey.imported),
            types: survey.types,
            functions,
            fuel: survey.globals,
            tables,
            has_memory: survey.has_memory(),
            imports_yield,
        })
    }

    /// The function's index in the metered module.
    pub(super) fn shifted(&self, function: u32) -> u32 {
        // The added import is the last, in the place of the first function that is defined.
        function + u32::from(self.imports_yield && function >= self.yields)
    }

    // The added functions, in the order in which `code` writes them.

    fn get_fuel(&self) -> u32 {
        self.functions
    }

    fn set_fuel(&self) -> u32 {
        self.functions + 1
    }

    fn set_memory_limit(&self) -> u32 {
        self.functions + 2
    }

    fn memory_refusals(&self) -> u32 {
        self.functions + 3
    }

    /// `(n) -> n`: charges for so many bytes.
    pub(super) fn charge_bytes(&self) -> u32 {
        self.functions + 4
    }

    /// `(n) -> n`: charges for so many table entries.
    pub(super) fn charge_entries(&self) -> u32 {
        self.functions + 5
    }

    /// In the place of `table.grow`.
    pub(super) fn grow_table(&self, table: u32) -> u32 {
        self.functions + 6 + table
    }

    /// In the place of `memory.grow`.
    pub(super) fn grow_memory(&self) -> u32 {
        self.functions + 6 + u32::try_from(self.tables.len()).unwrap_or(u32::MAX)
    }

    fn memory_limit(&self) -> u32 {
        self.fuel + 1
    }

    fn refusals(&self) -> u32 {
        self.fuel + 2
    }

    pub(super) fn types(&self, section: &mut TypeSection) {
        use ValType::{I32, I64, Ref};
        section.ty().function([], [I64]);
        section.ty().function([I64], []);
        section.ty().function([I32], []);
        section.ty().function([], [I32]);
        section.ty().function([I32], [I32]);
        for table in &self.tables {
            section.ty().function([Ref(*table), I32], [I32]);
        }
        self.stack.types(section);
    }

    pub(super) fn import(&self, section: &mut ImportSection) {
        if self.imports_yield {
            let no_parameters_i32 = wasm_encoder::EntityType::Function(self.types + 3);
            section.import(names::MODULE, names::YIELD, no_parameters_i32);
        }
    }

    pub(super) fn functions(&self, section: &mut FunctionSection) {
        let types = (0..4).chain([4, 4]).chain((5..).take(self.tables.len()));
        for ty in types.chain(self.has_memory.then_some(4)) {
            section.function(self.types + ty);
        }
        self.stack.functions(section);
    }

    pub(super) fn globals(section: &mut GlobalSection) {
        let mutable = |val_type| GlobalType { val_type, mutable: true, shared: false };
        section.global(mutable(ValType::I64), &ConstExpr::i64_const(NO_FUEL_LIMIT));
        section.global(mutable(ValType::I32), &ConstExpr::i32_const(NO_MEMORY_LIMIT));
        section.global(mutable(ValType::I32), &ConstExpr::i32_const(0));
    }

    /// Functions and not the globals: V8 keeps an exported mutable global outside of the instance,
    /// one load further from every charge.
    pub(super) fn exports(&self, section: &mut ExportSection) {
        section.export(names::FUEL, ExportKind::Func, self.get_fuel());
        section.export(names::SET_FUEL, ExportKind::Func, self.set_fuel());
        section.export(names::SET_MEMORY_LIMIT, ExportKind::Func, self.set_memory_limit());
        section.export(names::MEMORY_REFUSALS, ExportKind::Func, self.memory_refusals());
    }

    pub(super) fn code(&self, section: &mut CodeSection, mode: Charges) {
        let mut add = |locals: &[(u32, ValType)], write: &dyn Fn(&mut InstructionSink<'_>)| {
            let mut function = Function::new(locals.iter().copied());
            write(&mut function.instructions());
            function.instructions().end();
            section.function(&function);
        };
        add(&[], &|code| {
            code.global_get(self.fuel);
        });
        add(&[], &|code| {
            code.local_get(0).global_set(self.fuel);
        });
        add(&[], &|code| {
            code.local_get(0).global_set(self.memory_limit());
        });
        add(&[], &|code| {
            code.global_get(self.refusals());
        });
        add(&[(1, ValType::I64)], &|code| {
            self.charge_for_bytes(code, 0, 1);
            code.local_get(0);
        });
        add(&[(1, ValType::I64)], &|code| {
            code.local_get(0).i64_extend_i32_u();
            self.charge_for_length(code, 1);
            code.local_get(0);
        });
        for table in 0..u32::try_from(self.tables.len()).unwrap_or(u32::MAX) {
            add(&[], &|code| self.bounded_table_grow(code, table));
        }
        if self.has_memory {
            add(&[(1, ValType::I64)], &|code| self.bounded_memory_grow(code));
        }
        self.stack.code(section, &|code, length, scratch| {
            if mode != Charges::Nowhere {
                self.charge_for_bytes(code, length, scratch);
            }
        });
    }

    /// Charges `price` units. `scratch` is a local of type `i64`.
    pub(super) fn charge(&self, code: &mut InstructionSink<'_>, price: i64, scratch: u32) {
        code.global_get(self.fuel).i64_const(price).i64_sub();
        self.settle(code, scratch);
    }

    /// Makes `scratch` what is left, for [`charge_copied`](Self::charge_copied).
    pub(super) fn copy(&self, code: &mut InstructionSink<'_>, scratch: u32) {
        code.global_get(self.fuel).local_set(scratch);
    }

    /// Charges `price` units where `scratch` is what is left. It saves reading the fuel right after
    /// it was written, which is what a short loop would wait for.
    pub(super) fn charge_copied(&self, code: &mut InstructionSink<'_>, price: i64, scratch: u32) {
        code.local_get(scratch).i64_const(price).i64_sub();
        code.local_tee(scratch).global_set(self.fuel);
        code.local_get(scratch).i64_const(0).i64_lt_s();
        code.if_(BlockType::Empty).call(self.yields).drop();
        self.copy(code, scratch);
        code.end();
    }

    /// Charges `price` units and yields, whatever is left.
    pub(super) fn charge_and_yield(&self, code: &mut InstructionSink<'_>, price: i64) {
        self.charge_blindly(code, price);
        code.call(self.yields).drop();
    }

    /// Charges what is on the stack, an `i32`.
    pub(super) fn charge_as_told(&self, code: &mut InstructionSink<'_>, scratch: u32) {
        code.i64_extend_i32_u().local_set(scratch);
        code.global_get(self.fuel).local_get(scratch).i64_sub();
        self.settle(code, scratch);
    }

    /// Charges for as many bytes as a local says.
    fn charge_for_bytes(&self, code: &mut InstructionSink<'_>, length: u32, scratch: u32) {
        code.local_get(length).i64_extend_i32_u();
        code.i64_const(i64::from(BYTES_PER_UNIT_LOG2)).i64_shr_u();
        self.charge_for_length(code, scratch);
    }

    /// Charges `price` units without a look whether they are left.
    pub(super) fn charge_blindly(&self, code: &mut InstructionSink<'_>, price: i64) {
        code.global_get(self.fuel).i64_const(price).i64_sub().global_set(self.fuel);
    }

    /// Charges what is on the stack, an `i64`, and one unit more.
    fn charge_for_length(&self, code: &mut InstructionSink<'_>, scratch: u32) {
        code.local_set(scratch);
        code.global_get(self.fuel).local_get(scratch).i64_sub().i64_const(1).i64_sub();
        self.settle(code, scratch);
    }

    /// Takes what is on the stack as the fuel that is left, and yields when that is below zero.
    fn settle(&self, code: &mut InstructionSink<'_>, scratch: u32) {
        code.local_tee(scratch).global_set(self.fuel);
        code.local_get(scratch).i64_const(0).i64_lt_s();
        code.if_(BlockType::Empty).call(self.yields).drop().end();
    }

    /// `table.grow` within [`MAX_TABLE_ENTRIES`].
    fn bounded_table_grow(&self, code: &mut InstructionSink<'_>, table: u32) {
        let (init, delta) = (0, 1);
        // A table never has more, so the room left is never below zero.
        code.local_get(delta);
        code.i32_const(MAX_TABLE_ENTRIES.cast_signed()).table_size(table).i32_sub();
        code.i32_gt_u().if_(BlockType::Empty).i32_const(-1).return_().end();
        code.local_get(init);
        code.local_get(delta).call(self.charge_entries()).table_grow(table);
    }

    /// `memory.grow` within the ceiling.
    fn bounded_memory_grow(&self, code: &mut InstructionSink<'_>) {
        let (delta, scratch) = (0, 1);
        // In 64 bits nothing overflows. Growing by nothing is always allowed, even above the
        // ceiling: it is how a guest asks for the size.
        code.local_get(delta).if_(BlockType::Empty);
        code.memory_size(0).i64_extend_i32_u().local_get(delta).i64_extend_i32_u().i64_add();
        code.global_get(self.memory_limit()).i64_extend_i32_u().i64_gt_u();
        code.if_(BlockType::Empty);
        self.count_refusal(code);
        code.i32_const(-1).return_().end().end();
        // The engine clears the new pages: that is a fill.
        code.local_get(delta).i64_extend_i32_u();
        code.i64_const(i64::from(PAGE_LOG2 - BYTES_PER_UNIT_LOG2)).i64_shl();
        self.charge_for_length(code, scratch);
        code.local_get(delta).memory_grow(0).local_tee(delta);
        code.i32_const(-1).i32_eq().if_(BlockType::Empty);
        self.count_refusal(code);
        code.end().local_get(delta);
    }

    /// Adds one to the refusals, up to 2³² − 1.
    fn count_refusal(&self, code: &mut InstructionSink<'_>) {
        code.global_get(self.refusals());
        code.global_get(self.refusals()).i32_const(-1).i32_ne();
        code.i32_add().global_set(self.refusals());
    }
}
