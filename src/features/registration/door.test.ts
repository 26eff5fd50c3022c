import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arrivalOf, byOurClock } from './door.ts';

const acts = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    kind: fc.constantFrom('in' as const, 'undo' as const),
    happenedAt: fc.integer({ min: 0, max: 50 }),
  }),
  { selector: ({ id }) => id, maxLength: 12 },
);

test('in whatever order devices send, and however often, the same person arrived at the same time', () => {
  fc.assert(
    fc.property(
      acts.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([all, shuffled]) => {
        expect(arrivalOf(shuffled)).toBe(arrivalOf(all));
        expect(arrivalOf([...all, ...shuffled])).toBe(arrivalOf(all));
      },
    ),
  );
});

test('two devices check in the same person: once, and the first time is kept', () => {
  const first = { id: 'b', kind: 'in', happenedAt: 100 } as const;
  const second = { id: 'a', kind: 'in', happenedAt: 160 } as const;
  expect(arrivalOf([second, first])).toBe(100);
  expect(arrivalOf([first, second, { id: 'c', kind: 'undo', happenedAt: 170 }])).toBeNull();
  expect(arrivalOf([])).toBeNull();
});

test('a clock that goes wrong is set right by what it showed on sending, and nothing happens ahead of now', () => {
  expect(byOurClock(1000, 2000, 5000)).toBe(4000);
  expect(byOurClock(9000, 2000, 5000)).toBe(5000);
});
