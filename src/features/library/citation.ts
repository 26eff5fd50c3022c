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
 */
export function cite(work: Work, words: Words, address: string): string {
  const authors = namesOf(work, 'author');
  const editors = namesOf(work, 'editor');
  const before = authors.length > 0 ? authors.join('; ') : editors.join('; ');
  const by = authors.length === 0 && editors.length > 0 ? `${before} ${words.editors}` : before;
  const printed = [work.place, work.publisher].filter(Boolean).join(': ');
  const sentences = [
    [by, `(${yearOf(work.publishedOn) ?? words.undated})`].filter(Boolean).join(' '),
    ownTitle(work),
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
