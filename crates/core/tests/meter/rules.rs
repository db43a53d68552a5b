//! What the pass writes, rule by rule, shown by running it.

use crate::guest::Guest;
use hognose_core::meter::{MAX_TABLE_ENTRIES, SECTION, meter, meter_again, meter_runtime, names};
use wasmi::Val;
use wasmparser::{Parser, Payload};

#[test]
fn an_endless_loop_yields_and_can_be_stopped() {
    let mut guest = Guest::metered(r#"(module (func (export "_start") (loop (br 0))))"#);
    guest.set_fuel(1_000);
    let stop = guest.try_call("_start", &[]).expect_err("it is stopped");
    assert!(stop.to_string().contains("stopped"), "{stop}");
    assert_eq!(guest.store.data().yields, 1);
    assert_eq!(guest.fuel(), -1);
}

#[test]
fn endless_recursion_without_loops_is_charged() {
    for body in [
        "(func $f (export \"_start\") (return_call $f))",
        "(func $f (export \"_start\") (return_call $g)) (func $g (return_call $f))",
        "(type $t (func)) (table funcref (elem $f))
         (func $f (export \"_start\") (return_call_indirect (type $t) (i32.const 0)))",
    ] {
        let mut guest = Guest::metered(&format!("(module {body})"));
        guest.set_fuel(100);
        assert!(guest.try_call("_start", &[]).is_err());
        assert_eq!(guest.store.data().yields, 1, "{body}");
    }
}

#[test]
fn a_yield_that_refills_lets_the_guest_go_on() {
    let mut guest = Guest::metered(COUNT_DOWN);
    guest.store.data_mut().refill = Some(100);
    guest.set_fuel(100);
    assert_eq!(guest.call("count_down", &[Val::I32(1_000)]), 0);
    // 99 units, and after that 100, pay for 19 and 20 iterations; the next one goes below zero.
    assert_eq!(guest.store.data().yields, 1 + (1_000 - 20) / 21);
}

/// The way through its loop has 5 operators, get, const, sub, tee, `br_if`, and one more at its
/// end: half of that one is none.
const COUNT_DOWN: &str = r#"(module
    (func (export "count_down") (param $n i32) (result i32)
        (loop $again
            (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
        (local.get $n)))"#;

#[test]
fn a_loop_costs_its_operators_each_time() {
    let mut guest = Guest::metered(COUNT_DOWN);
    let once = guest.cost("count_down", &[Val::I32(1)]);
    let a_hundred_times = guest.cost("count_down", &[Val::I32(100)]);
    assert_eq!(once, 1 + 5, "1 is the least that the entry costs");
    assert_eq!(a_hundred_times, 1 + 100 * 5);
}

#[test]
fn of_two_ways_the_mean_is_charged() {
    let mut guest = Guest::metered(
        r#"(module
            (func $leaf)
            (func (export "f") (param i32)
                (call $leaf)
                (if (local.get 0) (then nop) (else (drop (i32.const 1)) (drop (i32.const 2))))))"#,
    );
    for way in [0, 1] {
        assert_eq!(guest.cost("f", &[Val::I32(way)]), 1 + 1 + 1 + 4 / 2, "call, get, if, else");
    }
}

#[test]
fn a_switch_costs_the_median_of_its_ways() {
    let mut guest = Guest::metered(
        r#"(module
            (func $leaf)
            (func (export "f") (param i32)
                (call $leaf)
                (block $short (block $long
                    (br_table $short $long $long $long (local.get 0)))
                    (drop (i32.const 1)) (drop (i32.const 2))
                    (drop (i32.const 3)) (drop (i32.const 4)))))"#,
    );
    for way in [0, 1] {
        assert_eq!(guest.cost("f", &[Val::I32(way)]), 1 + 1 + 1 + 8, "call, get, br_table");
    }
}

#[test]
fn a_switch_costs_a_256th_of_its_longest_way_at_least() {
    let long = "(drop (i32.const 1))".repeat(800);
    let mut guest = Guest::metered(&format!(
        r#"(module
            (func $leaf)
            (func (export "f")
                (call $leaf)
                (block $short (block $long
                    (br_table $long {} (i32.const 0)))
                    {long})))"#,
        "$short ".repeat(2_000)
    ));
    assert_eq!(guest.cost("f", &[]), (3 + 1_600_i64 + 255) / 256);
}

#[test]
fn small_functions_are_on_their_callers_charges() {
    let mut guest = Guest::metered(
        r#"(module
            (table funcref (elem $reached_indirectly))
            (func $small (export "small") (param i32) (result i32)
                (i32.add (local.get 0) (i32.const 1)))
            (func $reached_indirectly (export "reached_indirectly") (drop (i32.const 1)))
            (func (export "calls") (result i32)
                (call $small (call $small (i32.const 1))))
            (func (export "calls_indirectly") (call_indirect (i32.const 0))))"#,
    );
    assert_eq!(guest.cost("small", &[Val::I32(1)]), 0, "it has no charge of its own");
    assert_eq!(guest.cost("calls", &[]), 3 + 2 * 3);
    assert_eq!(guest.cost("reached_indirectly", &[]), 2);
    assert_eq!(guest.cost("calls_indirectly", &[]), 2 + 2);
}

