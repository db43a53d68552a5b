//! Room on the native stack for an engine's own code.
//!
//! Engines run code of their own on what is left of a guest's stack: to throw, and where an
//! operator that is a call into the engine traps. wasmer's takes locks of the process there
//! (libgcc's of frame tables, the allocator's); when the guest's stack ends in the midst of that,
//! it is unwound with the lock taken, and the process waits for it for ever. So before each such
//! operator stands a call of a function that needs as much stack as that code, and does nothing: a
//! stack that does not have it is exhausted there, in the guest's own code, where nothing is locked.

use super::survey::Survey;
use alloc::vec::Vec;
use wasm_encoder::{
    BlockType, CodeSection, Function, FunctionSection, InstructionSink, RefType, TypeSection,
    ValType,
};
use wasmparser::Operator;

/// Parameters of a call that is never made but has its place in a frame: as many as WebAssembly
/// allows, 8 bytes each.
const WIDE: usize = 1_000;
/// Such frames below the first: 70 KiB all together. The first alone was enough for wasmer 7.4.2
/// with libgcc 12.
const FRAMES: i32 = 8;
/// Bytes of a page of memory, as a power of two.
const PAGE_LOG2: i64 = 16;

/// The indices, in the metered module, of the functions for this.
pub(super) struct Stack {
    types: u32,
    functions: u32,
    /// Whether the module has an operator that needs it; else nothing is added.
    wanted: bool,
    has_memory: bool,
    tables: Vec<RefType>,
}

impl Stack {
    /// With types and functions from these indices on.
    pub(super) fn of(
        survey: &Survey<'_>,
        tables: Vec<RefType>,
        types: u32,
        functions: u32,
    ) -> Self {
        let mut operators = survey.functions.iter().flat_map(|function| &function.operators);
        let wanted = operators.any(|operator| needs_room(operator) || may_need_room(operator));
        Self { types, functions, wanted, has_memory: survey.has_memory(), tables }
    }

    /// `(i32)`: needs the room.
    fn reserve(&self) -> u32 {
        self.functions
    }

    /// Never called.
    fn wide(&self) -> u32 {
        self.functions + 1
    }

    fn fill_memory(&self) -> u32 {
        self.functions + 2
    }

    fn copy_memory(&self) -> u32 {
        self.functions + 3
    }

    /// `(index) -> index`: makes sure of the room where a table has no such entry.
    fn check_index(&self, table: u32) -> u32 {
        self.functions + 2 + if self.has_memory { 2 } else { 0 } + table
    }

    /// In the place of `table.set`, whose index is not on top of the stack.
    fn set_table(&self, table: u32) -> u32 {
        self.check_index(table) + self.table_count()
    }

    fn table_count(&self) -> u32 {
        u32::try_from(self.tables.len()).unwrap_or(u32::MAX)
    }

    /// Makes sure of the room before an operator that may need it.
    pub(super) fn before(&self, operator: &Operator<'_>, code: &mut InstructionSink<'_>) {
        match operator {
            Operator::TableGet { table } => {
                code.call(self.check_index(*table));
            }
            _ if needs_room(operator) => self.make_sure(code),
            _ => {}
        }
    }

    /// The function in the place of an operator that is too common, and too seldom fails, for making
    /// sure each time. Those for memory charge for it as well.
    pub(super) fn in_place_of(&self, operator: &Operator<'_>) -> Option<u32> {
        match operator {
            Operator::MemoryFill { .. } => Some(self.fill_memory()),
            Operator::MemoryCopy { .. } => Some(self.copy_memory()),
            Operator::TableSet { table } => Some(self.set_table(*table)),
            _ => None,
        }
    }

    fn make_sure(&self, code: &mut InstructionSink<'_>) {
        code.i32_const(FRAMES).call(self.reserve());
    }

    pub(super) fn types(&self, section: &mut TypeSection) {
        if self.wanted {
            section.ty().function([ValType::I32], []);
            section.ty().function([ValType::I64; WIDE], []);
            section.ty().function([ValType::I32; 3], []);
            section.ty().function([ValType::I32], [ValType::I32]);
            for table in &self.tables {
                section.ty().function([ValType::I32, ValType::Ref(*table)], []);
            }
        }
    }

