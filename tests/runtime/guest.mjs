// The runtime alone, without a runner: a guest that is opened once and runs turns, over the few host
// calls that they need. There are no files.
import { readFileSync } from "node:fs";

const BADF = 8, INTR = 27, NOSYS = 52;
const GRACE = 100_000_000n;

export function load(path) {
    return new WebAssembly.Module(readFileSync(path));
}

export class Guest {
    // What the next run finds.
    args = [];
    env = {};
    stdin = "";
    // The run is interrupted when it has used so much fuel.
    interruptAt = undefined;
    out = "";
    err = "";
    slept = 0;
    interrupted = false;

    constructor(module) {
        const calls = {
            args_sizes_get: (n, bytes) => this.#sizes(this.#args(), n, bytes),
            args_get: (texts, buf) => this.#texts(this.#args(), texts, buf),
            environ_sizes_get: (n, bytes) => this.#sizes(this.#environ(), n, bytes),
            environ_get: (texts, buf) => this.#texts(this.#environ(), texts, buf),
            clock_time_get: (_id, _precision, time) => (this.#view().setBigUint64(time, 1_700_000_000_000_000_000n, true), 0),
            random_get: (buf, len) => (this.#bytes(buf, len).fill(7), 0),
            fd_write: (fd, vecs, n, written) => this.#write(fd, vecs, n, written),
            fd_read: (fd, vecs, n, read) => this.#read(fd, vecs, n, read),
            poll_oneoff: (_in, _out, _n, events) => {
                this.slept++;
                if (this.interruptAt !== undefined) {
                    this.#interrupt();
                    return INTR;
                }
                this.#view().setUint32(events, 1, true);
                return 0;
            },
            sched_yield: () => this.#yield(),
            proc_exit: code => { throw new Error(`proc_exit(${code})`); },
        };
        const imports = {};
        for (const { name } of WebAssembly.Module.imports(module)) {
            imports[name] = calls[name] ?? (() => name.startsWith("fd_") ? BADF : NOSYS);
        }
        this.exports = new WebAssembly.Instance(module, { wasi_snapshot_preview1: imports }).exports;
    }

    open() {
        const code = this.exports.hognose_open();
        if (code !== 0) throw new Error(`hognose_open: ${code}`);
        return this;
    }

    // Memory after hognose_open is all there is of a guest's state.
    get image() {
        return new Uint8Array(this.exports.memory.buffer);
    }

    restore(image) {
        const pages = (image.length - this.exports.memory.buffer.byteLength) / 65536;
        if (pages > 0) this.exports.memory.grow(pages);
        this.image.set(image);
        return this;
    }

    // A turn, or the one run of a fresh guest. { code, out, err, error, result, fuel }
    run(code, { turn = 1, interruptAt, args = ["-c", code], env = {}, stdin = "" } = {}) {
        Object.assign(this, { args, env, stdin, interruptAt, out: "", err: "", interrupted: false });
        const fuel = BigInt(interruptAt ?? 1_000_000_000_000);
        this.exports.hognose_set_fuel(fuel);
        const exit = this.exports.hognose_run(turn);
        const left = this.exports.hognose_fuel();
        return {
            code: exit, out: this.out, err: this.err, error: this.#words(this.exports.hognose_error(), 3)?.[0],
            result: this.#words(this.exports.hognose_result(), 2),
            fuel: interruptAt === undefined ? Number(fuel - left) : undefined,
            // What it took to reach a safe point.
            grace: this.interrupted ? Number(GRACE - left) : undefined,
        };
    }

    #interrupt() {
        this.#view().setUint32(this.exports.hognose_interrupt(), 1, true);
    }

    #yield() {
        if (this.exports.hognose_fuel() >= 0n) return 0; // a throw
        if (this.interrupted) throw new Error("no safe point within the grace");
        this.interrupted = true;
        this.#interrupt();
        this.exports.hognose_set_fuel(GRACE);
        return 0;
    }

    #args() { return ["python", ...this.args]; }
    #environ() { return Object.entries(this.env).map(([name, value]) => `${name}=${value}`); }
    #view() { return new DataView(this.exports.memory.buffer); }
    #bytes(at, len) { return new Uint8Array(this.exports.memory.buffer, at, len); }

    #words(at, texts) {
        if (at === 0) return undefined;
        return Array.from({ length: texts }, (_, i) => {
            const start = this.#view().getUint32(at + 8 * i, true), len = this.#view().getUint32(at + 8 * i + 4, true);
            return start === 0 ? undefined : new TextDecoder("utf-8", { fatal: true }).decode(this.#bytes(start, len));
        });
    }

    #encoded(texts) { return texts.map(text => new TextEncoder().encode(`${text}\0`)); }

    #sizes(texts, n, bytes) {
        this.#view().setUint32(n, texts.length, true);
        this.#view().setUint32(bytes, this.#encoded(texts).reduce((sum, text) => sum + text.length, 0), true);
        return 0;
    }

    #texts(texts, at, buf) {
        for (const text of this.#encoded(texts)) {
            this.#view().setUint32(at, buf, true);
            this.#bytes(buf, text.length).set(text);
            at += 4;
            buf += text.length;
        }
        return 0;
    }

    #vecs(vecs, n) {
        return Array.from({ length: n }, (_, i) =>
            this.#bytes(this.#view().getUint32(vecs + 8 * i, true), this.#view().getUint32(vecs + 8 * i + 4, true)));
    }

    #write(fd, vecs, n, written) {
        let total = 0;
        for (const bytes of this.#vecs(vecs, n)) {
            this[fd === 1 ? "out" : "err"] += Buffer.from(bytes).toString();
            total += bytes.length;
        }
        this.#view().setUint32(written, total, true);
        return 0;
    }

    #read(fd, vecs, n, read) {
        if (fd !== 0) return BADF;
        const [into] = this.#vecs(vecs, n);
        const bytes = new TextEncoder().encode(this.stdin).subarray(0, into.length);
        into.set(bytes);
        this.stdin = this.stdin.slice(bytes.length); // ASCII
        this.#view().setUint32(read, bytes.length, true);
        return 0;
    }
}
