import { expect, test } from 'vitest';
import { abbreviate } from './abbreviate.ts';
import { albania } from './albania-places.ts';

const names = albania.map(({ id }) => id);

test('every municipality has a short name of its own, of at most three letters', () => {
  const short = abbreviate(names);
  expect(new Set([...short.values()].map((name) => name.toLowerCase())).size).toBe(names.length);
  expect([...short.values()].filter((name) => name.length > 3)).toEqual([]);
});

test('a name of several words gives its initials', () => {
  expect(abbreviate(names).get('Vau i Dejës')).toBe('ViD');
});

test('the short names do not depend on the order of the names', () => {
  expect(abbreviate(names.toReversed())).toEqual(abbreviate(names));
});

test('names that cannot be told apart by letters get a number', () => {
  expect(new Set(abbreviate(['Aa', 'Aaa', 'Aaaa', 'Aaaaa']).values()).size).toBe(4);
});
