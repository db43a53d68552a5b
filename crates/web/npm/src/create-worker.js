// A Worker of this package. Bundlers know the first form, and put a file of their own there.
export function createWorker() {
  try {
    return new Worker(new URL('./worker.js', import.meta.url), { type: 'module', name: 'hognose' });
  } catch (error) {
    if (error.name !== 'SecurityError') throw error;
    // The package comes from another origin, such as a CDN, which may not be a Worker's own. A
    // script of ours that imports it may be.
    const here = import.meta.url;
    const script = `import ${JSON.stringify(new URL('./worker.js', here).href)};`;
    const blob = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
    const worker = new Worker(blob, { type: 'module', name: 'hognose' });
    worker.addEventListener('message', () => URL.revokeObjectURL(blob), { once: true });
    return worker;
  }
}
