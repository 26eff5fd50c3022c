import { namesOf, ownTitle, yearOf, type EntryKind, type Work } from './work.ts';

const types: Readonly<Record<EntryKind, string>> = {
  report: 'RPRT',
  analysis: 'RPRT',
  manual: 'BOOK',
  contract: 'GEN',
  conference: 'CONF',
  book: 'BOOK',
  periodical: 'JFULL',
  other: 'GEN',
};

/** A work in RIS, as reference managers read it: a line for each value, ended as the format asks. */
export function risOf(work: Work, address: string): string {
  const date = (work.publishedOn ?? '').split('-').join('/');
  const all: [string, string | null | undefined][] = [
    ['TY', types[work.kind]],
    ...namesOf(work, 'author').map((name): [string, string] => ['AU', name]),
    ...namesOf(work, 'editor').map((name): [string, string] => ['ED', name]),
    ['TI', ownTitle(work)],
    ['PY', yearOf(work.publishedOn)],
    ['DA', date.length > 4 ? date : null],
    ['PB', work.publisher],
    ['CY', work.place],
    ['T3', work.series],
    ['SP', work.pages === null ? null : String(work.pages)],
    ['SN', work.isbn],
    ['DO', work.doi],
    ['LA', work.language],
    ...work.subjects.map((subject): [string, string] => ['KW', subject]),
    ['AB', work.summary?.sq || work.summary?.en],
    ['UR', address],
  ];
  const lines = all.flatMap(([tag, value]) =>
    value ? [`${tag}  - ${value.replaceAll(/\s+/g, ' ').trim()}\r\n`] : [],
  );
  return `${lines.join('')}ER  - \r\n`;
}
