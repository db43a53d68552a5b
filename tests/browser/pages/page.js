import * as hognose from '/hognose/index.js';

Object.assign(globalThis, hognose);
