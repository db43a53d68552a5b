//! Writes the metered module.

use super::{
    ADDED, Charges, HOOKS, MeterError, SECTION, VERSION,
    added::Added,
    survey::{Charge, Survey, Surveyed},
    work,
};
use alloc::{string::ToString, vec, vec::Vec};
use core::convert::Infallible;
use wasm_encoder::{
    CodeSection, CustomSection, DataCountSection, DataSection, ElementSection, ExportSection,
    Function, FunctionSection, GlobalSection, ImportSection, MemorySection, Module, TableSection,
    TagSection, TypeSection, ValType,
    reencode::{self, Reencode},
};
use wasmparser::{Export, Operator, Parser, Payload};

/// The price of throwing an exception, in fuel. An engine unwinds the stack frame by frame, which
/// takes microseconds where an operator takes a nanosecond.
const THROW: i64 = 1_000;

/// Writes a surveyed module again, section by section, with what metering adds.
///
/// Custom sections are left out: names, debugging data and branch hints speak of indices and
/// offsets that have moved.
pub(super) fn rewrite(
    wasm: &[u8],
    survey: &Survey<'_>,
    charges: Charges,
) -> Result<Vec<u8>, MeterError> {
    let added = Added::to(survey)?;
    let mut shift = Shift(&added);

    let mut types = TypeSection::new();
    let mut imports = ImportSection::new();
    let mut functions = FunctionSection::new();
    let mut tables = TableSection::new();
    let mut memories = MemorySection::new();
    let mut tags = TagSection::new();
    let mut globals = GlobalSection::new();
    let mut exports = ExportSection::new();
    let mut elements = ElementSection::new();
    let mut data_count = None;
    let mut data = DataSection::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::TypeSection(section) => shift.parse_type_section(&mut types, section)?,
            Payload::ImportSection(section) => shift.parse_import_section(&mut imports, section)?,
            Payload::FunctionSection(section) => {
                shift.parse_function_section(&mut functions, section)?;
            }
            Payload::TableSection(section) => shift.parse_table_section(&mut tables, section)?,
            Payload::MemorySection(section) => {
                shift.parse_memory_section(&mut memories, section)?;
            }
            Payload::TagSection(section) => shift.parse_tag_section(&mut tags, section)?,
            Payload::GlobalSection(section) => shift.parse_global_section(&mut globals, section)?,
            Payload::ExportSection(section) => shift.parse_export_section(&mut exports, section)?,
            Payload::ElementSection(section) => {
                shift.parse_element_section(&mut elements, section)?;
            }
            Payload::DataCountSection { count, .. } => {
                data_count = Some(DataCountSection { count });
            }
            Payload::DataSection(section) => shift.parse_data_section(&mut data, section)?,
            // A start section was refused; code comes from the survey.
            _ => {}
        }
    }
    added.types(&mut types);
    added.import(&mut imports);
    added.functions(&mut functions);
    Added::globals(&mut globals);
    added.exports(&mut exports);
    let mut code = CodeSection::new();
    for (index, function) in (survey.imported..).zip(&survey.functions) {
        code.function(&shift.function(index, function, survey, charges)?);
    }
    added.code(&mut code, charges);

    let mut module = Module::new();
    module.section(&types);
    if !imports.is_empty() {
        module.section(&imports);
    }
    module.section(&functions);
    if !tables.is_empty() {
        module.section(&tables);
    }
    if !memories.is_empty() {
        module.section(&memories);
    }
    if !tags.is_empty() {
        module.section(&tags);
    }
    module.section(&globals);
    module.section(&exports);
    if !elements.is_empty() {
        module.section(&elements);
    }
    if let Some(data_count) = data_count {
        module.section(&data_count);
    }
    module.section(&code);
    if !data.is_empty() {
        module.section(&data);
    }
    let version = VERSION.to_string();
    module.section(&CustomSection { name: SECTION.into(), data: version.as_bytes().into() });
    Ok(module.finish())
}

/// Encodes what was parsed, with every function's index where the function has moved to.
struct Shift<'a>(&'a Added);

impl Reencode for Shift<'_> {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, reencode::Error> {
        Ok(self.0.shifted(function))
    }

    /// All but those of an old meter, whose names are the new one's, and those for the pass alone.
    fn parse_export(
        &mut self,
        exports: &mut ExportSection,
        export: Export<'_>,
    ) -> Result<(), reencode::Error> {
        if ADDED.contains(&export.name) || HOOKS.contains(&export.name) {
            return Ok(());
        }
        reencode::utils::parse_export(self, exports, export)
    }
}

