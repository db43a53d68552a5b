// What crosses to the engine and back: JSON, and output on its way.
import { replacer } from './content.js';
import { HognoseError } from './error.js';
import { Output } from './output.js';

/** Options as the engine takes them. */
export function toJson(options) {
  try {
    return JSON.stringify(options, replacer);
  } catch (cause) {
    throw new HognoseError('request', `request: ${cause.message}`, { cause });
  }
}

/** The outcome of a run: `start(json, outputs, signal)` runs it. */
export async function follow({ signal, onStdout, onStderr, ...request }, start) {
  const json = toJson(request);
  const outputs = [new Output(onStdout), new Output(onStderr)];
  const outcome = JSON.parse(await start(json, outputs, signal));
  outputs[0].finish(outcome.stdout);
  outputs[1].finish(outcome.stderr);
  return outcome;
}

/** Only options that there are. */
export function known(what, options, names) {
  const unknown = Object.keys(options).find((name) => !names.includes(name));
  if (unknown !== undefined) throw new HognoseError('request', `${what}: there is no option "${unknown}"`);
  return options;
}
