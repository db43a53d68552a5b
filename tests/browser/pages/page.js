import * as hognose from '/hognose/dist/index.js';

Object.assign(globalThis, hognose);