/// Functions `$f1` and on, each of which calls the one before it twice.
fn tree(leaf: &str, levels: u32) -> String {
    let level = |level| format!("(func $f{} (call $f{level}) (call $f{level}))", level + 1);
    (0..levels).fold(leaf.to_owned(), |functions, below| functions + &level(below))
}

#[test]
fn a_tree_of_calls_without_loops_is_on_the_charge_at_its_root() {
    // 1 << 9 calls of a leaf of one operator, each call an operator.
    let functions = tree("(func $f0 (drop (i32.const 1)))", 9);
    let mut guest =
        Guest::metered(&format!("(module {functions} (func (export \"f\") (call $f9)))"));
    let leaves = 1 << 9;
    assert_eq!(guest.cost("f", &[]), leaves * 2 + (leaves * 2 - 2) + 1);
}

#[test]
fn a_tree_of_calls_that_nobody_lives_to_see_the_end_of_is_stopped_before_it_starts() {
    let functions = tree("(func $f0)", 100);
    let mut guest =
        Guest::metered(&format!("(module {functions} (func (export \"f\") (call $f100)))"));
    guest.set_fuel(1 << 53);
    assert!(guest.try_call("f", &[]).is_err());
    assert_eq!(guest.store.data().yields, 1);
}

#[test]
fn in_every_circle_of_calls_somebody_charges() {
    let around = |first: &str, second: &str| {
        format!(
            r#"(module (func $a (call {first}) (call $leaf)) (func $b (call {second}))
                (func $c (call $a)) (func $leaf) (func (export "f") (call $a)))"#
        )
    };
    for (first, second) in [("$a", "$leaf"), ("$b", "$a"), ("$b", "$c"), ("$b", "$b")] {
        let mut guest = Guest::metered(&around(first, second));
        guest.set_fuel(50);
        assert!(guest.try_call("f", &[]).is_err());
        assert_eq!(guest.store.data().yields, 1, "{first} {second}");
    }
}

/// An interpreter's loop of 3 turns, and a charge of its own.
const RUNTIME: &str = r#"(module (memory (export "memory") 1)
    (func $charge (export "hognose_charge") (param i32))
    (func (export "hognose_dispatch") (export "run") (param $n i32)
        (loop $again
            (call $charge (i32.const 1000))
            (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1))))))
    (func (export "other") (param $n i32)
        (call $charge (i32.const -1))
        (loop $again
            (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))))"#;

#[test]
fn a_runtime_charges_for_its_interpreters_loops_by_itself() {
    let wasm = wat::parse_str(RUNTIME).expect("it parses");
    let metered = meter_runtime(&wasm).expect("it can be metered");
    let mut exports = Vec::new();
    for payload in Parser::new(0).parse_all(&metered) {
        if let Payload::ExportSection(section) = payload.expect("it parses") {
            exports.extend(section.into_iter().map(|export| export.expect("it parses").name));
        }
    }
    assert!(!exports.contains(&"hognose_charge") && !exports.contains(&"hognose_dispatch"));
    assert!(exports.contains(&"other"));
    let mut guest = Guest::of(&metered).expect("it can be instantiated");
    let one = guest.cost("run", &[Val::I32(1)]);
    assert_eq!(guest.cost("run", &[Val::I32(3)]), one + 2 * 1000, "its own charge alone");
    let one = guest.cost("other", &[Val::I32(1)]);
    assert_eq!(guest.cost("other", &[Val::I32(3)]), one + 2 * 5, "loops elsewhere are charged");
    assert!(one > i64::from(u32::MAX), "a charge is never below zero");
}

#[test]
fn a_module_that_nobody_vouches_for_is_not_believed() {
    let mut guest = Guest::metered(RUNTIME);
    let one = guest.cost("other", &[Val::I32(1)]);
    assert!(one < 100, "{one}: a call of what it exports is a call");
    let one = guest.cost("run", &[Val::I32(1)]);
    let three = guest.cost("run", &[Val::I32(3)]);
    assert!(one < three && three < 100, "{one} {three}: its loop is a loop");
}

