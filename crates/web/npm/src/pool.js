// The Workers of one Hognose: so many that run guests, and one more that is warm when one of them
// has to be taken down, or a session wants one of its own.
import { HognoseError, isSound } from './error.js';
import { Takedown, WorkerThread } from './worker-thread.js';

/** Milliseconds for which the first run has the machine to itself, before another Worker is warmed. */
const SPARE_AFTER_MS = 100;

const closed = () => new HognoseError('closed', 'it was closed');

export class Pool {
  #createWorker;
  #wasm;
  #compiled;
  #idle = [];
  /** Those that run a guest. */
  #busy = new Set();
  /** How many more may be made. */
  #room;
  /** A promise of a warm one. */
  #spare;
  #queue = [];
  /** Those in which sessions live. */
  #homes = new Set();
  #closed = false;

  constructor({ createWorker, workers, wasm }) {
    this.#createWorker = createWorker;
    this.#room = workers;
    this.#wasm = wasm;
  }

  static async load(source, options) {
    const pool = new Pool(options);
    const thread = new WorkerThread(options.createWorker);
    try {
      pool.#compiled = await thread.load(source, options.wasm);
    } catch (error) {
      thread.terminate(error);
      throw error;
    }
    pool.#room -= 1;
    pool.#idle.push(thread);
    setTimeout(() => pool.#closed || pool.#warm(), SPARE_AFTER_MS);
    return pool;
  }

  get identity() {
    return this.#compiled.identity;
  }

  async run(task, outputs, signal) {
    const thread = await this.#take(signal);
    if (!thread) return this.#neverStarted(task);
    this.#busy.add(thread);
    let healthy = thread;
    try {
      return await thread.run(task, outputs, signal);
    } catch (error) {
      if (error instanceof Takedown) {
        healthy = await this.#replacement();
        return await this.#stopped(healthy, task, error, outputs);
      }
      // A Worker whose engine failed may be in any state.
      if (!isSound(error)) {
        thread.terminate(error);
        healthy = this.#closed ? undefined : await this.#replacement();
      }
      throw error;
    } finally {
      this.#busy.delete(thread);
      this.#giveBack(healthy);
    }
  }

  async close() {
    this.#closed = true;
    for (const { reject } of this.#queue.splice(0)) reject(closed());
    for (const thread of [...this.#busy, ...this.#homes, ...this.#idle.splice(0)]) thread.terminate(closed());
    const spare = this.#spare;
    this.#spare = undefined;
    spare?.then((thread) => thread.terminate(closed()), () => {});
  }

  /** A Worker for a session. */
  async place() {
    const thread = await this.#replacement();
    this.#homes.add(thread);
    return {
      canShare: thread.canSuspend,
      call: (method, args) => thread.call(method, args),
      run: (task, outputs, signal) => thread.run(task, outputs, signal),
      end: (reason) => {
        this.#homes.delete(thread);
        thread.terminate(reason);
      },
    };
  }

  #stopped(thread, task, { reason, wallMs }, outputs) {
    const [stdout, stderr] = outputs.map((output) => output.bytes());
    return thread.stopped(task, reason, stdout, stderr, wallMs);
  }

  /** The outcome of a run that was cancelled before its turn. */
  async #neverStarted(task) {
    const none = new Uint8Array();
    const spare = await this.#warm();
    return spare.stopped(task, 'cancelled', none, none, 0);
  }

  /** A Worker that is free; nothing where the signal is aborted before there is one. */
  async #take(signal) {
    if (this.#closed) throw closed();
    if (signal?.aborted) return undefined;
    const idle = this.#idle.pop();
    if (idle) return idle;
    if (this.#room > 0) {
      this.#room -= 1;
      try {
        return await this.#start();
      } catch (error) {
        this.#room += 1;
        throw error;
      }
    }
    return new Promise((resolve, reject) => {
      const turn = { resolve: done(resolve), reject: done(reject) };
      const onAbort = () => {
        this.#queue.splice(this.#queue.indexOf(turn), 1);
        resolve(undefined);
      };
      function done(settle) {
        return (value) => {
          signal?.removeEventListener('abort', onAbort);
          settle(value);
        };
      }
      signal?.addEventListener('abort', onAbort, { once: true });
      this.#queue.push(turn);
    });
  }

  /** Gives a Worker to who waits longest. Where there is none to give, another may be made. */
  #giveBack(thread) {
    if (this.#closed) {
      thread?.terminate(closed());
    } else if (!thread) {
      this.#room += 1;
    } else if (this.#queue.length > 0) {
      this.#queue.shift().resolve(thread);
    } else {
      this.#idle.push(thread);
    }
  }

  /** The warm Worker, or one that is about to be. */
  #warm() {
    this.#spare ??= this.#start();
    return this.#spare;
  }

  /** The warm Worker, in whose place another is started. */
  async #replacement() {
    if (this.#closed) throw closed();
    const spare = this.#warm();
    this.#spare = this.#start();
    try {
      return await spare;
    } catch {
      return this.#start();
    }
  }

  /** A new Worker that has been given the compiled runtime. */
  #start() {
    const start = async () => {
      const thread = new WorkerThread(this.#createWorker);
      try {
        await thread.load(this.#compiled, this.#wasm);
        await thread.call('warm', []);
      } catch (error) {
        thread.terminate(error);
        throw error;
      }
      if (this.#closed) {
        thread.terminate(closed());
        throw closed();
      }
      return thread;
    };
    const started = start();
    // Who needs it awaits it, and is told then.
    started.catch(() => {});
    return started;
  }
}
