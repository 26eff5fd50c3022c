import { expect, test } from 'vitest';
import { peopleOf, publishedTranslation, translationState, type ArticleContent } from './content.ts';

const content: ArticleContent = {
  kind: 'news',
  language: 'sq',
  title: { sq: 'Titulli' },
  summary: {},
  body: {},
  addressedTo: {},
  authors: '',
  signatories: '',
  url: '',
  publisher: '',
  dated: '',
  reason: {},
  follows: null,
  formerly: [],
};

test('a translation is missing, then a draft, then translated, and out of date once the original changed', () => {
  expect(translationState(content, 'sq', 'now')).toBe('original');
  expect(translationState(content, 'en', 'now')).toBe('missing');
  const begun = { ...content, title: { sq: 'Titulli', en: 'Title' } };
  expect(translationState(begun, 'en', 'now')).toBe('draft');
  expect(translationState({ ...begun, follows: 'now' }, 'en', 'now')).toBe('translated');
  expect(translationState({ ...begun, follows: 'then' }, 'en', 'now')).toBe('out-of-date');
});

test('readers are told of a translation that does not follow the original, and of none where there is none', () => {
  expect(publishedTranslation(content, 'now')).toBe(null);
  const begun = { ...content, title: { sq: 'Titulli', en: 'Title' } };
  expect(publishedTranslation(begun, 'now')).toBe('behind');
  expect(publishedTranslation({ ...begun, follows: 'then' }, 'now')).toBe('behind');
  expect(publishedTranslation({ ...begun, follows: 'now' }, 'now')).toBe('follows');
});

test('people stand one on a line, with what they are after the comma', () => {
  expect(peopleOf('Arta Hoxha, kryetare, Fier\n\n  Ben Kola \n, pa emër')).toEqual([
    { name: 'Arta Hoxha', capacity: 'kryetare, Fier' },
    { name: 'Ben Kola', capacity: null },
  ]);
});
