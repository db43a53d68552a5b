// A Worker, from this side: it is asked one thing at a time and answers it, or is taken down.
import { HognoseError } from './error.js';

export class WorkerThread {
  #worker;
  #pending;
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

  /** Runs a request: `began(wallMs)` when the guest starts, `output(stream, chunk)` as it writes. */
  run(task, began, output) {
    return this.#ask({ ask: 'run', task }, { began, output });
  }

  /** The outcome of a run that was taken down with another Worker. */
  stopped(task, reason, stdout, stderr, wallMs) {
    return this.#ask({ ask: 'stopped', task, reason, stdout, stderr, wallMs });
  }

  /** Asks the guest to end. Only one that can be suspended hears of it. */
  cancel() {
    this.#worker.postMessage({ cancel: true });
  }

  /** Takes the Worker down; what was asked of it is rejected with `reason`. */
  terminate(reason) {
    this.#worker.terminate();
    this.#fail(reason);
  }

  #ask(message, handlers = {}) {
    return new Promise((resolve, reject) => {
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
    const pending = this.#pending;
    this.#pending = undefined;
    pending?.reject(reason);
  }
}
