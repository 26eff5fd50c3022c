import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareTexts, type Texts } from './compare-texts.ts';

const texts = (body: string): Texts => ({
  title: { sq: 'T' },
  summary: {},
  body: { sq: body },
  addressedTo: null,
});

test('what differs, with what was left out put back, is the older text and the newer one', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 120 }), fc.string({ maxLength: 120 }), (older, newer) => {
      const [found] = compareTexts(texts(older), texts(newer));
      const side = (kind: 'removed' | 'added') =>
        (found?.stretches ?? [])
          .filter((one) => one.kind === 'same' || one.kind === kind)
          .map(({ text }) => text)
          .join('');
      if (older === newer) expect(found).toBeUndefined();
      else expect([side('removed'), side('added')]).toEqual([older, newer]);
    }),
  );
});

test('of a long text that stayed, its ends near the change are shown', () => {
  const long = 'fjalë '.repeat(400);
  const [found] = compareTexts(texts(`${long}para`), texts(`${long}pas`));
  expect(found?.stretches.map(({ kind }) => kind)).toEqual(['left-out', 'same', 'removed', 'added']);
});
