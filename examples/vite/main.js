import { Hognose } from 'hognose';

const python = await Hognose.load();
const { stdout } = await python.run({ code: 'print(2**100)' });
document.querySelector('output').textContent = stdout;
await python.close();
