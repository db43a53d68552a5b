//! What the pass has to know of a module before it writes a byte, and what it does not take.

use super::{ADDED, MAX_TABLE_ENTRIES, MeterError, SECTION, names, work, work::Work};
use alloc::{borrow::ToOwned, collections::BTreeSet, vec, vec::Vec};
use wasmparser::{
    CompositeInnerType, ElementItems, ElementKind, Export, ExternalKind, FunctionBody, Operator,
    Parser, Payload, TableType, TypeRef, ValType,
};

/// A module, surveyed.
#[derive(Default)]
pub(super) struct Survey<'a> {
    /// How many types it has.
    pub(super) types: u32,
    /// How many functions it imports.
    pub(super) imported: u32,
    /// Its import of `sched_yield`.
    pub(super) yields: Option<u32>,
    /// Its tables.
    pub(super) tables: Vec<TableType>,
    /// How many globals it has.
    pub(super) globals: u32,
    /// The functions that it defines, in order.
    pub(super) functions: Vec<Surveyed<'a>>,
    /// Whether it says that it is metered.
    pub(super) metered: bool,
    /// An export of it that has a name which metering adds.
    pub(super) taken: Option<&'a str>,
    /// The function that it exports as [`names::CHARGE`].
    pub(super) charge: Option<u32>,
    /// The function that it exports as [`names::DISPATCH`].
    pub(super) dispatch: Option<u32>,
    /// The functions that it exports.
    exported: BTreeSet<u32>,
    has_memory: bool,
    exports_memory: bool,
}

/// A function that a module defines.
pub(super) struct Surveyed<'a> {
    /// How many parameters it has.
    pub(super) parameters: u32,
    /// Its body.
    pub(super) body: FunctionBody<'a>,
    /// The body's operators.
    pub(super) operators: Vec<Operator<'a>>,
    /// Who charges for it.
    pub(super) charge: Charge,
}

/// Who charges for what a function does.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Charge {
    /// It does by itself, and looks whether anything is left.
    Own,
    /// It does by itself, but does not look: it is short, and what it calls looks.
    Blind,
    /// Its callers.
    Callers(Work),
    /// Its callers, and a call of it leaves the fuel as it is.
    Quiet(Work),
}

impl Charge {
    /// Whether the function charges by itself.
    pub(super) fn is_own(self) -> bool {
        matches!(self, Self::Own | Self::Blind)
    }
}

/// Surveys a module that has been validated.
pub(super) fn survey(wasm: &[u8]) -> Result<Survey<'_>, MeterError> {
    let mut survey = Survey::default();
    // Of every type, its parameters; and whether it is the type of `sched_yield`.
    let mut types: Vec<(u32, bool)> = Vec::new();
    let mut declared: Vec<u32> = Vec::new();
    let mut referenced = BTreeSet::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::TypeSection(section) => {
                for group in section {
                    types.extend(group?.types().map(|ty| match &ty.composite_type.inner {
                        CompositeInnerType::Func(ty) => (
                            u32::try_from(ty.params().len()).unwrap_or(u32::MAX),
                            ty.params().is_empty() && ty.results() == [ValType::I32],
                        ),
                        _ => (0, false),
                    }));
                }
            }
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    let import = import?;
                    let (names::MODULE, TypeRef::Func(ty)) = (import.module, import.ty) else {
                        return Err(MeterError::Import {
                            module: import.module.to_owned(),
                            name: import.name.to_owned(),
                        });
                    };
                    if import.name == names::YIELD {
                        if !types.get(ty as usize).is_some_and(|(_, yields)| *yields) {
                            return Err(MeterError::YieldType);
                        }
                        survey.yields = Some(survey.imported);
                    }
                    survey.imported += 1;
                }
            }
            Payload::FunctionSection(section) => {
                for ty in section {
                    declared.push(ty?);
                }
            }
            Payload::TableSection(section) => {
                for table in section {
                    survey.table(table?.ty)?;
                }
            }
            Payload::MemorySection(section) => survey.has_memory = section.count() > 0,
            Payload::GlobalSection(section) => {
                survey.globals = section.count();
                for global in section {
                    collect_references(global?.init_expr.get_operators_reader(), &mut referenced)?;
                }
            }
            Payload::ExportSection(section) => {
                for export in section {
                    survey.export(export?);
                }
            }
            Payload::StartSection { .. } => return Err(MeterError::Start),
            Payload::ElementSection(section) => {
                for element in section {
                    let element = element?;
                    collect_elements(&element.items, &mut referenced)?;
                    if let ElementKind::Active { offset_expr, .. } = element.kind {
                        collect_references(offset_expr.get_operators_reader(), &mut referenced)?;
                    }
                }
            }
            Payload::CodeSectionEntry(body) => {
                let ty = declared.get(survey.functions.len()).copied().unwrap_or(u32::MAX);
                let parameters = types.get(ty as usize).map_or(0, |(parameters, _)| *parameters);
                let reader = body.get_operators_reader()?;
                let operators = reader.into_iter().collect::<Result<Vec<_>, _>>()?;
                survey.functions.push(Surveyed {
                    parameters,
                    body,
                    operators,
                    charge: Charge::Own,
                });
            }
            Payload::CustomSection(section) if section.name() == SECTION => survey.metered = true,
            _ => {}
        }
    }
    if survey.has_memory && !survey.exports_memory {
        return Err(MeterError::MemoryNotExported);
    }
    survey.types = u32::try_from(types.len()).unwrap_or(u32::MAX);
    survey.leave_to_callers(referenced)?;
    Ok(survey)
}

