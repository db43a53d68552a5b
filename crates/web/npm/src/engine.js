// The engine on this thread: loads a bundle, runs requests as JSON, and keeps sessions.
import init, { Runner, trust } from '../dist/hognose_web.js';
import { forget, keep, kept } from './asset-cache.js';
import { HognoseError } from './error.js';
import { Pauses } from './pauses.js';

// (module (func (try_table)))
const TRY_TABLE = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 8, 1, 6, 0, 31, 64, 0, 11, 11,
]);

/** The bundle's command that programs are for. */
const PYTHON = 'python';
const MAX_MANIFEST_BYTES = 65_536;
const MAX_ASSET_BYTES = 64 << 20;

/** Whether a guest can be suspended: JavaScript Promise Integration. */
const canSuspend = () =>
  typeof WebAssembly.Suspending === 'function' && typeof WebAssembly.promising === 'function';

export class Engine {
  #trusted;
  #read;
  /** Promises of what runs each command, by its name. */
  #runners = new Map();
  /** Sessions and their pauses, by number. */
  #sessions = new Map();
  #opened = 0;

  constructor(trusted, source, read) {
    this.#trusted = trusted;
    this.#read = read;
    /** What another thread's engine can be loaded from: what is compiled is compiled once. */
    this.compiled = source;
    this.canSuspend = canSuspend();
  }

  /**
   * `source` as source.js makes it, or what `compiled` of another thread's engine says. `wasm`:
   * where the engine's own module is, or its bytes.
   */
  static async load(source, wasm, read) {
    if (!WebAssembly.validate(TRY_TABLE)) {
      throw new HognoseError(
        'unsupported',
        'this WebAssembly has no exception handling (exnref): Chrome 137, Firefox 131, Safari 18.4 or Node 25 and later have it',
      );
    }
    const reading = typeof source.runtime === 'string' && !source.modules && !source.cache ? read(source.runtime, 'bundle', MAX_ASSET_BYTES) : undefined;
    // Who needs it awaits it, and is told then.
    reading?.catch(() => {});
    try {
      await init(wasm && { module_or_path: wasm });
    } catch (cause) {
      throw new HognoseError('engine', `the engine does not load: ${cause.message}`, { cause });
    }
    try {
      const { manifest = await readManifest(source, read), policy, modules = {} } = source;
      // Every thread asks for itself: what another one says of its modules is not evidence.
      const trusted = trust(manifest, policy, Date.now() / 1000);
      const commands = trusted.commands();
      // What is in a bundle without Python is compiled when it is called.
      const first = commands.includes(PYTHON) ? PYTHON : commands[0];
      const identity = trusted.identity(first);
      const engine = new Engine(trusted, { ...source, manifest, modules: { ...modules }, identity }, read);
      if (first === PYTHON) await engine.#runner(PYTHON, reading);
      return engine;
    } catch (thrown) {
      throw HognoseError.from(thrown);
    }
  }

  /** What runs a command; `reading` its bytes, where they are on their way. */
  #runner(command, reading) {
    if (!this.#runners.has(command)) {
      const start = async () => {
        const { modules } = this.compiled;
        modules[command] ??= await compile(this.#trusted, command, this.compiled, reading, this.#read);
        return new Runner(modules[command], this.#trusted, command);
      };
      const starting = start();
      this.#runners.set(command, starting);
      // It may go better the next time.
      starting.catch(() => this.#runners.delete(command));
    }
    return this.#runners.get(command);
  }

  /**
   * Runs a request of a command, or a turn of a session, to its end. `began({ cancel, wallMs })` is
   * called before the guest starts; `output(stream, bytes)` as it writes, with 1 or 2.
   */
  async run({ command, session: number, json }, began, output) {
    try {
      if (number) {
        const { session, pauses } = this.#session(number);
        return await drive(session.begin(json, output), pauses, began);
      }
      const runner = await this.#runner(command);
      const pauses = new Pauses();
      return await drive(runner.begin(json, output, this.#pause(pauses)), pauses, began);
    } catch (thrown) {
      throw HognoseError.from(thrown);
    }
  }

  /** Does what the first run or session would wait for, where there is Python. */
  async warm() {
    if (this.#runners.has(PYTHON)) (await this.#runner(PYTHON)).warm(this.#pause(new Pauses()));
  }

  // What makes a session tells its number.
  open(json) {
    return this.#keep((runner, pause) => runner.open(json, pause));
  }

  restore(bytes, key, maxBytes) {
    return this.#keep((runner, pause) => runner.restore(bytes, key, maxBytes, pause));
  }

  fork(number) {
    return this.#keep((_runner, pause) => this.#session(number).session.fork(pause));
  }

  async snapshot(number, key) {
    return this.#session(number).session.snapshot(key);
  }

  /** The outcome of a turn that is taken back before it begins. */
  async revoke(number, json) {
    return this.#session(number).session.begin(json).revoke();
  }

  async drop(number) {
    this.#session(number).session.free();
    this.#sessions.delete(number);
  }

  async #keep(make) {
    const runner = await this.#runner(PYTHON);
    const pauses = new Pauses();
    const session = make(runner, this.#pause(pauses));
    this.#opened += 1;
    this.#sessions.set(this.#opened, { session, pauses });
    return this.#opened;
  }

  #session(number) {
    return this.#sessions.get(number);
  }

  /** What a guest is suspended with, where that can be. */
  #pause(pauses) {
    return this.canSuspend ? pauses.pause : undefined;
  }

  /** The outcome of a run that was taken down with its thread. */
  async stopped({ command, json }, reason, stdout, stderr, wallMs) {
    try {
      const runner = await this.#runner(command);
      return runner.stopped(json, reason, stdout, stderr, wallMs * 1000);
    } catch (thrown) {
      throw HognoseError.from(thrown);
    }
  }
}

/** Runs a guest that is ready to its end. */
async function drive(run, pauses, began) {
  const { start, wall_ms: wallMs } = run;
  const cancel = run.cancel();
  const stop = () => {
    cancel.cancel();
    pauses.end();
  };
  began({ cancel: stop, wallMs });
  let returned;
  let thrown;
  try {
    returned = await start?.();
  } catch (trap) {
    thrown = trap;
  }
  return run.finish(returned, thrown);
}

async function readManifest({ directory }, read) {
  const bytes = await read(`${directory}manifest.json`, 'bundle', MAX_MANIFEST_BYTES);
  return new TextDecoder().decode(bytes);
}

// Of a directory nothing is fetched before somebody vouches for its manifest, and nothing is taken but
// what that names. `reading`: the runtime, where what it is read from was known before the engine was
// there. Whatever it is, it is held against the manifest before it is compiled.
async function compile(trusted, command, { directory, files, runtime, cache }, reading, read) {
  const path = trusted.path(command);
  const at = directory ? directory + path : (files?.[path] ?? runtime);
  if (at === undefined) throw new HognoseError('bundle', `${path}: is missing`);
  const { sha256 } = JSON.parse(trusted.identity(command));
  let compiling;
  if (cache) {
    const wasm = await kept(sha256);
    try {
      compiling = wasm && trusted.compile(command, wasm);
    } catch {
      await forget(sha256);
    }
  }
  if (!compiling) {
    if (typeof at === 'string') reading ??= read(at, 'bundle', trusted.size(command));
    const wasm = (await reading) ?? new Uint8Array(at);
    compiling = trusted.compile(command, wasm);
    if (cache) await keep(sha256, wasm);
  }
  try {
    return await compiling;
  } catch (cause) {
    throw new HognoseError('engine', `the runtime does not compile: ${cause.message}`, { cause });
  }
}
