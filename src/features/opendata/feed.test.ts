import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atomFeed, instantOf, type FeedEntry } from './feed.ts';
import { escapeXml } from './xml.ts';

const site = {
  publicUrl: 'https://pop.example:8443',
  language: 'sq',
  author: 'POP',
  rights: 'CC BY 4.0',
} as const;

function feedOf(entries: readonly FeedEntry[]): string {
  const changedAt = new Date('2024-06-01T10:00:00Z');
  return atomFeed({ title: 'T', subtitle: 'S', page: '', self: '/feed.xml', entries, changedAt }, site);
}

function entry(subject: string, date: string): FeedEntry {
  return { subject, date, title: { text: subject, language: 'sq' }, path: `/events/${subject}` };
}

test('a date known to the year or month is the instant at which it began', () => {
  expect(['2021', '2021-07', '2021-07-14'].map((date) => instantOf(date).toISOString())).toEqual([
    '2021-01-01T00:00:00.000Z',
    '2021-07-01T00:00:00.000Z',
    '2021-07-14T00:00:00.000Z',
  ]);
});

test('entries stand newest first, and what lies ahead is as new as the record', () => {
  const xml = feedOf([entry('a', '2021'), entry('b', '2030-01-01'), entry('c', '2024')]);
  expect([...xml.matchAll(/<id>[^<]*sq\/([abc])<\/id>/g)].map((match) => match[1])).toEqual(['b', 'c', 'a']);
  expect(xml).toContain('<updated>2024-06-01T10:00:00Z</updated>');
  expect(xml).not.toContain('2030-01-01T');
});

test('the name of an entry holds the host without its port, so that it stays', () => {
  expect(feedOf([entry('a', '2021')])).toContain('<id>tag:pop.example,2026:sq/a</id>');
});

test('a title in another language than the feed says which', () => {
  const xml = feedOf([{ ...entry('a', '2021'), title: { text: 'Road', language: 'en' } }]);
  expect(xml).toContain('<title xml:lang="en">Road</title>');
});

// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const unwritable = /[<>"'\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;

test('no text can leave its element or break the document', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const written = escapeXml(text);
      return !unwritable.test(written) && written.isWellFormed();
    }),
  );
  expect(escapeXml('a & b <c> "d" \u0000\uD800')).toBe('a &amp; b &lt;c&gt; &quot;d&quot; \uFFFD');
});
