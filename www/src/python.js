// Python on this page: loaded once, one run at a time.
import { Hognose, HognoseError } from 'hognose';

let python;
let controller;

export const load = async () => {
  python = await Hognose.load();
};

/** Which runtime it is, and who vouches for it. */
export const runtime = () => python.runtime;

export const isRunning = () => controller !== undefined;

export const stop = () => controller?.abort();

/** Runs a request to its outcome. */
export async function run(request) {
  controller = new AbortController();
  try {
    return await python.run({ ...request, signal: controller.signal });
  } finally {
    controller = undefined;
  }
}

/** What went wrong, as a sentence for who looks at the page. */
export function told(error) {
  if (!(error instanceof HognoseError)) return `Python cannot be loaded: ${error.message}`;
  const { code, message } = error;
  if (code === 'unsupported') return `Python cannot run here: ${message}.`;
  if (code === 'bundle') return `Python is disabled, because its runtime cannot be verified: ${message.replace(/^bundle: /, '')}.`;
  if (code === 'request') return `This cannot be run: ${message}.`;
  return `Python cannot run here (${code}): ${message}`;
}
