import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCell, splitList } from './cell.ts';
import type { CellKind } from './resource.ts';

/** The canonical text, or the rule that the text breaks. */
function read(kind: CellKind, text: string): string | null {
  const parsed = parseCell(kind, text);
  return parsed.ok ? parsed.cell : `!${parsed.expected.rule}`;
}

const kinds: readonly CellKind[] = [
  { kind: 'key' },
  { kind: 'reference', table: 'shelf' },
  { kind: 'text' },
  { kind: 'choice', values: ['a', 'b'] },
  { kind: 'integer' },
  { kind: 'number' },
  { kind: 'boolean' },
  { kind: 'date' },
  { kind: 'partial-date' },
  { kind: 'sha256' },
  { kind: 'list' },
  { kind: 'json' },
  { kind: 'translation', language: 'sq' },
  { kind: 'sources' },
];

test('a text in canonical form stays as it is, whatever the kind', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.json(),
    fc.integer().map(String),
    fc.double({ noNaN: true }).map(String),
    fc.constantFrom('2021', '2021-02', '2021-02-28', 'a', 'TRUE', 'a/b', 'x; y;x', '00', '-0', '-0.50'),
  );
  fc.assert(
    fc.property(fc.constantFrom(...kinds), texts, (kind, text) => {
      const once = parseCell(kind, text);
      if (once.ok && once.cell !== null) expect(parseCell(kind, once.cell)).toEqual(once);
    }),
  );
});

test('a cell of spaces is empty, whatever the kind', () => {
  for (const kind of kinds) expect(read(kind, ' \t ')).toBeNull();
});

test('a date is one of the calendar', () => {
  const calendar = fc.date({
    noInvalidDate: true,
    min: new Date('0001-01-01T00:00:00Z'),
    max: new Date('9999-12-31T00:00:00Z'),
  });
  fc.assert(
    fc.property(calendar, (date) => {
      const text = date.toISOString().slice(0, 10);
      expect(read({ kind: 'date' }, text)).toBe(text);
      expect(read({ kind: 'partial-date' }, text.slice(0, 7))).toBe(text.slice(0, 7));
    }),
  );
});

describe('a date that does not exist is refused', () => {
  test.each([
    '2021-02-30',
    '2021-02-29',
    '2021-13-01',
    '2021-00-10',
    '2021-04-31',
    '0000-01-01',
    '21-4-2021',
    '4/21/2021',
    '2021-4-1',
    '44307',
  ])('%s', (text) => {
    expect(read({ kind: 'date' }, text)).toBe('!date');
    expect(read({ kind: 'partial-date' }, text)).toBe('!partial-date');
  });
});

test('a day known to the month is no full date', () => {
  expect(read({ kind: 'date' }, '2021-02')).toBe('!date');
  expect(read({ kind: 'partial-date' }, '2021-02')).toBe('2021-02');
});

test('numbers take their shortest form; a decimal comma is refused', () => {
  expect(read({ kind: 'number' }, '041.5000')).toBe('41.5');
  expect(read({ kind: 'number' }, '-0.0')).toBe('0');
  expect(read({ kind: 'number' }, '41,5')).toBe('!number');
  expect(read({ kind: 'number' }, '1e3')).toBe('!number');
  expect(read({ kind: 'integer' }, '007')).toBe('7');
  expect(read({ kind: 'integer' }, '-0')).toBe('0');
  expect(read({ kind: 'integer' }, '1.0')).toBe('!integer');
});

test('a number keeps to its bounds, and to the digits that the database keeps', () => {
  expect(read({ kind: 'integer', least: 1, most: 9 }, '0')).toBe('!between');
  expect(read({ kind: 'integer', least: 1, most: 9 }, '9')).toBe('9');
  expect(read({ kind: 'integer', least: 1 }, '0')).toBe('!at-least');
  expect(read({ kind: 'number', most: 1 }, '1.01')).toBe('!at-most');
  expect(read({ kind: 'number', decimals: 1 }, '1.25')).toBe('!decimals');
  expect(read({ kind: 'number', decimals: 1 }, '1.20')).toBe('1.2');
});

test('letters are composed and line ends plain, so that equal texts are equal bytes', () => {
  expect(read({ kind: 'text' }, 'e\u0308\r\nb')).toBe('ë\nb');
  expect(read({ kind: 'list' }, ' e\u0308 ;; b;ë')).toBe('ë;b');
});

test('a text damaged by a wrong encoding, or with control characters, is refused', () => {
  expect(read({ kind: 'text' }, 'Shkod\uFFFDr')).toBe('!undamaged');
  expect(read({ kind: 'translation', language: 'sq' }, 'a\u0007b')).toBe('!text');
});

test('a formula is text like any other: packages are read, not run', () => {
  expect(read({ kind: 'text' }, '=1+1')).toBe('=1+1');
});

test('keys are small letters, digits and signs of addresses', () => {
  expect(read({ kind: 'key' }, 'a-b/c_1.2')).toBe('a-b/c_1.2');
  for (const text of ['A', 'ë', 'a b', '/a', 'a/', 'a//b', 'x'.repeat(201)]) {
    expect(read({ kind: 'key' }, text)).toBe('!key');
  }
  expect(read({ kind: 'sources' }, 'a; b')).toBe('a;b');
  expect(read({ kind: 'sources' }, 'a,b')).toBe('!keys');
});

test('equal JSON is equal text', () => {
  expect(read({ kind: 'json' }, '{"b": 1, "a": [ {"d":1.0,"c":2} ]}')).toBe('{"a":[{"c":2,"d":1}],"b":1}');
  expect(read({ kind: 'json' }, '{b: 1}')).toBe('!json');
});

test('a list holds each item once, in order', () => {
  expect(splitList('b;a;b; ;')).toEqual(['b', 'a']);
});

test('a text longer than any page is refused', () => {
  expect(read({ kind: 'text' }, 'x'.repeat(100_000))).toHaveLength(100_000);
  expect(read({ kind: 'text' }, 'x'.repeat(100_001))).toBe('!text-length');
});
