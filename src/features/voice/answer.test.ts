import { expect, test } from 'vitest';
import { moderationAfter } from './answer.ts';

const before = { sentence: 'Ura u prish', photo: null, moderation: 'shown' } as const;

test.each([
  ['an answer alone is not looked at', undefined, { sentence: '', photo: null }, 'none'],
  ['a sentence is looked at before it is shown', undefined, { sentence: 'Ura', photo: null }, 'open'],
  ['a photograph is', undefined, { sentence: '', photo: 'a' }, 'open'],
  ['what stays the same stays shown', before, { sentence: 'Ura u prish', photo: null }, 'shown'],
  ['another sentence is looked at again', before, { sentence: 'Ura s’u prish', photo: null }, 'open'],
  ['a photograph added to it is', before, { sentence: 'Ura u prish', photo: 'a' }, 'open'],
  ['what is taken away is gone', before, { sentence: '', photo: null }, 'none'],
  ['what was withheld stays withheld', { ...before, moderation: 'withheld' }, before, 'withheld'],
] as const)('%s', (_, earlier, now, expected) => {
  expect(moderationAfter(earlier, now)).toBe(expected);
});
