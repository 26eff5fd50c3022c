import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  approvalScores,
  bordaScores,
  rankBy,
  supportScores,
  type Contender,
  type Scores,
} from './ordering.ts';

const contenders = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    title: fc.string({ minLength: 1, maxLength: 5 }),
    needs: fc.nat(5),
    sessions: fc.nat(3),
    people: fc.option(fc.nat(50)),
  }),
  { selector: ({ id }) => id, minLength: 2, maxLength: 8 },
);

/** Candidates with ballots that rank some of them. */
const votes = contenders.chain((list) =>
  fc.record({
    list: fc.constant(list),
    ballots: fc.array(fc.shuffledSubarray(list.map(({ id }) => id)), { minLength: 1, maxLength: 6 }),
  }),
);

function placeOf(list: readonly Contender[], scores: Scores, id: string): number {
  return rankBy(list, scores).find((ranked) => ranked.id === id)?.place ?? 0;
}

test('the order does not depend on the order in which candidates or ballots come', () => {
  fc.assert(
    fc.property(votes, ({ list, ballots }) => {
      const ids = list.map(({ id }) => id);
      const there = rankBy(list, bordaScores(ids, ballots));
      const back = rankBy(list.toReversed(), bordaScores(ids.toReversed(), ballots.toReversed()));
      expect(back).toEqual(there);
    }),
  );
});

test('those with the same score share a place, and the places after it are skipped', () => {
  fc.assert(
    fc.property(contenders, (list) => {
      const ranked = rankBy(list, supportScores(list));
      expect(ranked.map(({ position }) => position)).toEqual(list.map((_, index) => index + 1));
      for (const { place, score } of ranked) {
        const better = ranked.filter((other) =>
          other.score.some((_, at) => isHigher(other.score, score, at)),
        );
        expect(place).toBe(better.length + 1);
      }
    }),
  );
});

/** Whether a score is higher than another from a part on, those before being equal. */
function isHigher(a: readonly number[], b: readonly number[], at: number): boolean {
  return (a[at] ?? 0) > (b[at] ?? 0) && a.slice(0, at).every((part, index) => part === b[index]);
}

describe('facilitators’ ranking', () => {
  test('gives every ballot the same weight, however many candidates it ranks', () => {
    fc.assert(
      fc.property(votes, ({ list, ballots }) => {
        const ids = list.map(({ id }) => id);
        const sum = [...bordaScores(ids, ballots).values()].reduce((all, [points = 0]) => all + points, 0);
        expect(sum).toBeCloseTo((ballots.length * ids.length * (ids.length - 1)) / 2);
      }),
    );
  });

  test('a candidate that one ballot puts higher never comes to stand lower', () => {
    fc.assert(
      fc.property(votes, fc.nat(), fc.nat(), ({ list, ballots }, some, steps) => {
        const ids = list.map(({ id }) => id);
        const which = some % ballots.length;
        const ballot = ballots[which] ?? [];
        const chosen = ids[steps % ids.length] ?? '';
        const at = ballot.indexOf(chosen);
        const without = ballot.filter((id) => id !== chosen);
        const higher = at === -1 ? without.length : Math.max(0, at - 1 - (some % 3));
        const raised = without.toSpliced(higher, 0, chosen);
        const after = ballots.with(which, raised);
        expect(placeOf(list, bordaScores(ids, after), chosen)).toBeLessThanOrEqual(
          placeOf(list, bordaScores(ids, ballots), chosen),
        );
      }),
    );
  });

  test('counts as it is explained', () => {
    expect([...bordaScores(['a', 'b', 'c', 'd'], [['a', 'b'], ['b']])]).toEqual([
      ['a', [3 + 1]],
      ['b', [2 + 3]],
      ['c', [0.5 + 1]],
      ['d', [0.5 + 1]],
    ]);
  });
});

test('one more approval never puts a candidate lower', () => {
  fc.assert(
    fc.property(contenders, fc.array(fc.nat(20), { maxLength: 8 }), fc.nat(), (list, approvals, which) => {
      const ids = list.map(({ id }) => id);
      const counts = ids.map((candidateId, at) => ({ candidateId, approvals: approvals[at] ?? 0 }));
      const chosen = ids[which % ids.length] ?? '';
      const more = [...counts, { candidateId: chosen, approvals: 1 }];
      expect(placeOf(list, approvalScores(ids, more), chosen)).toBeLessThanOrEqual(
        placeOf(list, approvalScores(ids, counts), chosen),
      );
    }),
  );
});
