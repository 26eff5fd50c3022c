// Works alone in the folder given as its argument until it is told to end.
import { alone } from './alone.mjs';

const [, , folder = ''] = process.argv;
await alone(
  folder,
  () =>
    new Promise((resolve) => {
      console.log('working');
      process.stdin.once('data', resolve);
    }),
  () => console.log('waiting'),
);
console.log('done');
process.exit();
