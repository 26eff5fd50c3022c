import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inLanes } from './in-lanes.ts';

test('every item is worked on once, and never more of them at a time than there are lanes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat({ max: 5 }), { maxLength: 20 }),
      fc.integer({ min: 1, max: 4 }),
      async (items, lanes) => {
        const done: number[] = [];
        let [under, most] = [0, 0];
        await inLanes(items, lanes, async (item) => {
          under += 1;
          most = Math.max(most, under);
          for (let turn = 0; turn <= item; turn += 1) await Promise.resolve();
          under -= 1;
          done.push(item);
        });
        expect(done.toSorted((a, b) => a - b)).toEqual(items.toSorted((a, b) => a - b));
        expect(most).toBe(Math.min(lanes, items.length));
      },
    ),
  );
});

test('after a fault nothing more is begun, and what was begun has ended when it is told', async () => {
  const begun: number[] = [];
  const ended: number[] = [];
  const work = async (item: number) => {
    begun.push(item);
    if (item === 1) throw new Error('no paper');
    await setTimeout(1);
    ended.push(item);
  };
  await expect(inLanes([0, 1, 2, 3], 2, work)).rejects.toThrow('no paper');
  expect(begun).toEqual([0, 1]);
  expect(ended).toEqual([0]);
});
