// The engine on this thread: loads a bundle, and runs requests as JSON.
import init, { Runner, runtime_path, verify } from '../dist/hognose_web.js';
import { HognoseError } from './error.js';
import { Pauses } from './pauses.js';

// (module (func (try_table)))
const TRY_TABLE = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 8, 1, 6, 0, 31, 64, 0, 11, 11,
]);

/** Whether a guest can be suspended: JavaScript Promise Integration. */
const canSuspend = () =>
  typeof WebAssembly.Suspending === 'function' && typeof WebAssembly.promising === 'function';

export class Engine {
  #runner;

  constructor(runner, compiled) {
    this.#runner = runner;
    this.compiled = compiled;
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
    const reading = typeof source.runtime === 'string' ? read(source.runtime, 'bundle') : undefined;
    // Who needs it awaits it, and is told then.
    reading?.catch(() => {});
    try {
      await init(wasm && { module_or_path: wasm });
    } catch (cause) {
      throw new HognoseError('engine', `the engine does not load: ${cause.message}`, { cause });
    }
    try {
      const compiled = source.module ? source : await compile(source, reading, read);
      return new Engine(new Runner(compiled.module, compiled.bundle, compiled.sha256), compiled);
    } catch (thrown) {
      throw HognoseError.from(thrown);
    }
  }

  /**
   * Runs a request to its end. `began({ cancel })` is called before the guest starts; `output(stream,
   * bytes)` as it writes, with 1 or 2.
   */
  async run(json, began, output) {
    const pauses = new Pauses();
    const pause = this.canSuspend ? (ms) => pauses.pause(ms) : undefined;
    try {
      const run = this.#runner.begin(json, output, pause);
      const { start, wall_ms: wallMs } = run;
      const cancel = run.cancel();
      const stop = () => {
        cancel.cancel();
        pauses.end();
      };
      began({ cancel: stop, wallMs });
      let thrown;
      try {
        if (pause) await start?.();
        else start?.();
      } catch (trap) {
        thrown = trap;
      }
      return run.finish(thrown);
    } catch (thrown) {
      throw HognoseError.from(thrown);
    }
  }

  /** The outcome of a run that was taken down with its thread. */
  stopped(json, reason, stdout, stderr, wallMs) {
    try {
      return this.#runner.stopped(json, reason, stdout, stderr, wallMs * 1000);
    } catch (thrown) {
      throw HognoseError.from(thrown);
    }
  }
}

/** `reading`: the runtime, where what it is read from was known before the engine was there. */
async function compile({ directory, manifest, runtime }, reading, read) {
  if (directory) {
    manifest = new TextDecoder().decode(await read(`${directory}manifest.json`, 'bundle'));
    reading = read(directory + runtime_path(manifest), 'bundle');
  }
  const wasm = (await reading) ?? new Uint8Array(runtime);
  const verified = verify(manifest, wasm);
  const { bundle, sha256 } = verified;
  try {
    return { module: await verified.compile(), bundle, sha256 };
  } catch (cause) {
    throw new HognoseError('engine', `the runtime does not compile: ${cause.message}`, { cause });
  } finally {
    verified.free();
  }
}
