import { expect, test } from 'vitest';
import { formatsFor } from '#i18n/format.ts';
import { translator } from '#i18n/translate.ts';
import type { Post } from './post.ts';
import { postDates } from './words.ts';

const post: Post = {
  id: '1',
  key: 'vlore/mayor/ermal-dredha',
  personKey: 'ermal-dredha',
  name: 'Ermal Dredha',
  office: 'mayor',
  since: null,
  until: null,
  seenOn: null,
  electedOn: null,
  note: null,
};

test('a post seen on a day, in a month or in a year says it so in both languages', () => {
  const seen = (seenOn: string) =>
    (['en', 'sq'] as const).map((language) =>
      postDates({ ...post, seenOn }, translator(language), formatsFor(language)),
    );
  expect(seen('2023-12-08')).toEqual(['in office on 8 December 2023', 'në detyrë më 8 dhjetor 2023']);
  expect(seen('2023-12')).toEqual(['in office in December 2023', 'në detyrë në dhjetor 2023']);
  expect(seen('2019')).toEqual(['in office in 2019', 'në detyrë në vitin 2019']);
});
