// The runtime as a runner that keeps it sees it: opened once, run turn by turn, interrupted anywhere.
// Run by a Node with exnref: node --test tests/runtime/
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Guest, load } from "./guest.mjs";

const here = new URL(".", import.meta.url);
const module = load(new URL("../../bundles/lang-python/0.1.0/python.wasm", here));
const read = name => readFileSync(new URL(name, here), "utf8");
const open = () => new Guest(module).open();

test("what the run will be leaves no trace in the image", () => {
    const a = new Guest(module), b = new Guest(module);
    Object.assign(b, { args: ["-c", "print(1)"], env: { PYTHONPATH: "/a", HOME: "x".repeat(5000) }, stdin: "text", time: 7n });
    assert.equal(Buffer.compare(a.open().image, b.open().image), 0);
});

test("a guest's state is its memory", () => {
    const a = open();
    a.run("import random; random.seed(3)\ndef f():\n  for i in range(9): yield i * random.random()\ng = f(); next(g)");
    const b = new Guest(module).restore(a.image.slice());
    const turn = "next(g), random.random()";
    assert.deepEqual(b.run(turn), a.run(turn));
});

test("a turn finds what the turns before have left", () => {
    const guest = open();
    assert.deepEqual(guest.run("x = 41").result, undefined);
    assert.deepEqual(guest.run("x + 1").result, ["42", "42"]);
    assert.deepEqual(guest.run("_").result, ["42", "42"]);
    const failed = guest.run("y = 5\n1 / 0");
    assert.equal(failed.code, 1);
    assert.equal(failed.error, "ZeroDivisionError");
    assert.match(failed.err, /ZeroDivisionError: division by zero\n$/);
    const fine = guest.run("y");
    assert.equal(fine.error, undefined);
    assert.deepEqual(fine.result, ["5", "5"]);
    assert.equal(guest.run("import sys; sys.exit(3)").code, 3);
    assert.equal(guest.run("raise SystemExit").code, 0);
    assert.equal(guest.run("sys.exit('why')").err, "why\n");
    assert.deepEqual(guest.run("import sys; sys.argv", { args: ["-c", "sys.argv", "a", "b"] }).result[0], "['-c', 'a', 'b']");
    assert.equal(guest.run("sys.path.append('/here')").code, 0);
    assert.equal(guest.run("sys.path[-1]").result[0], "'/here'");
    assert.deepEqual(guest.run("input()", { stdin: "one\nleft over\n" }).result[0], "'one'");
    assert.deepEqual(guest.run("input()", { stdin: "two\n" }).result[0], "'two'");
    assert.equal(guest.run("import os; os.environ['A'] = '1'", { env: { A: "0", B: "0" } }).code, 0);
    assert.equal(guest.run("os.environ", { env: { B: "2" } }).result[0], "{'A': '1', 'B': '2'}");
    assert.equal(guest.run("sys.atexit(lambda: print('bye'))").out, "");
    assert.equal(guest.run("", { turn: 0 }).out, "bye\n");
});

