// Where a bundle comes from, in a form that a Worker can be sent.
import manifest from '../dist/manifest.js';

const runtime = new URL('./python.wasm', import.meta.url);

/**
 * Of the option `bundle`: nothing (the package's own), the URL of a bundle's directory, or
 * `{ manifest, runtime }`.
 */
export function source(bundle) {
  if (bundle === undefined) return { manifest, runtime: runtime.href };
  if (typeof bundle === 'string' || bundle instanceof URL) {
    const base = globalThis.document?.baseURI ?? globalThis.location?.href;
    const directory = new URL(bundle, base).href;
    return { directory: directory.endsWith('/') ? directory : `${directory}/` };
  }
  const { manifest: given, runtime: at } = bundle;
  return {
    manifest: typeof given === 'string' ? given : JSON.stringify(given),
    runtime: at instanceof URL ? at.href : at,
  };
}
