//! How much work lies between one charge and the next: the price that a charge asks.
//!
//! Wasm control flow is structured, so with the jumps back to loop headers cut (a charge stands
//! there) what is left of a function has no cycle, and one pass over it from its end to its start
//! finds the work ahead of every operator.

use alloc::{vec, vec::Vec};
use wasmparser::{BrTable, Catch, Operator};

/// The work ahead of a point in a function, in operators, up to the next charge or the end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Work {
    /// What is to be expected: the mean of the two ways where a condition decides, the median of
    /// its ways where a `br_table` does. (An interpreter's bytecodes are many and most are cheap:
    /// the longest way, and even the mean, would have each pay for the few dear ones.)
    likely: u64,
    /// The longest way: no execution has more.
    most: u64,
}

/// No charge is below a share of the longest way, so that whatever a module does, it executes at
/// most this many operators for a unit of fuel.
const MOST_PER_UNIT: u64 = 256;

impl Work {
    /// None at all.
    pub(super) const NONE: Self = Self { likely: 0, most: 0 };
    /// An operator's.
    const ONE: Self = Self { likely: 1, most: 1 };

    /// What a charge asks for it: at least 1.
    pub(super) fn price(self) -> i64 {
        let units = self.likely.max(self.most.div_ceil(MOST_PER_UNIT)).max(1);
        i64::try_from(units).unwrap_or(i64::MAX)
    }

    /// Whether it is over soon, whichever way it goes.
    pub(super) fn is_short(self) -> bool {
        self.most <= 4_096
    }

    fn and(self, then: Self) -> Self {
        Self {
            likely: self.likely.saturating_add(then.likely),
            most: self.most.saturating_add(then.most),
        }
    }

    fn or(self, other: Self) -> Self {
        Self { likely: self.likely.midpoint(other.likely), most: self.most.max(other.most) }
    }
}

/// A block that is open, as a branch sees it.
struct Label {
    /// The work after a branch to it.
    target: Work,
    /// The work after its `end`.
    after: Work,
    /// The work of its `else` branch, once seen.
    otherwise: Option<Work>,
}

/// The work ahead of every operator of a valid function body; of a function's entry it is the
/// first, of a loop's header the one after the `loop`. `callee` tells the work that a called
/// function leaves to its caller's charges.
pub(super) fn ahead(
    operators: &[Operator<'_>],
    callee: impl Fn(u32) -> Work,
) -> Result<Vec<Work>, wasmparser::Error> {
    let loops = ends_of_loops(operators);
    let mut ahead = vec![Work::NONE; operators.len() + 1];
    let mut labels: Vec<Label> = Vec::new();
    for (at, operator) in operators.iter().enumerate().rev() {
        let next = ahead[at + 1];
        let target = |depth: u32| {
            let index = labels.len().checked_sub(1 + depth as usize);
            index.map_or(Work::NONE, |index| labels[index].target)
        };
        ahead[at] = match operator {
            Operator::End => {
                // A jump to a loop's header meets the charge that stands there.
                let target = if loops[at] { Work::NONE } else { next };
                labels.push(Label { target, after: next, otherwise: None });
                next
            }
            Operator::Else => {
                let after = labels.last_mut().map_or(Work::NONE, |label| {
                    label.otherwise = Some(next);
                    label.after
                });
                // Reached from above, it jumps over what is below.
                after
            }
            Operator::Block { .. } => {
                labels.pop();
                next
            }
            Operator::Loop { .. } => {
                labels.pop();
                Work::NONE
            }
            Operator::If { .. } => {
                let otherwise = labels.pop().map_or(Work::NONE, |label| {
                    // Without an `else`, it goes on after the `end`.
                    label.otherwise.unwrap_or(label.after)
                });
                Work::ONE.and(next.or(otherwise))
            }
            Operator::TryTable { try_table } => {
                labels.pop();
                let target = |depth: u32| {
                    let index = labels.len().checked_sub(1 + depth as usize);
                    index.map_or(Work::NONE, |index| labels[index].target)
                };
                let caught = try_table.catches.iter().fold(Work::NONE, |caught, catch| {
                    let (Catch::One { label, .. }
                    | Catch::OneRef { label, .. }
                    | Catch::All { label }
                    | Catch::AllRef { label }) = catch;
                    caught.or(target(*label))
                });
                // At worst the body runs to its end and throws there. That is not likely.
                Work::ONE.and(next).and(Work { likely: 0, most: caught.most })
            }
            Operator::Br { relative_depth } => Work::ONE.and(target(*relative_depth)),
            Operator::BrIf { relative_depth } => Work::ONE.and(next.or(target(*relative_depth))),
            Operator::BrTable { targets } => Work::ONE.and(choice(targets, target)?),
            Operator::Return
            | Operator::Unreachable
            | Operator::ReturnCallIndirect { .. }
            | Operator::ReturnCallRef { .. } => Work::ONE,
            Operator::ReturnCall { function_index } => Work::ONE.and(callee(*function_index)),
            Operator::Call { function_index } => Work::ONE.and(callee(*function_index)).and(next),
            // A charge of their own stands before these.
            Operator::Throw { .. } | Operator::ThrowRef => Work::NONE,
            Operator::Nop => next,
            _ => Work::ONE.and(next),
        };
    }
    Ok(ahead)
}

/// Which of the operators is the `end` of a loop.
fn ends_of_loops(operators: &[Operator<'_>]) -> Vec<bool> {
    let mut ends = vec![false; operators.len()];
    let mut open = Vec::new();
    for (at, operator) in operators.iter().enumerate() {
        match operator {
            Operator::Block { .. } | Operator::If { .. } | Operator::TryTable { .. } => {
                open.push(false);
            }
            Operator::Loop { .. } => open.push(true),
            // The function's own `end` closes none of these.
            Operator::End => ends[at] = open.pop().unwrap_or(false),
            _ => {}
        }
    }
    ends
}

/// The work of a `br_table`'s ways.
fn choice(targets: &BrTable<'_>, target: impl Fn(u32) -> Work) -> Result<Work, wasmparser::Error> {
    let depths = targets.targets().chain([Ok(targets.default())]);
    let ways = depths.map(|depth| depth.map(&target)).collect::<Result<Vec<Work>, _>>()?;
    let mut likely: Vec<u64> = ways.iter().map(|way| way.likely).collect();
    likely.sort_unstable();
    let most = ways.iter().map(|way| way.most).max().unwrap_or(0);
    Ok(Work { likely: likely[likely.len() / 2], most })
}
