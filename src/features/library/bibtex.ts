import { fold } from '#features/search/fold.ts';
import { namesOf, ownTitle, yearOf, type EntryKind, type Work } from './work.ts';

const types: Readonly<Record<EntryKind, string>> = {
  report: 'techreport',
  analysis: 'techreport',
  manual: 'manual',
  contract: 'misc',
  conference: 'proceedings',
  book: 'book',
  periodical: 'misc',
  other: 'misc',
};

const special: Readonly<Record<string, string>> = {
  '\\': String.raw`\textbackslash{}`,
  '~': String.raw`\textasciitilde{}`,
  '^': String.raw`\textasciicircum{}`,
};

/** Text that BibTeX and LaTeX read as it stands. */
function escaped(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\~^]|[{}#$%&_]/g, (sign) => special[sign] ?? `\\${sign}`)
    .trim();
}

/** A name of a person stands as it is; one of several words without a comma is one name and not first and last. */
function nameOf(name: string): string {
  return name.includes(',') ? escaped(name) : `{${escaped(name)}}`;
}

function fieldsOf(work: Work, address: string): [string, string][] {
  const publisher = types[work.kind] === 'techreport' ? 'institution' : 'publisher';
  const [, month] = (work.publishedOn ?? '').split('-');
  const all: [string, string | null | undefined][] = [
    ['author', namesOf(work, 'author').map(nameOf).join(' and ')],
    ['editor', namesOf(work, 'editor').map(nameOf).join(' and ')],
    ['title', `{${escaped(ownTitle(work))}}`],
    ['year', yearOf(work.publishedOn)],
    ['month', month],
    [publisher, work.publisher && escaped(work.publisher)],
    ['address', work.place && escaped(work.place)],
    ['series', work.series && escaped(work.series)],
    ['pagetotal', work.pages === null ? null : String(work.pages)],
    ['isbn', work.isbn],
    ['doi', work.doi && escaped(work.doi)],
    ['language', work.language],
    ['keywords', work.subjects.map(escaped).join(', ')],
    ['url', address],
  ];
  return all.flatMap(([name, value]) => (value ? [[name, value]] : []));
}

/** A work in BibTeX; its key is made of its address. */
export function bibtexOf(work: Work, address: string): string {
  const key = fold(work.path.replace(/^[a-z]+\//, '')).replaceAll(/[^a-z0-9]+/g, '-');
  const lines = fieldsOf(work, address).map(([name, value]) => `  ${name} = {${value}},\n`);
  return `@${types[work.kind]}{${key},\n${lines.join('')}}\n`;
}
