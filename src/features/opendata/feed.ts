import type { Language, Picked } from '#i18n/languages.ts';
import { escapeXml, xmlDeclaration } from './xml.ts';

export interface FeedEntry {
  /** What it is about and which of its changes: the same for ever. */
  subject: string;
  title: Picked;
  summary?: Picked | undefined;
  /** Path of the page without its language, e.g. `/contracts/fier-2019`. */
  path: string;
  /** Known to the year, month or day. */
  date: string;
}

export interface Feed {
  title: string;
  subtitle: string;
  /** Paths without language: of the page that the feed follows, and of the feed. */
  page: string;
  self: string;
  entries: readonly FeedEntry[];
  /** When the record last changed: for a feed without entries, and the latest that an entry can have changed. */
  changedAt: Date;
}

interface Site {
  publicUrl: string;
  language: Language;
  author: string;
  rights: string;
}

/** A date known to the year, month or day as the instant it began. */
export function instantOf(partial: string): Date {
  const [year = '', month = '01', day = '01'] = partial.split('-');
  return new Date(`${year}-${month}-${day}T00:00:00Z`);
}

/** RFC 4151: names that stay when addresses change. The year is one in which the host was the network's. */
function tagOf({ publicUrl, language }: Site, subject: string): string {
  return `tag:${new URL(publicUrl).hostname},2026:${language}/${subject}`;
}

function textElement(name: string, { text, language }: Picked, site: Site): string {
  const lang = language === site.language ? '' : ` xml:lang="${language}"`;
  return `<${name}${lang}>${escapeXml(text)}</${name}>`;
}

function stamp(date: Date): string {
  return date.toISOString().replace('.000Z', 'Z');
}

/** What lies ahead is known since the record last changed at the latest. */
function changedOf(entry: FeedEntry, changedAt: Date): Date {
  const own = instantOf(entry.date);
  return own > changedAt ? changedAt : own;
}

/** An Atom feed (RFC 4287), newest first. */
export function atomFeed(feed: Feed, site: Site): string {
  const address = (path: string) => escapeXml(`${site.publicUrl}/${site.language}${path}`);
  const dated = feed.entries
    .map((entry) => ({ entry, changed: changedOf(entry, feed.changedAt) }))
    .toSorted(
      (a, b) => b.changed.getTime() - a.changed.getTime() || (a.entry.subject < b.entry.subject ? -1 : 1),
    );
  const entries = dated.map(({ entry, changed }) =>
    [
      '<entry>',
      `<id>${escapeXml(tagOf(site, entry.subject))}</id>`,
      textElement('title', entry.title, site),
      `<updated>${stamp(changed)}</updated>`,
      `<link rel="alternate" type="text/html" href="${address(entry.path)}"/>`,
      ...(entry.summary ? [textElement('summary', entry.summary, site)] : []),
      '</entry>\n',
    ].join(''),
  );
  return [
    `${xmlDeclaration}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${site.language}">`,
    `<id>${escapeXml(tagOf(site, `feed${feed.page}`))}</id>`,
    `<title>${escapeXml(feed.title)}</title>`,
    `<subtitle>${escapeXml(feed.subtitle)}</subtitle>`,
    `<updated>${stamp(dated[0]?.changed ?? feed.changedAt)}</updated>`,
    `<author><name>${escapeXml(site.author)}</name></author>`,
    `<rights>${escapeXml(site.rights)}</rights>`,
    `<link rel="self" type="application/atom+xml" href="${address(feed.self)}"/>`,
    `<link rel="alternate" type="text/html" href="${address(feed.page)}"/>\n`,
    ...entries,
    '</feed>\n',
  ].join('');
}
