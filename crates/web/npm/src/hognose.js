// The public class, over whatever the host has: Workers or only its own thread.
import { HognoseError } from './error.js';
import { Inline } from './inline.js';
import { Pool } from './pool.js';
import { follow } from './request.js';
import { Session } from './session.js';
import { source } from './source.js';

/** The bundle's command that programs are for. */
const PYTHON = 'python';
const MAX_WORKERS = 16;

/** The class `Hognose` of a host: `{ thread, createWorker?, read, engine? }`. */
export function hognose(host) {
  return class Hognose {
    #threads;
    #limits;

    constructor(threads, limits) {
      this.#threads = threads;
      this.#limits = limits;
    }

    static async load(options = {}) {
      const { bundle, cache, engine = host.engine, limits, thread = host.thread, trust, worker, workers = 1, ...rest } = options;
      const [unknown] = Object.keys(rest);
      if (unknown !== undefined) throw new HognoseError('request', `load: there is no option "${unknown}"`);
      const from = source(bundle, trust, cache);
      if (thread === 'inline') {
        return new Hognose(await Inline.load(from, { engine, read: host.read }), limits);
      }
      if (thread !== 'worker') throw new HognoseError('request', 'thread: must be "worker" or "inline"');
      if (!Number.isInteger(workers) || workers < 1 || workers > MAX_WORKERS) {
        throw new HognoseError('request', `workers: ${workers} is not within 1 to ${MAX_WORKERS}`);
      }
      const createWorker = worker ?? host.createWorker;
      if (!createWorker) {
        throw new HognoseError('unsupported', 'there are no Web Workers here: use { thread: "inline" }');
      }
      const wasm = engine && new URL(engine, globalThis.location?.href).href;
      return new Hognose(await Pool.load(from, { createWorker, workers, wasm }), limits);
    }

    /** Which runtime runs, and who vouches for it, as receipts say it. */
    get runtime() {
      return JSON.parse(this.#threads.identity);
    }

    run(options) {
      return this.#run(PYTHON, options);
    }

    exec(command, options = {}) {
      if (typeof command !== 'string') throw new HognoseError('request', 'command: must be a string');
      return this.#run(command, { ...options, command });
    }

    #run(command, options) {
      return follow(this.#limited(options), (json, outputs, signal) =>
        this.#threads.run({ command, json }, outputs, signal));
    }

    /** Opens a session. */
    async open(options = {}) {
      return Session.open(this.#threads, this.#limited(options));
    }

    /** Goes on with a session that was made bytes. */
    async restore(bytes, options) {
      return Session.restore(this.#threads, bytes, options);
    }

    /** With the limits that hold where they are not told otherwise. */
    #limited(options) {
      return this.#limits ? { ...options, limits: { ...this.#limits, ...options.limits } } : options;
    }

    close() {
      return this.#threads.close();
    }

    [Symbol.asyncDispose ?? Symbol.for('Symbol.asyncDispose')]() {
      return this.close();
    }
  };
}
