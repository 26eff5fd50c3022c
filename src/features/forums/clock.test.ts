import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockText, nextSpeaker, spokenBy, usedBy } from './clock.ts';

const at = (seconds: number) => new Date(Date.UTC(2027, 2, 1, 18, 0, seconds));

describe('time used', () => {
  test('a clock that stands still keeps what was used', () => {
    expect(usedBy({ usedMs: 4000, runningSince: null }, at(50))).toBe(4000);
  });

  test('a clock that runs counts from when it began, on the server’s clock', () => {
    expect(usedBy({ usedMs: 4000, runningSince: at(10) }, at(15))).toBe(9000);
  });

  test('a clock is never turned back', () => {
    expect(usedBy({ usedMs: 4000, runningSince: at(10) }, at(5))).toBe(4000);
  });

  test('the turns of a candidate add up', () => {
    const turn = { number: 1, usedMs: 1000, runningSince: null, hasEnded: true };
    const spoken = spokenBy(
      [
        { ...turn, candidacyId: 'a' },
        { ...turn, number: 2, candidacyId: 'b' },
        { ...turn, number: 3, candidacyId: 'a' },
      ],
      at(0),
    );
    expect([...spoken]).toEqual([
      ['a', 2000],
      ['b', 1000],
    ]);
  });
});

describe('who speaks next', () => {
  const order = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 8 });

  function play(names: readonly string[], rounds: number): string[] {
    const turns: { candidacyId: string }[] = [];
    for (let turn = 0; turn < rounds * names.length; turn += 1) {
      turns.push({ candidacyId: nextSpeaker(names, turns) ?? '' });
    }
    return turns.map(({ candidacyId }) => candidacyId);
  }

  test('after every round each has had as many turns as the others', () => {
    fc.assert(
      fc.property(order, fc.integer({ min: 1, max: 5 }), (names, rounds) => {
        const spoke = play(names, rounds);
        for (const name of names) expect(spoke.filter((one) => one === name)).toHaveLength(rounds);
      }),
    );
  });

  test('the first round goes by lot, and after as many rounds as candidates each has begun one', () => {
    fc.assert(
      fc.property(order, (names) => {
        const spoke = play(names, names.length);
        expect(spoke.slice(0, names.length)).toEqual(names);
        const first = names.map((_, round) => spoke[round * names.length]);
        expect(new Set(first)).toEqual(new Set(names));
      }),
    );
  });

  test('whoever came late speaks before the others speak again', () => {
    expect(nextSpeaker(['a', 'b', 'c'], [{ candidacyId: 'a' }, { candidacyId: 'b' }])).toBe('c');
  });

  test('nobody, where nobody came', () => {
    expect(nextSpeaker([], [])).toBeUndefined();
  });
});

test.each([
  [120_000, '2:00'],
  [119_001, '2:00'],
  [59_000, '0:59'],
  [0, '0:00'],
  [-1000, '−0:01'],
  [-61_500, '−1:01'],
])('%d ms on the clock', (milliseconds, text) => {
  expect(clockText(milliseconds)).toBe(text);
});
