import { Hognose } from 'hognose';
import engine from 'hognose/engine.wasm';
import manifest from 'hognose/manifest.json';
import runtime from 'hognose/python.wasm';

const python = await Hognose.load({
  worker: () => new Worker('worker.js', { type: 'module' }),
  engine,
  bundle: { manifest, runtime: new URL(runtime, document.baseURI) },
});
const { stdout } = await python.run({ code: 'print(2**100)' });
document.querySelector('output').textContent = stdout;
await python.close();
