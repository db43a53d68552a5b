// A session, as the embedder has it.
import { HognoseError } from './error.js';
import { follow, known, toJson } from './request.js';
import { SessionHome, sessionClosed } from './session-home.js';

export class Session {
  #home;
  #number;
  /** Ends what is under way when the session is closed. */
  #ending = new AbortController();
  #pending = new Set();

  constructor([home, number]) {
    this.#home = home;
    this.#number = number;
  }

  static async open(threads, options) {
    return new Session(await SessionHome.make(threads, 'open', toJson(options)));
  }

  static async restore(threads, bytes, options = {}) {
    const { key, maxBytes } = known('restore', options, ['key', 'maxBytes']);
    if (bytes instanceof ArrayBuffer) bytes = new Uint8Array(bytes);
    if (!(bytes instanceof Uint8Array)) throw new HognoseError('request', 'restore: the snapshot must be a Uint8Array');
    if (maxBytes !== undefined && !(maxBytes >= 0)) throw new HognoseError('request', 'maxBytes: must be a number');
    return new Session(await SessionHome.make(threads, 'restore', bytes, checked(key), maxBytes));
  }

  run(options) {
    return follow(options, (json, outputs, signal) => {
      const ending = this.#ending.signal;
      const either = signal ? AbortSignal.any([signal, ending]) : ending;
      return this.#do(() => this.#home.run(this.#number, json, outputs, either));
    });
  }

  async snapshot(options = {}) {
    const { key } = known('snapshot', options, ['key']);
    checked(key);
    return this.#do(() => this.#home.ask('snapshot', this.#number, key));
  }

  async fork() {
    return new Session(await this.#do(() => this.#home.fork(this.#number)));
  }

  async close() {
    if (this.#ending.signal.aborted) return;
    this.#ending.abort(sessionClosed('close() was called'));
    for (const reject of this.#pending) reject(this.#ending.signal.reason);
    await this.#home.leave(this.#number);
  }

  /** What comes of it, unless the session is closed before. */
  #do(f) {
    return new Promise((resolve, reject) => {
      this.#ending.signal.throwIfAborted();
      this.#pending.add(reject);
      f().then(resolve, reject).finally(() => this.#pending.delete(reject));
    });
  }

  [Symbol.asyncDispose ?? Symbol.for('Symbol.asyncDispose')]() {
    return this.close();
  }
}

function checked(key) {
  if (key === undefined || (key instanceof Uint8Array && key.length === 32)) return key;
  throw new HognoseError('request', 'key: must be a Uint8Array of 32 bytes');
}
