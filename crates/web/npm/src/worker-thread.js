// A Worker, from this side: it is asked one thing at a time and answers it, or is taken down.
import { HognoseError } from './error.js';

/** Milliseconds in which a guest that can be suspended has to end after it was cancelled. */
const CANCEL_GRACE_MS = 250;
/** Milliseconds beyond its wall-clock time in which core has to have ended a guest. */
const TIMEOUT_GRACE_MS = 1_000;
/** Either, for a turn: a session is lost with its Worker, and not made anew. */
const TURN_GRACE_MS = 5_000;

export class WorkerThread {
  #worker;
  #pending;
  /** Why it is there no more. */
  #gone;
  canSuspend = false;

  constructor(createWorker) {
    try {
      this.#worker = createWorker();
    } catch (cause) {
      throw new HognoseError('worker', `no Worker can be made: ${cause.message}`, { cause });
    }
    this.#worker.addEventListener('message', ({ data }) => this.#told(data));
    const failed = (event) => {
      event.preventDefault?.();
      this.#fail(new HognoseError('worker', `the Worker failed: ${event.message ?? 'it could not be loaded'}`));
    };
    this.#worker.addEventListener('error', failed);
    this.#worker.addEventListener('messageerror', failed);
  }

  /** Loads a bundle: resolves to what other Workers can be given of it. */
  async load(source, wasm) {
    const { compiled, canSuspend } = await this.#ask({ ask: 'load', source, wasm });
    this.canSuspend = canSuspend;
    return compiled;
  }

  /** Runs a task's guest to its end; throws a Takedown when the Worker has to be taken down. */
  async run(task, outputs, signal) {
    const [cancelGraceMs, timeoutGraceMs] = task.session
      ? [TURN_GRACE_MS, TURN_GRACE_MS]
      : [CANCEL_GRACE_MS, TIMEOUT_GRACE_MS];
    const timers = [];
    let startedMs = performance.now();
    const takeDown = (reason) => this.terminate(new Takedown(reason, performance.now() - startedMs));
    const onAbort = () => {
      // Only a guest that can be suspended hears of it.
      this.#worker.postMessage({ cancel: true });
      timers.push(setTimeout(takeDown, this.canSuspend ? cancelGraceMs : 0, 'cancelled'));
    };
    const began = (wallMs) => {
      startedMs = performance.now();
      timers.push(setTimeout(takeDown, wallMs + timeoutGraceMs, 'timeout'));
    };
    const output = (stream, chunk) => outputs[stream - 1].push(chunk);
    try {
      const answer = this.#ask({ ask: 'run', task }, { began, output });
      if (signal?.aborted) onAbort();
      else signal?.addEventListener('abort', onAbort, { once: true });
      return await answer;
    } finally {
      timers.forEach(clearTimeout);
      signal?.removeEventListener('abort', onAbort);
    }
  }

  /** Asks the engine for one of its methods. */
  call(method, args) {
    return this.#ask({ ask: 'call', method, args });
  }

  /** The outcome of a run that was taken down with another Worker. */
  stopped(task, reason, stdout, stderr, wallMs) {
    return this.#ask({ ask: 'stopped', task, reason, stdout, stderr, wallMs });
  }

  /** Takes the Worker down; what was asked of it is rejected with `reason`. */
  terminate(reason) {
    this.#worker.terminate();
    this.#fail(reason);
  }

  #ask(message, handlers = {}) {
    return new Promise((resolve, reject) => {
      if (this.#gone) throw this.#gone;
      this.#pending = { resolve, reject, ...handlers };
      this.#worker.postMessage(message);
    });
  }

  #told({ answer, error, began, stream, chunk }) {
    const pending = this.#pending;
    if (!pending) return;
    if (chunk) {
      pending.output?.(stream, chunk);
    } else if (began !== undefined) {
      pending.began?.(began);
    } else {
      this.#pending = undefined;
      if (error) pending.reject(HognoseError.from(error));
      else pending.resolve(answer);
    }
  }

  #fail(reason) {
    this.#gone ??= reason;
    const pending = this.#pending;
    this.#pending = undefined;
    pending?.reject(reason);
  }
}

/** Why a Worker was taken down under its guest, and when: milliseconds after the start. */
export class Takedown extends Error {
  constructor(reason, wallMs) {
    super(reason);
    this.reason = reason;
    this.wallMs = wallMs;
  }
}
