import { Hognose } from './node_modules/hognose/dist/index.js';

const python = await Hognose.load();
const { stdout } = await python.run({ code: 'print(2**100)' });
document.querySelector('output').textContent = stdout;
await python.close();
