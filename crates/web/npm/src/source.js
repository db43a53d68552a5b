// Where a bundle comes from, in a form that a Worker can be sent.
import manifest from '../dist/manifest.js';

const runtime = new URL('./python.wasm', import.meta.url);

/**
 * Of the option `bundle`: nothing (the package's own), the URL of a bundle's directory, or
 * `{ manifest, runtime, files }`; of the option `trust`, the policy
 * that it has to pass; and of the option `cache`, whether its files are kept.
 */
export function source(bundle, trust = {}, cache = false) {
  return { ...from(bundle), policy: JSON.stringify(trust), cache: cache === true };
}

function from(bundle) {
  if (bundle === undefined) return { manifest, runtime: runtime.href };
  if (typeof bundle === 'string' || bundle instanceof URL) {
    const base = globalThis.document?.baseURI ?? globalThis.location?.href;
    const directory = new URL(bundle, base).href;
    return { directory: directory.endsWith('/') ? directory : `${directory}/` };
  }
  const { manifest: given, runtime: at, files } = bundle;
  const href = (it) => (it instanceof URL ? it.href : it);
  return {
    manifest: typeof given === 'string' ? given : JSON.stringify(given),
    runtime: href(at),
    files: files && Object.fromEntries(Object.entries(files).map(([path, it]) => [path, href(it)])),
  };
}
