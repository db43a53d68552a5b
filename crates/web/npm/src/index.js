// The package for browsers. Nothing here touches the page when it is imported.
import { createWorker } from './create-worker.js';
import { fetchBytes } from './fetch.js';
import { hognose } from './hognose.js';

export { bytes } from './content.js';
export { HognoseError } from './error.js';
export { Session } from './session.js';

export const Hognose = hognose({ thread: 'worker', createWorker, read: fetchBytes });