#[test]
fn unmetered_until_the_host_says_otherwise() {
    let mut guest = Guest::metered(
        r#"(module (memory (export "memory") 1)
            (func (export "grow") (result i32) (memory.grow (i32.const 9))))"#,
    );
    assert_eq!(guest.fuel(), i64::MAX);
    assert_eq!(guest.call("grow", &[]), 1);
    assert_eq!(guest.memory_refusals(), 0);
}

#[test]
fn metered_again_only_the_new_meter_can_be_set() {
    let once = meter(&wat::parse_str(COUNT_DOWN).expect("it parses")).expect("it can be metered");
    let twice = meter_again(&once).expect("it can be metered again");
    let mut guest = Guest::of(&twice).expect("it can be instantiated");
    let a_hundred_times = guest.cost("count_down", &[Val::I32(100)]);
    assert!(a_hundred_times > 1 + 100 * 5, "{a_hundred_times}: the old charges are code");
    guest.set_fuel(100);
    assert!(guest.try_call("count_down", &[Val::I32(1_000)]).is_err());
    assert_eq!(guest.store.data().yields, 1);
}

const GROW: &str = r#"(module (memory (export "memory") 2 100)
    (func (export "grow") (param i32) (result i32) (memory.grow (local.get 0))))"#;

#[test]
fn memory_grows_up_to_its_ceiling() {
    let mut guest = Guest::metered(GROW);
    guest.set_memory_limit(10);
    assert_eq!(guest.call("grow", &[Val::I32(9)]), -1, "one page above it");
    assert_eq!(guest.call("grow", &[Val::I32(8)]), 2);
    assert_eq!(guest.call("grow", &[Val::I32(1)]), -1);
    assert_eq!(guest.call("grow", &[Val::I32(0)]), 10);
    assert_eq!(guest.memory_refusals(), 2);
}

#[test]
fn no_delta_overflows_the_ceiling() {
    let mut guest = Guest::metered(GROW);
    for limit in [0, 1, 2, 65_536, u32::MAX] {
        guest.set_memory_limit(limit);
        for delta in [-1, -2, i32::MIN, i32::MAX, 99] {
            assert_eq!(guest.call("grow", &[Val::I32(delta)]), -1, "{limit} {delta}");
        }
        assert_eq!(guest.call("grow", &[Val::I32(0)]), 2, "asking for the size is no growth");
    }
    // The engine's own refusals, above the declared maximum, are counted as well.
    assert_eq!(guest.memory_refusals(), 5 * 5);
}

#[test]
fn growing_and_bulk_operations_are_charged_by_length() {
    let mut guest = Guest::metered(
        r#"(module (memory (export "memory") 2) (data $data "0123456789abcdef")
            (table $t 100 funcref) (elem $elem func $f) (func $f)
            (func (export "fill") (memory.fill (i32.const 0) (i32.const 1) (i32.const 65536)))
            (func (export "copy") (memory.copy (i32.const 0) (i32.const 8) (i32.const 8000)))
            (func (export "init") (memory.init $data (i32.const 0) (i32.const 0) (i32.const 16)))
            (func (export "table_fill")
                (table.fill $t (i32.const 0) (ref.null func) (i32.const 100)))
            (func (export "table_copy")
                (table.copy $t $t (i32.const 0) (i32.const 50) (i32.const 50)))
            (func (export "table_init") (table.init $t $elem (i32.const 0) (i32.const 0) (i32.const 1)))
            (func (export "grow") (drop (memory.grow (i32.const 3)))))"#,
    );
    // Small functions that the host calls: nothing is charged but the length.
    for (name, cost) in [
        ("fill", 8192 + 1),
        ("copy", 1000 + 1),
        ("init", 2 + 1),
        ("table_fill", 100 + 1),
        ("table_copy", 50 + 1),
        ("table_init", 1 + 1),
        ("grow", 3 * 8192 + 1),
    ] {
        assert_eq!(guest.cost(name, &[]), cost, "{name}");
    }
}

#[test]
fn bulk_operations_do_what_they_did() {
    let mut guest = Guest::metered(
        r#"(module (memory (export "memory") 1) (data $data "abc")
            (func (export "f") (result i32)
                (memory.fill (i32.const 0) (i32.const 7) (i32.const 4))
                (memory.init $data (i32.const 1) (i32.const 1) (i32.const 2))
                (memory.copy (i32.const 4) (i32.const 0) (i32.const 4))
                (i32.load (i32.const 4)))
            (func (export "trap") (memory.fill (i32.const 1) (i32.const 0) (i32.const 65536))))"#,
    );
    assert_eq!(guest.call("f", &[]), i64::from(u32::from_le_bytes([7, b'b', b'c', 7])));
    let trap = guest.try_call("trap", &[]).expect_err("it is out of bounds");
    assert!(trap.to_string().contains("out of bounds"), "{trap}");
}