    pub(super) fn functions(&self, section: &mut FunctionSection) {
        if self.wanted {
            section.function(self.types).function(self.types + 1);
            if self.has_memory {
                section.function(self.types + 2).function(self.types + 2);
            }
            for _ in &self.tables {
                section.function(self.types + 3);
            }
            for table in 0..self.table_count() {
                section.function(self.types + 4 + table);
            }
        }
    }

    /// `charge` charges for the length in one local, with another, of type `i64`, to work in.
    pub(super) fn code(
        &self,
        section: &mut CodeSection,
        charge: &dyn Fn(&mut InstructionSink<'_>, u32, u32),
    ) {
        if !self.wanted {
            return;
        }
        let mut add = |locals: &[(u32, ValType)], write: &dyn Fn(&mut InstructionSink<'_>)| {
            let mut function = Function::new(locals.iter().copied());
            write(&mut function.instructions());
            function.instructions().end();
            section.function(&function);
        };
        add(&[], &|code| {
            code.local_get(0).if_(BlockType::Empty);
            code.local_get(0).i32_const(1).i32_sub().call(self.reserve()).end();
            // An engine cannot know that it is never below zero.
            code.local_get(0).i32_const(0).i32_lt_s().if_(BlockType::Empty);
            for _ in 0..WIDE {
                code.i64_const(0);
            }
            code.call(self.wide()).end();
        });
        add(&[], &|_| {});
        if self.has_memory {
            let (to, from, length, end) = (0, 1, 2, 3);
            add(&[(1, ValType::I64)], &|code| {
                charge(code, length, end);
                self.make_sure_beyond_memory(code, &[to], length, end);
                code.local_get(to).local_get(from).local_get(length).memory_fill(0);
            });
            add(&[(1, ValType::I64)], &|code| {
                charge(code, length, end);
                self.make_sure_beyond_memory(code, &[to, from], length, end);
                code.local_get(to).local_get(from).local_get(length).memory_copy(0, 0);
            });
        }
        let (index, value) = (0, 1);
        for table in 0..self.table_count() {
            add(&[], &|code| {
                code.local_get(index).table_size(table).i32_ge_u().if_(BlockType::Empty);
                self.make_sure(code);
                code.end().local_get(index);
            });
        }
        for table in 0..self.table_count() {
            add(&[], &|code| {
                code.local_get(index).call(self.check_index(table));
                code.local_get(value).table_set(table);
            });
        }
    }

    /// Makes sure of the room where one of these pieces of memory is not within it.
    fn make_sure_beyond_memory(
        &self,
        code: &mut InstructionSink<'_>,
        pieces: &[u32],
        length: u32,
        end: u32,
    ) {
        code.memory_size(0).i64_extend_i32_u().i64_const(PAGE_LOG2).i64_shl();
        code.local_get(length).i64_extend_i32_u().i64_sub().local_set(end);
        for piece in pieces {
            code.local_get(*piece).i64_extend_i32_u().local_get(end).i64_gt_s();
        }
        if pieces.len() > 1 {
            code.i32_or();
        }
        code.if_(BlockType::Empty);
        self.make_sure(code);
        code.end();
    }
}

/// Whether wasmer 7.4.2 makes a call into the engine of it that throws, or that traps and is seldom
/// or dear anyway. Operators whose traps are signals are not here: their handler has its own stack.
fn needs_room(operator: &Operator<'_>) -> bool {
    matches!(
        operator,
        Operator::Unreachable
            | Operator::Throw { .. }
            | Operator::ThrowRef
            | Operator::MemoryInit { .. }
            | Operator::TableFill { .. }
            | Operator::TableCopy { .. }
            | Operator::TableInit { .. }
    )
}

/// Whether it is one that may trap so, but is common and cheap: it is looked at first.
fn may_need_room(operator: &Operator<'_>) -> bool {
    matches!(
        operator,
        Operator::MemoryFill { .. }
            | Operator::MemoryCopy { .. }
            | Operator::TableGet { .. }
            | Operator::TableSet { .. }
    )
}
