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

  async run(task, outputs, signal) {
    if (this.#closed) throw new HognoseError('closed', 'it was closed');
    let onAbort;
    try {
      if (signal?.aborted) {
        return this.#engine.stopped(task, 'cancelled', new Uint8Array(), new Uint8Array(), 0);
      }
      return await this.#engine.run(
        task,
        ({ cancel }) => signal?.addEventListener('abort', (onAbort = cancel), { once: true }),
        (stream, chunk) => outputs[stream - 1].push(chunk),
      );
    } catch (error) {
      throw HognoseError.from(error);
    } finally {
      signal?.removeEventListener('abort', onAbort);
    }
  }

  async close() {
    this.#closed = true;
  }
}