#[test]
fn table_operations_do_what_they_did() {
    let mut guest = Guest::metered(
        r#"(module (type $t (func (result i32)))
            (table $a 2 externref) (table $b 4 funcref) (elem $elem func $seven)
            (elem declare func $seven)
            (func $seven (type $t) (i32.const 7))
            (func (export "call") (result i32)
                (table.set $b (i32.const 1) (ref.func $seven))
                (table.copy $b $b (i32.const 2) (i32.const 1) (i32.const 1))
                (table.init $b $elem (i32.const 3) (i32.const 0) (i32.const 1))
                (table.fill $b (i32.const 1) (ref.null func) (i32.const 1))
                (i32.add
                    (i32.mul (i32.const 10) (ref.is_null (table.get $b (i32.const 1))))
                    (i32.add
                        (call_indirect $b (type $t) (i32.const 2))
                        (call_indirect $b (type $t) (i32.const 3)))))
            (func (export "set") (param i32) (table.set $a (local.get 0) (ref.null extern)))
            (func (export "get") (param i32) (drop (table.get $a (local.get 0)))))"#,
    );
    assert_eq!(guest.call("call", &[]), 24);
    for name in ["set", "get"] {
        guest.call(name, &[Val::I32(1)]);
        for outside in [2, -1] {
            let trap = guest.try_call(name, &[Val::I32(outside)]).expect_err("it is outside");
            assert!(trap.to_string().contains("out of bounds"), "{trap}");
        }
    }
}

#[test]
fn tables_grow_up_to_the_limit() {
    let mut guest = Guest::metered(
        r#"(module (table $a 1 funcref) (table $b 10 externref)
            (func (export "a") (param i32) (result i32)
                (table.grow $a (ref.null func) (local.get 0)))
            (func (export "b") (param i32) (result i32)
                (table.grow $b (ref.null extern) (local.get 0))))"#,
    );
    let entries = MAX_TABLE_ENTRIES.cast_signed();
    for too_many in [entries, -1, i32::MIN] {
        assert_eq!(guest.call("a", &[Val::I32(too_many)]), -1);
    }
    assert_eq!(guest.call("a", &[Val::I32(entries - 1)]), 1);
    assert_eq!(guest.call("a", &[Val::I32(1)]), -1);
    assert_eq!(guest.call("a", &[Val::I32(0)]), i64::from(entries));
    assert_eq!(guest.call("b", &[Val::I32(5)]), 10);
    assert_eq!(guest.memory_refusals(), 0, "tables are no memory");
}

#[test]
fn every_use_of_a_function_moves_with_the_added_import() {
    let module = |import: &str| {
        format!(
            r#"(module
                (import "wasi_snapshot_preview1" "fd_close" (func $fd_close (param i32) (result i32)))
                {import}
                (type $t (func (result i32)))
                (table $t 4 funcref)
                (elem (table $t) (i32.const 0) func $one $two)
                (elem (table $t) (i32.const 2) funcref (ref.func $two) (ref.func $three))
                (global $g funcref (ref.func $three))
                (elem declare func $two)
                (func $one (result i32) (i32.const 1))
                (func $two (result i32) (i32.const 2))
                (func $three (export "three") (result i32) (i32.const 3))
                (func (export "f") (result i32) (local $sum i32)
                    (table.set $t (i32.const 0) (global.get $g))
                    (table.set $t (i32.const 1) (ref.func $two))
                    ;; 3 + 2 + 2 + 3, each in its own decimal place, and 8 from the host.
                    (local.set $sum (call $fd_close (i32.const 0)))
                    (local.set $sum (i32.add (i32.mul (local.get $sum) (i32.const 10)) (call_indirect (type $t) (i32.const 0))))
                    (local.set $sum (i32.add (i32.mul (local.get $sum) (i32.const 10)) (call_indirect (type $t) (i32.const 1))))
                    (local.set $sum (i32.add (i32.mul (local.get $sum) (i32.const 10)) (call_indirect (type $t) (i32.const 2))))
                    (local.set $sum (i32.add (i32.mul (local.get $sum) (i32.const 10)) (call_indirect (type $t) (i32.const 3))))
                    (i32.add (i32.mul (local.get $sum) (i32.const 10)) (call $one))))"#
        )
    };
    for import in
        ["", r#"(import "wasi_snapshot_preview1" "sched_yield" (func $yield (result i32)))"#]
    {
        let mut guest = Guest::metered(&module(import));
        assert_eq!(guest.call("f", &[]), 832_231);
        assert_eq!(guest.call("three", &[]), 3);
        guest.set_fuel(0);
        assert!(guest.try_call("f", &[]).is_err(), "it yields through the import");
    }
}

