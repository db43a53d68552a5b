// The package for browsers. Nothing here touches the page when it is imported.
import { createWorker } from './src/create-worker.js';
import { fetchBytes } from './src/fetch.js';
import { hognose } from './src/hognose.js';

export { bytes } from './src/content.js';
export { HognoseError } from './src/error.js';

export const Hognose = hognose({ thread: 'worker', createWorker, read: fetchBytes });