impl<'a> Survey<'a> {
    /// Whether it has a memory.
    pub(super) fn has_memory(&self) -> bool {
        self.has_memory
    }

    /// What the function of this index in the original module leaves to its callers.
    pub(super) fn left_to_callers(&self, function: u32) -> Work {
        match self.defined(function).map(|function| function.charge) {
            Some(Charge::Callers(work) | Charge::Quiet(work)) => work,
            _ => Work::NONE,
        }
    }

    fn export(&mut self, export: Export<'a>) {
        if ADDED.contains(&export.name) {
            self.taken = Some(export.name);
        }
        match (export.kind, export.name) {
            (ExternalKind::Func, name) => {
                self.exported.insert(export.index);
                match name {
                    names::CHARGE => self.charge = Some(export.index),
                    names::DISPATCH => self.dispatch = Some(export.index),
                    _ => {}
                }
            }
            (ExternalKind::Memory, names::MEMORY) => self.exports_memory = true,
            _ => {}
        }
    }

    fn table(&mut self, table: TableType) -> Result<(), MeterError> {
        if table.initial > u64::from(MAX_TABLE_ENTRIES) {
            let index = u32::try_from(self.tables.len()).unwrap_or(u32::MAX);
            return Err(MeterError::Table { table: index, entries: table.initial });
        }
        self.tables.push(table);
        Ok(())
    }

    /// Whether executing this operator may change the fuel.
    pub(super) fn touches_fuel(&self, operator: &Operator<'_>) -> bool {
        match operator {
            Operator::Call { function_index } => !self.is_quiet(*function_index),
            _ => calls_elsewhere(operator) || is_charged(operator),
        }
    }

    fn is_quiet(&self, function: u32) -> bool {
        self.defined(function).is_some_and(|function| matches!(function.charge, Charge::Quiet(_)))
    }