#[test]
fn an_added_module_imports_nothing_else_and_hides_its_globals() {
    let wasm = wat::parse_str(
        r#"(module (@custom "name" "\00\02\01x") (@custom "producers" "\00")
            (memory (export "memory") 1) (global (export "g") i32 (i32.const 0)))"#,
    )
    .expect("the test's module parses");
    let metered = meter(&wasm).expect("it can be metered");
    let (mut imports, mut exports, mut customs) = (Vec::new(), Vec::new(), Vec::new());
    for payload in Parser::new(0).parse_all(&metered) {
        match payload.expect("it parses") {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    let import = import.expect("it parses");
                    imports.push(format!("{}.{}", import.module, import.name));
                }
            }
            Payload::ExportSection(section) => {
                for export in section {
                    exports.push(export.expect("it parses").name.to_owned());
                }
            }
            Payload::CustomSection(section) => {
                customs.push((section.name().to_owned(), section.data().to_vec()));
            }
            _ => {}
        }
    }
    assert_eq!(imports, ["wasi_snapshot_preview1.sched_yield"]);
    assert_eq!(
        exports,
        [
            "memory",
            "g",
            names::FUEL,
            names::SET_FUEL,
            names::SET_MEMORY_LIMIT,
            names::MEMORY_REFUSALS
        ]
    );
    assert_eq!(customs, [(SECTION.to_owned(), b"3".to_vec())]);
}

#[test]
fn exceptions_are_charged_where_they_are_thrown() {
    // The interpreter has no exceptions: this looks at what was written.
    let wasm = wat::parse_str(
        r#"(module (tag $e (param i32))
            (func $throws (throw $e (i32.const 1)))
            (func (export "_start")
                (drop (block $caught (result i32)
                    (try_table (catch $e $caught) (call $throws)) (i32.const 0)))
                (drop (block $all (result exnref)
                    (try_table (catch_all_ref $all) (call $throws)) (return)))))"#,
    )
    .expect("the test's module parses");
    let metered = meter(&wasm).expect("it can be metered");
    let mut prices = Vec::new();
    for payload in Parser::new(0).parse_all(&metered) {
        if let Payload::CodeSectionEntry(body) = payload.expect("it parses") {
            let operators: Vec<_> = body
                .get_operators_reader()
                .expect("it parses")
                .into_iter()
                .collect::<Result<_, _>>()
                .expect("it parses");
            prices.push(
                operators
                    .windows(2)
                    .filter_map(|pair| match pair {
                        [
                            wasmparser::Operator::I64Const { value },
                            wasmparser::Operator::I64Sub,
                        ] => Some(*value),
                        _ => None,
                    })
                    .collect::<Vec<_>>(),
            );
        }
    }
    // An i32.const and then the throw; two try_tables, two calls, a const, two drops, a return.
    assert_eq!(prices[..2], [vec![1, 1_000], vec![7]]);
}

#[test]
fn a_short_function_behind_a_table_is_charged_and_its_caller_stops() {
    let module = |body: &str| {
        format!(
            r#"(module (type $t (func)) (table funcref (elem $short $again))
                (func $short {body})
                (func $again (export "again")
                    (call_indirect (type $t) (i32.const 0))
                    (call_indirect (type $t) (i32.const 1))))"#
        )
    };
    for body in ["(drop (i32.const 1))", "(call $again)"] {
        let mut guest = Guest::metered(&module(body));
        guest.set_fuel(1_000);
        assert!(guest.try_call("again", &[]).is_err(), "{body}");
        assert_eq!(guest.store.data().yields, 1, "{body}");
        assert!((-10..0).contains(&guest.fuel()), "{body}: {}", guest.fuel());
    }
}

#[test]
fn a_long_function_behind_a_table_stops_by_itself() {
    let functions = tree("(func $f0)", 60);
    let mut guest = Guest::metered(&format!(
        r#"(module {functions} (type $t (func)) (table funcref (elem $f60))
            (func (export "f") (call_indirect (type $t) (i32.const 0))))"#
    ));
    guest.set_fuel(1_000_000);
    assert!(guest.try_call("f", &[]).is_err());
    assert_eq!(guest.store.data().yields, 1);
}
