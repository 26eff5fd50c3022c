import { expect, test } from 'vitest';
import { fold, matches } from '../../../static/enhance/filter-list.js';

test('a place is found with and without its diacritics', () => {
  expect(matches(fold('Çorovodë'), 'corovode')).toBe(true);
  expect(matches(fold('Çorovodë'), 'ÇOROVODË')).toBe(true);
  expect(matches(fold('Corovode'), 'çorovodë')).toBe(true);
});

test('every word typed must be there, in any order', () => {
  expect(matches(fold('Vau i Dejës, Qarku Shkodër'), 'shkoder vau')).toBe(true);
  expect(matches(fold('Vau i Dejës, Qarku Shkodër'), 'vau tirane')).toBe(false);
});

test('nothing typed hides nothing', () => {
  expect(matches(fold('Fier'), '')).toBe(true);
});