impl Shift<'_> {
    fn function(
        &mut self,
        index: u32,
        function: &Surveyed<'_>,
        survey: &Survey<'_>,
        mode: Charges,
    ) -> Result<Function, MeterError> {
        let added = self.0;
        let mut locals = Vec::new();
        let mut scratch = function.parameters;
        for declared in function.body.get_locals_reader()? {
            let (count, ty) = declared?;
            scratch = scratch.saturating_add(count);
            locals.push((count, self.val_type(ty)?));
        }
        let charged = function.charge.is_own() && mode != Charges::Nowhere;
        if charged {
            locals.push((1, ValType::I64));
        }
        let says = mode == Charges::AsItSays;
        let charge = survey.charge.filter(|_| says);
        let loops_charged = charged && !(says && survey.dispatch == Some(index));
        let ahead = work::ahead(&function.operators, |callee| survey.left_to_callers(callee))?;
        let copied =
            if loops_charged { loops_that_copy(&function.operators, survey) } else { vec![] };
        let mut copied_until = 0;
        let mut metered = Function::new(locals);
        let (mut code, price) = (metered.instructions(), ahead[0].price());
        match function.charge {
            _ if !charged => {}
            Charge::Blind => added.charge_blindly(&mut code, price),
            _ => added.charge(&mut code, price, scratch),
        }
        for (at, operator) in function.operators.iter().enumerate() {
            let mut code = metered.instructions();
            match operator {
                Operator::MemoryGrow { .. } => {
                    code.call(added.grow_memory());
                    continue;
                }
                Operator::TableGrow { table } => {
                    code.call(added.grow_table(*table));
                    continue;
                }
                Operator::Call { function_index } if charge == Some(*function_index) => {
                    added.charge_as_told(&mut code, scratch);
                    continue;
                }
                _ if mode == Charges::Nowhere => {}
                Operator::Loop { .. }
                    if at >= copied_until && copied.get(at).is_some_and(|end| *end > at) =>
                {
                    copied_until = copied[at];
                    added.copy(&mut code, scratch);
                }
                // Of all of these the length is the last operand.
                Operator::MemoryInit { .. } => {
                    code.call(added.charge_bytes());
                }
                Operator::TableFill { .. }
                | Operator::TableCopy { .. }
                | Operator::TableInit { .. } => {
                    code.call(added.charge_entries());
                }
                Operator::Throw { .. } | Operator::ThrowRef => {
                    added.charge_and_yield(&mut code, THROW);
                }
                _ => {}
            }
            added.stack.before(operator, &mut code);
            if let Some(function) = added.stack.in_place_of(operator) {
                code.call(function);
                continue;
            }
            metered.instruction(&self.instruction(operator.clone())?);
            if loops_charged && matches!(operator, Operator::Loop { .. }) {
                let (mut code, price) = (metered.instructions(), ahead[at + 1].price());
                if at < copied_until {
                    added.charge_copied(&mut code, price, scratch);
                } else {
                    added.charge(&mut code, price, scratch);
                }
            }
        }
        Ok(metered)
    }
}

/// For every loop in which nothing but its own charges touches the fuel, where it ends; 0 elsewhere.
fn loops_that_copy(operators: &[Operator<'_>], survey: &Survey<'_>) -> Vec<usize> {
    let mut ends = vec![0; operators.len()];
    // Of each block that is open: its start where it is a loop, and whether the fuel is touched.
    let mut open: Vec<(Option<usize>, bool)> = Vec::new();
    for (at, operator) in operators.iter().enumerate() {
        match operator {
            Operator::Block { .. } | Operator::If { .. } | Operator::TryTable { .. } => {
                open.push((None, false));
            }
            Operator::Loop { .. } => open.push((Some(at), false)),
            Operator::End => {
                let Some((start, touched)) = open.pop() else { break };
                match (start, open.last_mut()) {
                    (_, Some(around)) if touched => around.1 = true,
                    (Some(start), _) if !touched => ends[start] = at,
                    _ => {}
                }
            }
            _ if survey.touches_fuel(operator) => {
                if let Some(around) = open.last_mut() {
                    around.1 = true;
                }
            }
            _ => {}
        }
    }
    ends
}
