import { expect, test } from 'vitest';
import { Turns } from './turns.ts';

test('so many work at a time, the others in the order in which they came', async () => {
  const turns = new Turns(2);
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const work = (name: string) =>
    turns.during(() => {
      begun.push(name);
      return new Promise<void>((resolve) => ends.set(name, resolve));
    });
  const all = ['a', 'b', 'c', 'd'].map(work);
  expect(begun).toEqual(['a', 'b']);
  ends.get('b')?.();
  await all[1];
  expect(begun).toEqual(['a', 'b', 'c']);
  ends.get('a')?.();
  await all[0];
  expect(begun).toEqual(['a', 'b', 'c', 'd']);
  for (const name of ['c', 'd']) ends.get(name)?.();
  await Promise.all(all);
});

test('a turn ends with a fault, too', async () => {
  const turns = new Turns(1);
  await expect(turns.during(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await turns.during(() => Promise.resolve('next'))).toBe('next');
});
