import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import {
  evidenceClasses,
  missingFor,
  parseRequirements,
  type ReliedOn,
  type Requirement,
} from './entry-rules.ts';

const rules = new Map<string, Requirement[]>();

// The codebook that an installation is started with.
beforeAll(async () => {
  const rows: { id: string; codebook: string; code: string; requires: string }[] = parse(
    await readFile('data/real/codebook-codes.csv'),
    { columns: true },
  );
  for (const { codebook, code, requires } of rows) {
    if (codebook === 'pop-2')
      rules.set(code, parseRequirements(requires === '' ? null : JSON.parse(requires)));
  }
});

function item(of: ReliedOn['class'], given: Partial<ReliedOn> = {}): ReliedOn {
  return { class: of, stance: 'supports', origins: [], ...given };
}

function missing(code: string, reliedOn: readonly ReliedOn[], searches = 0): string[] {
  return missingFor(rules.get(code) ?? [], { reliedOn, searches }).map(({ rule }) => rule);
}

test('partial needs one item that is not from the municipality', () => {
  expect(missing('partial', [item('E1'), item('E5')])).toEqual(['items']);
  expect(missing('partial', [item('E1'), item('E3')])).toEqual([]);
});

test('complete needs two independent items of two classes, one of them on the ground', () => {
  expect(missing('complete', [item('E2')])).toEqual(['independent']);
  expect(missing('complete', [item('E2'), item('E2')])).toEqual(['independent']);
  expect(missing('complete', [item('E2', { origins: ['a'] }), item('E2', { origins: ['b'] })])).toEqual([
    'independent',
  ]);
  expect(missing('complete', [item('E1'), item('E3')])).toEqual(['items']);
  expect(missing('complete', [item('E2'), item('E1')])).toEqual([]);
});

test('two items that are one file are not independent', () => {
  const origins = ['a'.repeat(64)];
  expect(missing('complete', [item('E2', { origins }), item('E3', { origins })])).toEqual(['independent']);
});

test('none needs a search that was written down', () => {
  expect(missing('none', [])).toEqual(['search']);
  expect(missing('none', [], 1)).toEqual([]);
});

test('initiated needs a formal act', () => {
  expect(missing('initiated', [item('E5')])).toEqual(['items']);
  expect(missing('initiated', [item('E1')])).toEqual([]);
});

test('codes outside the scale need no evidence', () => {
  expect([missing('no-evidence', []), missing('not-assessable', [])]).toEqual([[], []]);
});

test('however many items of one class come first, one of another class is found', () => {
  const acts = Array.from({ length: 60 }, (_, index) => item('E1', { origins: [`act ${index}`] }));
  const visit = item('E2', { origins: ['photo'] });
  expect(missing('complete', [...acts, visit])).toEqual([]);
  expect(missing('complete', [visit, ...acts])).toEqual([]);
  const ofTheAct = item('E2', { origins: ['act 0'] });
  expect(missing('complete', [ofTheAct, ...acts.slice(0, 1)])).toEqual(['independent']);
  expect(missing('complete', [ofTheAct, ...acts.slice(0, 1), visit])).toEqual([]);
});

const anyItem: fc.Arbitrary<ReliedOn> = fc.record({
  class: fc.constantFrom(...evidenceClasses),
  stance: fc.constantFrom('supports', 'contradicts', 'neutral'),
  origins: fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 2 }),
});
const anyItems = fc.array(anyItem, { maxLength: 8 });
const anyCode = fc.constantFrom('none', 'initiated', 'partial', 'complete');

test('evidence that does not support counts for nothing', () => {
  fc.assert(
    fc.property(anyCode, anyItems, (code, items) => {
      const supporting = items.filter(({ stance }) => stance === 'supports');
      expect(missing(code, items)).toEqual(missing(code, supporting));
    }),
  );
});

test('one more item never makes more missing, and their order does not matter', () => {
  fc.assert(
    fc.property(anyCode, anyItems, anyItem, (code, items, more) => {
      const before = missing(code, items);
      expect(before).toEqual(expect.arrayContaining(missing(code, [...items, more])));
      expect(missing(code, items.toReversed())).toEqual(before);
    }),
  );
});

test('what would do for complete does for partial', () => {
  fc.assert(
    fc.property(
      anyItems,
      (items) => missing('complete', items).length > 0 || missing('partial', items).length === 0,
    ),
  );
});
