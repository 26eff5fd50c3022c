import { tokenise } from '#features/search/fold.ts';
import { snippet } from '#features/search/highlight.ts';
import { parseQuery, type Query } from '#features/search/query.ts';
import { byIndex } from '#features/search/server/service.ts';
import type { Language } from '#i18n/languages.ts';
import type { App } from '#server/app.ts';
import type { Db } from '#server/database/db.ts';
import { foundIn, pageSize, type CatalogueHit, type FoundIn } from '../../catalogue.ts';
import type { CatalogueFilter } from '../../schema.ts';
import { narrowed, stepsOf, type Narrowed, type Step } from './conditions.ts';
import { choose, type Choice } from './expand.ts';
import * as store from './find-store.ts';
import { readSize } from './words-store.ts';

const passageLength = 240;

export interface CatalogueAnswer {
  /** What was asked, tidied and cut to length. */
  text: string;
  /** 'all': nothing was asked. 'too-common': words that stand everywhere. */
  state: 'all' | 'found' | 'none' | 'too-common';
  hits: readonly CatalogueHit[];
  /** Where the next page goes on. */
  next: string | null;
  /** Words that the catalogue does not have, and what was looked for in their stead ('' for nothing). */
  unknown: readonly { typed: string; instead: string }[];
  /** The words that were looked for, in all their forms, folded: marked where they stand. */
  marked: readonly string[];
}

/** Where a page begins: the step in which it does, and the last entry before it. */
function readCursor(after: string | undefined): store.Cursor | undefined {
  const [, found, ordering] = /^([a-z]+)~(\d{4} .{1,300})$/u.exec(after ?? '') ?? [];
  const step = [...foundIn, 'all' as const].find((one) => one === found);
  return step === undefined || ordering === undefined ? undefined : { found: step, ordering };
}

interface Wanted {
  steps: Step[];
  /** The whole title, as typed. */
  exact: string | undefined;
  narrowing: Narrowed;
  /** In all, about. */
  entries: number;
}

interface Found extends store.FoundEntry {
  found: FoundIn | undefined;
}

/** The hits of one page and one more, step by step: a step is asked only where those before it do not fill the page. */
async function collect(
  db: Db,
  wanted: Wanted,
  cursor: store.Cursor | undefined,
  most: number,
): Promise<Found[]> {
  const order: readonly string[] = foundIn;
  const begin = cursor === undefined || cursor.found === 'all' ? 0 : order.indexOf(cursor.found);
  // Those of the very title come first of all; a later page leaves them out where titles are looked through.
  const exact =
    wanted.exact === undefined ? [] : await store.findExact(db, wanted.exact, wanted.narrowing.where);
  const found: Found[] = [];
  const told = new Set(exact.map(({ id }) => id));
  if (begin === 0) {
    const left = exact.filter(({ ordering }) => cursor === undefined || ordering > cursor.ordering);
    found.push(...left.map((entry) => ({ ...entry, found: 'exact' as const })));
  }
  for (const step of wanted.steps) {
    if (found.length >= most) break;
    const at = order.indexOf(step.found);
    if (at < begin) continue;
    const after = at === begin && cursor?.found === step.found ? cursor.ordering : undefined;
    const limit = most - found.length + told.size;
    const where = { after, year: wanted.narrowing.year };
    const more = await store.findEntries(db, step, where, { limit, entries: wanted.entries });
    found.push(...more.filter(({ id }) => !told.has(id)).map((entry) => ({ ...entry, found: step.found })));
  }
  return found.slice(0, most);
}

async function browse(
  db: Db,
  { narrowing, entries }: Pick<Wanted, 'narrowing' | 'entries'>,
  cursor: store.Cursor | undefined,
  limit: number,
): Promise<Found[]> {
  const step: Step = { found: 'title', where: narrowing.where, most: narrowing.most };
  const where = { after: cursor?.ordering, year: narrowing.year };
  const found = await store.findEntries(db, step, where, { limit, entries });
  return found.map((entry) => ({ ...entry, found: undefined }));
}

/** The words looked for as a condition on pages of files. */
export function pageWords(choices: readonly Choice[]): { all: string; any: string } {
  const parts = choices.map(({ words }) => `(${[...words.keys()].map((word) => `'${word}'`).join(' | ')})`);
  return { all: parts.join(' & '), any: parts.join(' | ') };
}

async function shown(db: Db, found: readonly Found[], choices: readonly Choice[]): Promise<CatalogueHit[]> {
  const entries = await store.readShown(
    db,
    found.map(({ id }) => id),
  );
  const inText = found.filter((one) => one.found === 'text').map(({ id }) => id);
  const pages = await store.readPages(db, inText, pageWords(choices));
  const marked = new Set(choices.flatMap(({ words }) => [...words.keys()]));
  return found.flatMap(({ id, found: where }) => {
    const entry = entries.get(id);
    if (!entry) return [];
    const page = pages.get(id);
    const passage = page && {
      sha256: page.sha256,
      page: page.page,
      language: page.language,
      pieces: snippet(page.content, marked, passageLength),
    };
    return [{ ...entry, found: where, passage }];
  });
}

const wordsOf = (text: string) =>
  tokenise(text).map(({ word }) => ({ kind: 'word', word, typed: word, unfinished: false }) as const);

function unknownOf(query: Query, choices: readonly Choice[]) {
  return choices
    .filter(
      ({ words, instead, typed }) => instead !== undefined || (words.size === 0 && !/^\d{4}$/.test(typed)),
    )
    .map(({ typed, instead = '' }) => {
      const term = query.terms.find((one) => one.kind === 'word' && one.word === typed);
      return { typed: term?.kind === 'word' ? term.typed : typed, instead };
    });
}

/**
 * Finds what the library has: by title first, then by author, subject, year, description, and what stands in the files. Every
 * word must be found, in any of its forms, with and without diacritics, with a slip of the hand, or as far as it is written.
 */
export async function searchCatalogue(
  app: App,
  language: Language,
  filter: CatalogueFilter,
  size = pageSize,
): Promise<CatalogueAnswer> {
  const query = parseQuery(filter.q, language);
  const cursor = readCursor(filter.after);
  const { db } = app;
  const [choices, without, authors, subjects, entries] = await Promise.all([
    choose(db, query.terms),
    choose(db, query.excluded),
    choose(db, wordsOf(filter.author)),
    choose(db, wordsOf(filter.subject)),
    readSize(db),
  ]);
  const narrowing = narrowed({ ...filter, hasFile: filter.file === 'yes', authors, subjects });
  const isAsked = query.terms.length > 0;
  const marked = choices.flatMap(({ words }) => [...words.keys()]);
  const answer = { text: query.text, next: null, unknown: unknownOf(query, choices), marked };
  if (!isAsked && query.common.length > 0) return { ...answer, state: 'too-common', hits: [] };
  if (narrowing === undefined) return { ...answer, state: 'none', hits: [] };
  const found = await byIndex(db, async (tx) => {
    if (!isAsked) return browse(tx, { narrowing, entries }, cursor, size + 1);
    const wanted: Wanted = {
      steps: stepsOf(choices, without, narrowing),
      exact: query.excluded.length === 0 ? query.text : undefined,
      narrowing,
      entries,
    };
    return collect(tx, wanted, cursor, size + 1);
  });
  const page = found.slice(0, size);
  const last = page.at(-1);
  const hits = await shown(db, page, choices);
  return {
    ...answer,
    state: hits.length === 0 ? 'none' : isAsked ? 'found' : 'all',
    hits,
    next: found.length > size && last ? `${last.found ?? 'all'}~${last.ordering}` : null,
  };
}
