import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOfItem } from './dates.ts';
import { emptyItem } from './item.ts';
import { detectLanguage, languageOfItem } from './language.ts';
import { whyLeftOut } from './left-out.ts';
import { withoutShortcodes } from './shortcodes.ts';

const now = new Date('2026-11-26T12:00:00Z');

test.each([
  [{ date: '2021-07-01 01:30:00', dateGmt: '2021-06-30 23:30:00' }, '2021-07-01', []],
  [{ date: '2021-07-01 10:00:00', dateGmt: '0000-00-00 00:00:00' }, '2021-07-01', []],
  [{ date: '0000-00-00 00:00:00', dateGmt: '2021-06-30T22:30:00' }, '2021-07-01', []],
  [{ date: '0000-00-00 00:00:00', dateGmt: '' }, '', ['date-unknown']],
  [{ date: '2021-02-30 10:00:00', dateGmt: 'nonsense' }, '', ['date-unknown']],
  [{ date: '1970-01-01 00:00:00', dateGmt: '1970-01-01 00:00:00' }, '', ['date-unknown']],
  [{ date: '2031-01-01 10:00:00', dateGmt: '2031-01-01 09:00:00' }, '', ['date-future']],
  [{ date: '2021-07-01 10:00:00', dateGmt: '2021-07-05 08:00:00' }, '2021-07-01', ['date-zone']],
])('of %j the day is %s', (dates, day, codes) => {
  const read = dayOfItem(dates, now);
  expect([read.day, read.notes.map(({ code }) => code)]).toEqual([day, codes]);
});

test('shortcodes go, what they frame stays, and what people put in brackets is left alone', () => {
  const { html, names, galleryIds } = withoutShortcodes(
    '[vc_row][vc_column width="1/2"]Teksti [sic] [1] [shënim i redaksisë][/vc_column][/vc_row]' +
      '[caption id="a" width="3"]<img src="x.jpg"/> Sheshi[/caption][gallery ids="5, 7"][contact-form-7 id="1" title="Na shkruani"]' +
      '[embed]https://example.org/v[/embed][myplugin x="1"]brenda[/myplugin] [[gallery]]',
  );
  expect(html).toContain('Teksti [sic] [1] [shënim i redaksisë]');
  expect(html).toContain('<p><img src="x.jpg"/> Sheshi</p>');
  expect(html).toContain('https://example.org/v');
  expect(html).toContain('brenda');
  expect(html).toContain('&#91;gallery&#93;');
  expect(html).not.toMatch(/vc_|\[\/|contact-form/);
  expect(names).toEqual(['gallery', 'contact-form-7', 'myplugin']);
  expect(galleryIds).toEqual(['5', '7']);
});

test('no text makes the reader of shortcodes fail', () => {
  fc.assert(fc.property(fc.string(), (text) => typeof withoutShortcodes(text).html === 'string'));
});

test('a text is of the language that it is marked with, then of its address, then of its words', () => {
  expect(languageOfItem('en_US', '', 'të dhe në')).toEqual({ kind: 'told', language: 'en' });
  expect(languageOfItem('it', '', '')).toEqual({ kind: 'other', code: 'it' });
  expect(languageOfItem('', 'https://x.al/en/news/', 'të dhe')).toEqual({ kind: 'told', language: 'en' });
  expect(languageOfItem('', 'https://x.al/a/', 'Takimi në fshat për rrugën e re')).toEqual({
    kind: 'guessed',
    language: 'sq',
  });
  expect(languageOfItem('', 'https://x.al/a/', 'The road to the village is open')).toEqual({
    kind: 'guessed',
    language: 'en',
  });
  expect(detectLanguage('12 / 7')).toBeUndefined();
});

test.each([
  [{ kind: 'revision' }, 'kind'],
  [{ kind: 'attachment', status: 'inherit' }, 'media'],
  [{ status: 'draft' }, 'status'],
  [{ status: 'private' }, 'status'],
  [{ status: 'trash' }, 'status'],
  [{ hasPassword: true }, 'password'],
  [{ title: ' ', content: '' }, 'empty'],
  [{ isTooLong: true }, 'too-long'],
])('%j is left out: %s', (given, code) => {
  expect(whyLeftOut({ ...emptyItem, title: 'T', content: 'C', ...given })?.code).toBe(code);
});

test('what is published, a post as a page, is taken', () => {
  expect(whyLeftOut({ ...emptyItem, title: 'T' })).toBeUndefined();
  expect(whyLeftOut({ ...emptyItem, kind: 'page', content: 'C' })).toBeUndefined();
});
