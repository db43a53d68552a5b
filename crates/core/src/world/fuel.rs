//! The bill: how much fuel a guest has used, and how much it gets at a time.

/// Fuel between two looks at the clock and the cancel handle: about a millisecond of work.
const SLICE: u64 = 1_000_000;

/// Counts fuel. What is used is the sum of what all slices took, so it does not depend on how the
/// fuel was sliced, nor on how often the guest yields.
#[derive(Clone, Debug)]
pub(super) struct FuelMeter {
    limit: u64,
    /// Used up to the last settlement.
    used: u64,
    /// What the guest had left at that moment.
    given: i64,
}

impl FuelMeter {
    pub(super) fn new(limit: u64) -> Self {
        Self { limit, used: 0, given: 0 }
    }

    pub(super) fn used(&self) -> u64 {
        self.used
    }

    /// Used up to now, when the guest has this much left.
    pub(super) fn used_at(&self, left: i64) -> u64 {
        // A guest cannot gain fuel. If it seems to, that is not held in its favour.
        let since = i128::from(self.given) - i128::from(left);
        self.used.saturating_add(u64::try_from(since.max(0)).unwrap_or(u64::MAX))
    }

    /// Puts what has been used on the bill.
    pub(super) fn settle(&mut self, left: i64) -> u64 {
        self.used = self.used_at(left);
        self.given = left;
        self.used
    }

    /// So much more, beyond the limit.
    pub(super) fn grace(&mut self, left: i64, fuel: i64) {
        self.settle(left);
        self.given = fuel;
    }

    /// The next slice. No slice is greater than what is left of the limit, or of `most`, so that a
    /// guest is stopped at the first step beyond either, wherever the slices end.
    pub(super) fn next_slice(&mut self, most: Option<u64>) -> i64 {
        let left = self.limit.saturating_sub(self.used);
        let slice = SLICE.min(left).min(most.unwrap_or(u64::MAX));
        self.given = i64::try_from(slice).unwrap_or(i64::MAX);
        self.given
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec::Vec;

    /// A guest whose steps cost this much, up to its end.
    fn run(limit: u64, steps: &[i64], yield_every: usize) -> (u64, bool) {
        let mut meter = FuelMeter::new(limit);
        let mut fuel = meter.next_slice(None);
        for (index, cost) in steps.iter().enumerate() {
            fuel -= cost;
            if fuel < 0 || (yield_every > 0 && index % yield_every == 0) {
                if meter.settle(fuel) > limit {
                    return (meter.settle(fuel), true);
                }
                fuel = meter.next_slice(None);
            }
        }
        (meter.settle(fuel), false)
    }

    #[test]
    fn the_bill_does_not_depend_on_how_the_fuel_is_sliced() {
        let steps: Vec<i64> = (0..5_000).map(|index| 1 + index * 7 % 1_501).collect();
        let need: u64 = steps.iter().map(|cost| cost.unsigned_abs()).sum();
        for yield_every in [0, 1, 2, 3, 7, 100] {
            assert_eq!(run(need, &steps, yield_every), (need, false));
            assert_eq!(run(u64::MAX, &steps, yield_every), (need, false));
            let stopped = run(need - 1, &steps, yield_every);
            assert_eq!(stopped, (need, true));
            assert_eq!(run(need / 2, &steps, yield_every), run(need / 2, &steps, 0));
        }
    }

    #[test]
    fn nothing_overflows_whatever_a_guest_claims_to_have_left() {
        let mut meter = FuelMeter::new(u64::MAX);
        for left in [i64::MIN, i64::MAX, -1, 0, i64::MIN, i64::MAX] {
            let before = meter.used();
            assert!(meter.settle(left) >= before);
            meter.next_slice(Some(3));
        }
    }
}
