import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyOfGroup, resultsOf, type ScoredCard, type Whose } from './results.ts';

/** Cards of one issue, by unit, sex and session. */
function cards(count: number, card: Omit<ScoredCard, 'scores'>, scores: number[] = [3]): ScoredCard[] {
  return Array.from({ length: count }, (_, index) => ({
    ...card,
    scores: [scores[index % scores.length] ?? null],
  }));
}

const issues = [{ position: 1 }];
const north = { sessionId: 'n1', unitId: 'north', sex: 'women' } as const;
const south = { sessionId: 's1', unitId: 'south', sex: 'men' } as const;

function shown(results: ReturnType<typeof resultsOf>): string[] {
  return results.filter(({ summary }) => summary).map(({ whose }) => keyOfGroup(whose));
}

test('two units of six and seven: everyone, each unit, each sex and each session have a mean, a spread and n', () => {
  const results = resultsOf([...cards(6, north, [1, 2, 3, 4, 5, 5]), ...cards(7, south, [2])], issues);
  const of = (whose: Whose) =>
    results.find((result) => keyOfGroup(result.whose) === keyOfGroup(whose))?.summary;
  expect(of({ kind: 'all' })).toMatchObject({ n: 13, mean: expect.closeTo(34 / 13, 10) });
  expect(of({ kind: 'unit', id: 'north' })).toMatchObject({ n: 6, mean: expect.closeTo(20 / 6, 10) });
  expect(of({ kind: 'session', id: 's1' })).toMatchObject({ n: 7, mean: 2, deviation: 0 });
  expect(of({ kind: 'sex', sex: 'men' })).toMatchObject({ n: 7 });
});

test('what was not answered does not count, and can make a group too small', () => {
  const blank = { ...north, scores: [null] };
  const results = resultsOf([...cards(4, north), blank, blank, ...cards(20, south)], issues);
  expect(shown(results)).toEqual(['all']);
});

test('a session with people of several units has no line of its own', () => {
  const both = { sessionId: 'mixed', sex: null } as const;
  const results = resultsOf(
    [...cards(9, { ...both, unitId: 'north' }), ...cards(9, { ...both, unitId: 'south' })],
    issues,
  );
  expect(shown(results)).toEqual(['all', 'unit north', 'unit south']);
});

test('a session without units stands beside the units', () => {
  const results = resultsOf([...cards(9, north), ...cards(9, { ...south, unitId: null })], issues);
  expect(shown(results)).toContain('session s1');
});

const someCard = fc.record({
  unit: fc.constantFrom('a', 'b', 'c'),
  session: fc.constantFrom('1', '2', '3'),
  sex: fc.constantFrom('women' as const, 'men' as const, null),
  score: fc.option(fc.integer({ min: 1, max: 5 })),
});

test('no group under five is ever shown, alone or as what is left of units, sexes or sessions', () => {
  fc.assert(
    fc.property(fc.array(someCard, { maxLength: 80 }), (drawn) => {
      const entered = drawn.map(({ unit, session, sex, score }) => ({
        sessionId: unit + session,
        unitId: unit,
        sex,
        scores: [score],
      }));
      const results = resultsOf(entered, issues).filter(({ summary }) => summary);
      const sizes = (kind: Whose['kind'], inside = '') =>
        results.flatMap(({ whose, summary }) =>
          whose.kind === kind && (!('id' in whose) || whose.id.startsWith(inside)) ? [summary?.n ?? 0] : [],
        );
      const sum = (list: number[]) => list.reduce((total, n) => total + n, 0);
      const [all = 0] = sizes('all');
      const rests = [all - sum(sizes('unit')), all - sum(sizes('sex'))];
      for (const unit of ['a', 'b', 'c']) {
        const [own] = sizes('unit', unit);
        if (own !== undefined) rests.push(own - sum(sizes('session', unit)));
      }
      for (const n of [...results.map(({ summary }) => summary?.n ?? 0), ...rests.filter((n) => n !== 0)]) {
        expect(n).toBeGreaterThanOrEqual(5);
      }
    }),
  );
});
