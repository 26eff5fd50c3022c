import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadFonts } from './fonts.ts';
import { printable, printableJson } from './printable.ts';

const { covers } = loadFonts();
const print = (text: string) => printable(text, covers);

test('Albanian, other scripts and the signs of markup stay as they are', () => {
  const text = 'Çfarë ë ç «një» #let $x$ *a* _b_ `c` \\d @e <f> Ελλάδα Българија مرحبا שלום';
  expect(print(text)).toBe(text);
});

test('a character that no font has becomes the replacement sign', () => {
  expect(print('a\u{20BB7}b你')).toBe('a\uFFFDb\uFFFD');
});

test('what prints nothing or turns the text around is left out', () => {
  expect(print('1\u202E2\u0000\u20663\u{E0041}\uFEFF')).toBe('123');
});

test('half a surrogate pair breaks nothing', () => {
  expect(print('a\uD83Db')).toBe('a\uFFFDb');
});

test('every line break is one of the same kind', () => {
  expect(print('a\r\nb\rc\u2028d')).toBe('a\nb\nc\nd');
});

test('every string of the data is made printable, at any depth', () => {
  const json = printableJson({ list: [{ text: 'a\u0007' }], count: 3, nothing: null }, covers);
  expect(JSON.parse(json)).toEqual({ list: [{ text: 'a' }], count: 3, nothing: null });
});

test('whatever is typed, every character that is left can be printed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const left = [...print(text).replaceAll('\n', '')];
      expect(left.filter((one) => !covers(one.codePointAt(0) ?? 0))).toEqual([]);
    }),
  );
});
