import fc from 'fast-check';
import { expect, test } from 'vitest';
import { classByKind, classesFor, evidenceKinds, isEvidenceKind } from './kind.ts';

const anyKind = fc.constantFrom(...evidenceKinds);

test('the class by the kind is one of those that the kind can have', () => {
  fc.assert(
    fc.property(anyKind, fc.boolean(), (kind, isOwn) => {
      const byKind = classByKind(kind, isOwn);
      return byKind === undefined
        ? classesFor(kind, isOwn).length === 0
        : classesFor(kind, isOwn).includes(byKind);
    }),
  );
});

test('what the municipality says of itself is never an observation, a third party’s word or residents’', () => {
  for (const kind of evidenceKinds) {
    expect(['E1', 'E5']).toEqual(expect.arrayContaining(classesFor(kind, true)));
  }
  expect(evidenceKinds.map((kind) => classByKind(kind, true))).toEqual([
    'E5',
    undefined,
    'E5',
    'E5',
    'E1',
    'E1',
    'E1',
    'E5',
    'E5',
    undefined,
  ]);
});

test('what monitors see is E2, acts are E1, what residents say E4, what a town hall answers E5', () => {
  expect(Object.fromEntries(evidenceKinds.map((kind) => [kind, classByKind(kind)]))).toEqual({
    photo: 'E2',
    observation: 'E2',
    document: 'E3',
    link: 'E3',
    'council-decision': 'E1',
    'budget-line': 'E1',
    procurement: 'E1',
    'information-request': 'E5',
    meeting: 'E4',
    statement: 'E4',
  });
});

test('only the ten kinds are kinds', () => {
  expect(evidenceKinds.every(isEvidenceKind)).toBe(true);
  expect(['', 'photos', 'toString'].some(isEvidenceKind)).toBe(false);
});
