// One output stream of one run: as bytes, and as text for the embedder.
import { bytes } from './content.js';

export class Output {
  #chunks = [];
  #length = 0;
  #decoder = new TextDecoder();
  #onText;

  constructor(onText) {
    this.#onText = onText;
  }

  /** Takes what is sure to be in the outcome. */
  push(chunk) {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    this.#tell(this.#decoder.decode(chunk, { stream: true }));
  }

  /** Tells the rest of what is in the outcome. */
  finish(content) {
    if (!this.#onText) return;
    const rest = bytes(content).subarray(this.#length);
    this.#tell(this.#decoder.decode(rest));
  }

  /** All that was pushed. */
  bytes() {
    const all = new Uint8Array(this.#length);
    let at = 0;
    for (const chunk of this.#chunks) {
      all.set(chunk, at);
      at += chunk.length;
    }
    return all;
  }

  #tell(text) {
    if (text === '' || !this.#onText) return;
    try {
      this.#onText(text);
    } catch (error) {
      // The embedder's own mistake is told where uncaught ones are, and does not touch the run.
      queueMicrotask(() => {
        throw error;
      });
    }
  }
}