    fn defined(&self, function: u32) -> Option<&Surveyed<'a>> {
        self.functions.get(function.checked_sub(self.imported)? as usize)
    }

    /// Finds the functions that need no charge of their own: no loop, reached by direct calls alone,
    /// and not the one that closes a circle of calls. A function that makes calls and that the host
    /// calls has no caller to pay for it.
    fn leave_to_callers(&mut self, mut referenced: BTreeSet<u32>) -> Result<(), MeterError> {
        let mut calls = Vec::with_capacity(self.functions.len());
        for (index, function) in (self.imported..).zip(&self.functions) {
            let mut callees = Vec::new();
            for operator in &function.operators {
                match operator {
                    Operator::Call { function_index } | Operator::ReturnCall { function_index } => {
                        callees.push(*function_index);
                    }
                    Operator::RefFunc { function_index } => {
                        referenced.insert(*function_index);
                    }
                    _ => {}
                }
            }
            callees.sort_unstable();
            callees.dedup();
            let calls_any = !callees.is_empty() || function.operators.iter().any(calls_elsewhere);
            if calls_any && self.exported.contains(&index) {
                referenced.insert(index);
            }
            calls.push(callees);
        }
        // Callees first. What is on the way here again, `Open`, closes a circle: whoever calls it
        // charges.
        let mut visits = vec![Visit::No; calls.len()];
        for start in 0..calls.len() {
            let mut way = vec![(start, 0)];
            while let Some((at, next)) = way.last_mut() {
                let at = *at;
                if *next == 0 && visits[at] != Visit::No {
                    way.pop();
                    continue;
                }
                visits[at] = Visit::Open;
                if let Some(callee) = calls[at].get(*next) {
                    *next += 1;
                    let callee = callee.checked_sub(self.imported).map(|callee| callee as usize);
                    if let Some(callee) = callee.filter(|callee| visits[*callee] == Visit::No) {
                        way.push((callee, 0));
                    }
                    continue;
                }
                way.pop();
                let is_open = |callee: &u32| {
                    let callee = callee.checked_sub(self.imported);
                    callee.is_some_and(|callee| visits[callee as usize] == Visit::Open)
                };
                let index = self.imported.saturating_add(u32::try_from(at).unwrap_or(u32::MAX));
                let closes_a_circle = calls[at].iter().any(is_open);
                visits[at] = Visit::Done;
                if !closes_a_circle {
                    let is_referenced = referenced.contains(&index);
                    self.functions[at].charge =
                        self.charge_of(index, at, is_referenced, &calls[at])?;
                }
            }
        }
        Ok(())
    }

    /// Who charges for a function that closes no circle of calls, and whose callees are known.
    fn charge_of(
        &self,
        index: u32,
        at: usize,
        is_referenced: bool,
        callees: &[u32],
    ) -> Result<Charge, MeterError> {
        let operators = &self.functions[at].operators;
        if operators.iter().any(must_be_charged) {
            return Ok(Charge::Own);
        }
        let ahead = work::ahead(operators, |callee| self.left_to_callers(callee))?;
        let ahead = ahead.first().copied().unwrap_or(Work::NONE);
        if is_referenced {
            // No circle of calls is without a look: whoever calls indirectly, or leaves that to its
            // callers, has one; and of two blind ones, neither calls the other.
            let looks = |callee: &u32| match self.defined(*callee).map(|function| function.charge) {
                None | Some(Charge::Own | Charge::Quiet(_)) => true,
                Some(Charge::Blind | Charge::Callers(_)) => false,
            };
            let may_be_blind = ahead.is_short()
                && !operators.iter().any(calls_elsewhere)
                && callees.iter().all(looks);
            return Ok(if may_be_blind { Charge::Blind } else { Charge::Own });
        }
        // A call of a runtime's own charge becomes one.
        let is_quiet = self.charge != Some(index)
            && !operators.iter().any(|operator| self.touches_fuel(operator));
        Ok(if is_quiet { Charge::Quiet(ahead) } else { Charge::Callers(ahead) })
    }
}

/// How far a walk over the calls has come with a function.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Visit {
    No,
    /// Its callees are being visited.
    Open,
    Done,
}

/// Whether a function with this operator charges for itself.
fn must_be_charged(operator: &Operator<'_>) -> bool {
    matches!(operator, Operator::Loop { .. } | Operator::Throw { .. } | Operator::ThrowRef)
}

/// Whether it calls what is not known here: such functions charge for themselves.
fn calls_elsewhere(operator: &Operator<'_>) -> bool {
    matches!(
        operator,
        Operator::CallIndirect { .. }
            | Operator::CallRef { .. }
            | Operator::ReturnCall { .. }
            | Operator::ReturnCallIndirect { .. }
            | Operator::ReturnCallRef { .. }
    )
}

/// Whether a charge, or a yield, stands before it or is in what stands in its place.
fn is_charged(operator: &Operator<'_>) -> bool {
    matches!(
        operator,
        Operator::MemoryGrow { .. }
            | Operator::MemoryFill { .. }
            | Operator::MemoryCopy { .. }
            | Operator::MemoryInit { .. }
            | Operator::TableGrow { .. }
            | Operator::TableFill { .. }
            | Operator::TableCopy { .. }
            | Operator::TableInit { .. }
            | Operator::Throw { .. }
            | Operator::ThrowRef
    )
}

fn collect_elements(
    items: &ElementItems<'_>,
    into: &mut BTreeSet<u32>,
) -> Result<(), wasmparser::Error> {
    match items {
        ElementItems::Functions(functions) => {
            for function in functions.clone() {
                into.insert(function?);
            }
        }
        ElementItems::Expressions(_, expressions) => {
            for expression in expressions.clone() {
                collect_references(expression?.get_operators_reader(), into)?;
            }
        }
    }
    Ok(())
}

fn collect_references(
    operators: wasmparser::OperatorsReader<'_>,
    into: &mut BTreeSet<u32>,
) -> Result<(), wasmparser::Error> {
    for operator in operators {
        if let Operator::RefFunc { function_index } = operator? {
            into.insert(function_index);
        }
    }
    Ok(())
}
