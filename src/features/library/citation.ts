import { addressOfDoi } from './doi.ts';
import { namesOf, ownTitle, yearOf, type Work } from './work.ts';

interface Words {
  /** '(eds.)' */
  editors: string;
  /** '(no date)' */
  undated: string;
}

/**
 * A work as one cites it, in words and punctuation that every style understands: authors, year, title, series, place and
 * publisher, where it is read.
 * @param issuer who brought it out: stands for authors that it does not name
 */
export function cite(work: Work, words: Words, address: string, issuer = ''): string {
  const authors = namesOf(work, 'author');
  const editors = namesOf(work, 'editor');
  const before = authors.length > 0 ? authors.join('; ') : editors.join('; ');
  const named = authors.length === 0 && editors.length > 0 ? `${before} ${words.editors}` : before;
  const by = named || issuer;
  const year = `(${yearOf(work.publishedOn) ?? words.undated})`;
  const printed = [work.place, work.publisher].filter(Boolean).join(': ');
  const sentences = [
    // Without anyone to name, the title stands first.
    ...(by === '' ? [`${ownTitle(work)} ${year}`] : [`${by} ${year}`, ownTitle(work)]),
    work.series ?? '',
    printed,
    work.isbn === null ? '' : `ISBN ${work.isbn}`,
    work.doi === null ? address : addressOfDoi(work.doi),
  ];
  return sentences
    .filter(Boolean)
    .map((sentence) => sentence.replace(/\.$/, ''))
    .join('. ');
}
