// Guests on the caller's own thread.
import { HognoseError } from './error.js';

export class Inline {
  #engine;
  #closed = false;

  static async load(source, { engine: wasm, read }) {
    const inline = new Inline();
    try {
      const { Engine } = await import('./engine.js');
      // Node's `fetch` reads no files, so that the engine's module comes as bytes there.
      const module = wasm && read ? await read(String(wasm), 'engine') : wasm;
      inline.#engine = await Engine.load(source, module, read);
    } catch (error) {
      throw HognoseError.from(error);
    }
    return inline;
  }

  get identity() {
    return this.#engine.compiled.identity;
  }

  run(task, outputs, signal) {
    return this.#attempt(async (engine) => {
      if (signal?.aborted) return engine.stopped(task, 'cancelled', new Uint8Array(), new Uint8Array(), 0);
      let onAbort;
      try {
        return await engine.run(
          task,
          ({ cancel }) => signal?.addEventListener('abort', (onAbort = cancel), { once: true }),
          (stream, chunk) => outputs[stream - 1].push(chunk),
        );
      } finally {
        signal?.removeEventListener('abort', onAbort);
      }
    });
  }

  /** Where a session lives: here, with all others. */
  async place() {
    return {
      canShare: true,
      call: (method, args) => this.#attempt((engine) => engine[method](...args)),
      run: (task, outputs, signal) => this.run(task, outputs, signal),
    };
  }

  async #attempt(f) {
    if (this.#closed) throw new HognoseError('closed', 'it was closed');
    try {
      return await f(this.#engine);
    } catch (error) {
      throw HognoseError.from(error);
    }
  }

  async close() {
    this.#closed = true;
  }
}
