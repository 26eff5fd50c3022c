import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareVersions, compareWords, type Line } from './compare-versions.ts';
import type { BodyPriority, ContractBody } from './contract-body.ts';

function priority(id: string, sq: string): BodyPriority {
  return {
    id,
    candidate: null,
    heading: {},
    statement: { sq },
    field: null,
    coverage: null,
    places: [],
    directorate: '',
    untestedReason: {},
    components: [],
  };
}

function contract(...priorities: BodyPriority[]): ContractBody {
  return { municipality: 'fier', mandate: '2027-2031', bindingLanguage: 'sq', priorities };
}

function linesOf({ statement }: BodyPriority): Line[] {
  return [{ key: 'statement', label: 'Teksti', text: statement.sq ?? '' }];
}

describe('words', () => {
  test('of one that changed are told apart; Albanian letters don’t cut them', () => {
    expect(compareWords('shtëpia e çelur', 'shtëpia e mbyllur')).toEqual([
      { kind: 'same', text: 'shtëpia e ' },
      { kind: 'removed', text: 'çelur' },
      { kind: 'added', text: 'mbyllur' },
    ]);
  });

  test('without the added ones give the older text, without the removed ones the newer', () => {
    const words = fc
      .array(fc.constantFrom('uji', 'i', 'pijshëm', 'çdo', 'ditë', ',', '\n'))
      .map((list) => list.join(' '));
    fc.assert(
      fc.property(words, words, (older, newer) => {
        const stretches = compareWords(older, newer);
        const without = (kind: string) =>
          stretches
            .filter((stretch) => stretch.kind !== kind)
            .map(({ text }) => text)
            .join('');
        expect(without('added')).toBe(older);
        expect(without('removed')).toBe(newer);
      }),
    );
  });
});

test('priorities that came, went, changed, moved and stayed are told apart', () => {
  const older = contract(
    priority('a', 'një'),
    priority('b', 'dy'),
    priority('c', 'tre'),
    priority('e', 'pesë'),
  );
  const newer = contract(
    priority('a', 'një'),
    priority('c', 'tre'),
    priority('b', 'dy reja'),
    priority('d', 'katër'),
  );
  const compared = compareVersions(older, newer, linesOf);
  expect(compared.map(({ id, kind, older: from, newer: to }) => [id, kind, from, to])).toEqual([
    ['a', 'same', 1, 1],
    ['c', 'changed', 3, 2],
    ['b', 'changed', 2, 3],
    ['d', 'added', null, 4],
    ['e', 'removed', 4, null],
  ]);
  expect(compared[1]?.lines).toEqual([]);
  expect(compared[2]?.lines).toHaveLength(1);
});
