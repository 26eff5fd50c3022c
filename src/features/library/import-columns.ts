import { fold } from '#features/search/fold.ts';
import { itemKinds, type ItemKind } from './work.ts';

/** What a column of a catalogue can hold. */
export const importFields = [
  'title',
  'authors',
  'date',
  'publisher',
  'place',
  'language',
  'series',
  'subjects',
  'isbn',
  'doi',
  'pages',
  'kind',
  'callNumber',
  'shelf',
  'copies',
] as const;
export type ImportField = (typeof importFields)[number];

/** What libraries call each, in Albanian and English, folded. */
const names: Readonly<Record<ImportField, readonly string[]>> = {
  title: ['titulli', 'titull', 'title'],
  authors: ['autori', 'autoret', 'autor', 'author', 'authors', 'creator'],
  date: [
    'viti',
    'viti i botimit',
    'data',
    'data e botimit',
    'botuar',
    'year',
    'date',
    'published',
    'published on',
  ],
  publisher: ['botuesi', 'shtepia botuese', 'publisher'],
  place: ['vendi', 'vendi i botimit', 'place', 'place of publication'],
  language: ['gjuha', 'language', 'lang'],
  series: ['seria', 'kolana', 'series'],
  subjects: ['tema', 'temat', 'fjale kyce', 'lenda', 'subject', 'subjects', 'keywords'],
  isbn: ['isbn'],
  doi: ['doi'],
  pages: ['faqe', 'faqet', 'nr faqeve', 'numri i faqeve', 'pages', 'page count'],
  kind: ['lloji', 'lloj', 'kind', 'type'],
  callNumber: [
    'numri i vendit',
    'nr i vendit',
    'sinjatura',
    'vendndodhja',
    'call number',
    'callnumber',
    'shelfmark',
    'call no',
  ],
  shelf: ['rafti', 'raft', 'shelf'],
  copies: ['kopje', 'kopjet', 'nr kopjeve', 'numri i kopjeve', 'copies', 'number of copies'],
};

const fieldByName = new Map<string, ImportField>(
  importFields.flatMap((field) => names[field].map((name) => [name, field] as const)),
);

/** 'Nr. i  vendit' is 'nr i vendit'. */
function plain(header: string): string {
  return fold(header)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

export interface Header {
  /** For each column what it holds; undefined where that is not known here. */
  fields: readonly (ImportField | undefined)[];
  /** Columns that are not taken. */
  unknown: readonly string[];
  /** Columns that hold what an earlier one does. */
  twice: readonly string[];
}

/** Reads what the columns of a catalogue are called. */
export function readHeader(cells: readonly string[]): Header {
  const seen = new Set<ImportField>();
  const unknown: string[] = [];
  const twice: string[] = [];
  const fields = cells.map((cell) => {
    const field = fieldByName.get(plain(cell));
    if (field === undefined) {
      if (cell.trim() !== '') unknown.push(cell.trim().slice(0, 100));
      return undefined;
    }
    if (seen.has(field)) {
      twice.push(cell.trim().slice(0, 100));
      return undefined;
    }
    seen.add(field);
    return field;
  });
  return { fields, unknown, twice };
}

const kindNames: Readonly<Record<ItemKind, readonly string[]>> = {
  book: ['liber', 'libri', 'book', 'monografi', 'roman'],
  report: ['raport', 'raporti', 'report', 'studim', 'study'],
  manual: ['manual', 'doracak', 'udhezues', 'handbook', 'guide'],
  periodical: [
    'periodik',
    'botim periodik',
    'reviste',
    'gazete',
    'periodical',
    'journal',
    'magazine',
    'newspaper',
  ],
  other: ['tjeter', 'other'],
};

const kindByName = new Map<string, ItemKind>(
  itemKinds.flatMap((kind) => kindNames[kind].map((name) => [name, kind] as const)),
);

export function readKind(cell: string): ItemKind | undefined {
  return kindByName.get(plain(cell));
}

const languageNames: Readonly<Record<string, string>> = {
  shqip: 'sq',
  shqipe: 'sq',
  albanian: 'sq',
  alb: 'sq',
  sqi: 'sq',
  anglisht: 'en',
  english: 'en',
  eng: 'en',
  italisht: 'it',
  italian: 'it',
  ita: 'it',
  gjermanisht: 'de',
  german: 'de',
  ger: 'de',
  deu: 'de',
  frengjisht: 'fr',
  french: 'fr',
  fra: 'fr',
  fre: 'fr',
  greqisht: 'el',
  greek: 'el',
  gre: 'el',
  ell: 'el',
  maqedonisht: 'mk',
  macedonian: 'mk',
  serbisht: 'sr',
  serbian: 'sr',
  spanjisht: 'es',
  spanish: 'es',
  suedisht: 'sv',
  swedish: 'sv',
  turqisht: 'tr',
  turkish: 'tr',
  rusisht: 'ru',
  russian: 'ru',
};

/** A language by its name or its code. */
export function readLanguage(cell: string): string | undefined {
  const name = plain(cell);
  return languageNames[name] ?? (/^[a-z]{2}$/.test(name) ? name : undefined);
}