test("the value of the last expression is the result", () => {
    const guest = open();
    const result = code => guest.run(code).result;
    for (const [code, repr, json] of [
        ["1;2", "2", "2"],
        ["'a docstring'", "'a docstring'", '"a docstring"'],
        ["# comment\n(1,\n 2)\n\n# end\n", "(1, 2)", "[1, 2]"],
        ["x = 5; x ; ", "5", "5"],
        ["def f():\n  return {'a': [None, True, 2.5, 'é\"\\n']}\nf()", "{'a': [None, True, 2.5, 'é\"\\n']}", '{"a": [null, true, 2.5, "\\u00e9\\"\\n"]}'],
        ["10 ** 30", "1" + "0".repeat(30), "1" + "0".repeat(30)],
        ["{1: 2}", "{1: 2}", undefined],
        ["{1, 2}", "{1, 2}", undefined],
        ["[1e999]", "[inf]", undefined],
        ["b''", "b''", undefined],
        ["['\\ud800']", "['\\ud800']", undefined],
        ["'힣😀'", "'힣😀'", '"\\ud7a3\\ud83d\\ude00"'],
        ["a = []; a.append(a); a", "[[...]]", undefined],
        ["class I(int): pass\nI(3)", "3", undefined],
        ["from collections import OrderedDict\nOrderedDict(a=1)", "OrderedDict({'a': 1})", undefined],
        ["'é' * 40000", "'" + "é".repeat(32767) + "...", undefined],
        ["list(range(30000))[:0] or 'x' * 65534", "'" + "x".repeat(65534) + "'", '"' + "x".repeat(65534) + '"'],
    ]) {
        assert.deepEqual(result(code), [repr, json], code);
    }
    for (const code of ["", "\n", "x = 1", "if 1: 5", "None", "for x in (1, 2): x"]) {
        assert.equal(result(code), undefined, code);
    }
    assert.equal(guest.run("class Bad:\n  def __repr__(self): raise KeyError('no')\nBad()").error, "KeyError");
    assert.equal(guest.run("5", { turn: 0 }).result, undefined);
    assert.deepEqual(guest.run("", { args: ["-"], stdin: "y = 7\ny * 6" }).result, ["42", "42"]);
});

test("usage errors end a turn as they end a run", () => {
    const guest = open();
    assert.equal(guest.run("", { args: ["-Q"] }).code, 2);
    assert.match(guest.run("", { args: ["-V"] }).out, /^MicroPython/);
    assert.equal(guest.run("", { args: ["/none.py"] }).code, 2);
    assert.equal(guest.run("", { args: ["-X", "heapsize=64K", "-c", "x = 'x' * 3000000"] }).error, "MemoryError");
    assert.equal(guest.run("x = 'x' * 3000000").code, 0);
});

// What a program may be doing when it is interrupted, for ever.
const endless = read("endless.py").split(/^# ---- /m).slice(1).map(part => {
    const end = part.indexOf("\n");
    return [part.slice(0, end), part.slice(end + 1)];
});

test("whatever a turn does, an interrupt ends it and nothing else", () => {
    const guest = open();
    const [[, prepare], ...programs] = endless;
    assert.deepEqual(guest.run(prepare).err, "");
    const check = read("after_interrupt.py");
    for (const [name, code] of programs) {
        const turn = guest.run(code, { interruptAt: 20_000_000 });
        assert.equal(turn.code, -1, `${name}: ${turn.err}`);
        assert.equal(turn.out.includes("handled"), false, name);
        assert.equal(turn.err, "", name);
        assert.equal(turn.error, undefined, name);
        assert.equal(turn.result, undefined, name);
        assert.ok((turn.grace ?? 0) < 20_000_000, `${name} took ${turn.grace} to reach a safe point`);
        const after = guest.run(check);
        assert.deepEqual([after.code, after.err, after.out], [0, "", "handled: no\n"], name);
    }
});

test("1000 interrupts anywhere leave an interpreter that works", () => {
    const guest = open();
    assert.equal(guest.run(read("state.py")).err, "");
    const work = "work()", check = read("after_interrupt.py") + "\ncheck()\n";
    const whole = guest.run(work);
    assert.deepEqual([whole.code, whole.err], [0, ""]);
    let seed = 20261128, interrupted = 0;
    for (let i = 0; i < 1000; i++) {
        seed = Math.imul(seed, 1664525) + 1013904223 >>> 0;
        const at = Math.floor(seed / 2 ** 32 * whole.fuel);
        const turn = guest.run(work, { interruptAt: at });
        interrupted += turn.code === -1;
        assert.ok(turn.code === 0 || turn.code === -1, `${i}, at ${at}: ${turn.err}`);
        const after = guest.run(check);
        assert.deepEqual([after.code, after.err], [0, ""], `${i}, at ${at}`);
    }
    assert.ok(interrupted > 900, `${interrupted}`);
    assert.equal(guest.run(work).err, "");
});
