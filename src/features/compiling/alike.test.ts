import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupAlike } from './alike.ts';

function groupsOf(...statements: string[]): string[][] {
  return groupAlike(statements.map((statement, index) => ({ id: String(index), statement })));
}

test('needs in the same words are one group, with or without ë and ç, in another form, with small words between', () => {
  expect(
    groupsOf(
      'Rruga e fshatit Levan është e pashtruar',
      'rruga e fshatit levan eshte e pashtruar',
      'Rrugët e fshatit në Levan janë të pashtruara',
      'Uji i pijshëm mungon në Levan',
    ),
  ).toEqual([['0', '1', '2']]);
});

test('needs that share a few words only are not taken for the same', () => {
  expect(groupsOf('Rruga e fshatit Levan', 'Rruga e lagjes Kastriot', 'Shkolla e fshatit Levan')).toEqual([]);
});

const vocabulary = ['rruga', 'ura', 'shkolla', 'parku', 'uji', 'drita', 'lumi', 'sheshi', 'tregu', 'kopshti'];
const said = fc.array(
  fc.array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 6 }).map((words) => words.join(' ')),
  { maxLength: 25 },
);

test('looking up rare words alone finds every pair that comparing each with each finds', () => {
  fc.assert(
    fc.property(said, (statements) => {
      const together = new Map(groupsOf(...statements).flatMap((group, at) => group.map((id) => [id, at])));
      for (const [i, a] of statements.entries()) {
        for (const [j, b] of statements.entries()) {
          if (i !== j && sharedOf(a, b) >= 0.7) expect(together.get(String(i))).toBe(together.get(String(j)));
          if (i !== j && sharedOf(a, b) >= 0.7) expect(together.get(String(i))).toBeDefined();
        }
      }
    }),
  );
});

function sharedOf(a: string, b: string): number {
  const [one, other] = [new Set(a.split(' ')), new Set(b.split(' '))];
  return one.intersection(other).size / one.union(other).size;
}
