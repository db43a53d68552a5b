import { Hognose } from 'hognose';

const python = await Hognose.load({ thread: 'inline' });
const { stdout } = await python.run({ code: 'print(2**100)' });
process.stdout.write(stdout);
await python.close();
