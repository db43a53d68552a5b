//! The bill through `sched_yield`: exact, and the same however the fuel is sliced.

use crate::{cases::cases, support::*};
use hognose_core::{
    contract::{Limits, Request},
    guest::Halt,
};
use proptest::prelude::*;

/// Runs steps of these costs; before some of them the guest yields on its own.
fn bill(limit: u64, steps: &[(u32, bool)]) -> (u64, Result<(), Ended>) {
    let mut session = Session::with_limits(Limits::default().with_fuel(limit));
    let mut result = Ok(());
    for (cost, yields) in steps {
        if *yields {
            result = session.raw(|p| p.sched_yield());
        }
        session.guest.fuel -= i64::from(*cost);
        if result.is_ok() && session.guest.fuel < 0 {
            result = session.raw(|p| p.sched_yield());
        }
        if result.is_err() {
            break;
        }
    }
    session.world.end(session.guest.fuel, &mut session.host);
    let once = session.world.fuel_used();
    session.world.end(session.guest.fuel, &mut session.host);
    assert_eq!(session.world.fuel_used(), once, "ending twice costs nothing");
    (once, result)
}

proptest! {
    #![proptest_config(cases(256))]
    #[test]
    fn yielding_changes_nothing(
        steps in prop::collection::vec((0_u32..700_000, any::<bool>()), 1..60),
        short in 0_u64..2_000_000,
    ) {
        let quiet: Vec<(u32, bool)> = steps.iter().map(|(cost, _)| (*cost, false)).collect();
        let need: u64 = steps.iter().map(|(cost, _)| u64::from(*cost)).sum::<u64>().max(1);
        prop_assert_eq!(bill(need, &steps).1, Ok(()));
        prop_assert_eq!(bill(need, &steps), bill(u64::MAX >> 12, &quiet));
        let limit = need.saturating_sub(short).max(1);
        let stopped = bill(limit, &steps);
        prop_assert_eq!(&stopped, &bill(limit, &quiet));
        prop_assert_eq!(stopped.1.is_err(), limit < need);
        prop_assert!(stopped.0 > limit || stopped.1.is_ok());
    }
}

#[test]
fn a_yield_looks_at_the_clock_and_the_cancel_handle() {
    let mut session =
        Session::of(Request::code("x").with_limits(Limits::default().with_wall_ms(5)));
    assert_eq!(session.guest.fuel, 1_000_000);
    session.host.now_ns = 4_999_999;
    session.raw(|p| p.sched_yield()).unwrap();
    session.host.now_ns = 5_000_000;
    assert_eq!(session.raw(|p| p.sched_yield()), Err(Ended::Halt(Halt::Timeout)));
    session.host.cancelled = true;
    assert_eq!(session.raw(|p| p.sched_yield()), Err(Ended::Halt(Halt::Cancelled)));
    let session = Session::with_limits(Limits::default().with_fuel(7));
    assert_eq!(session.guest.fuel, 7);
}
