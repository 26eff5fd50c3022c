import { snippet } from '#features/search/highlight.ts';
import { parseQuery } from '#features/search/query.ts';
import type { Language } from '#i18n/languages.ts';
import type { App } from '#server/app.ts';
import { notFound } from '#server/errors.ts';
import type { CatalogueFilter } from '../schema.ts';
import type { Work } from '../work.ts';
import { choose } from './catalogue/expand.ts';
import { readPagesOf } from './catalogue/find-store.ts';
import { pageWords, searchCatalogue } from './catalogue/search.ts';
import { distinctSourcesOf } from './sources.ts';
import * as store from './works-store.ts';

const mostPages = 20;
const passageLength = 240;

/** Where words stand in the files of a publication. */
async function findInside(app: App, id: string, q: string, language: Language) {
  const query = parseQuery(q, language);
  if (query.terms.length === 0) return { text: query.text, pages: [] };
  const choices = await choose(app.db, query.terms);
  const marked = new Set(choices.flatMap(({ words }) => [...words.keys()]));
  if (choices.some(({ words }) => words.size === 0)) return { text: query.text, pages: [] };
  const pages = await readPagesOf(app.db, id, pageWords(choices), mostPages);
  return {
    text: query.text,
    pages: pages.map(({ content, ...page }) => ({
      ...page,
      pieces: snippet(content, marked, passageLength),
    })),
  };
}

/** A publication as it now reads, or as a version of it did. @throws not-found */
export async function showPublication(
  app: App,
  key: string,
  { version, q = '', language }: { version?: number | undefined; q?: string; language: Language },
) {
  const work = await store.readWork(app.db, key, version);
  if (!work) throw notFound(`publication ${key}`);
  const [versions, texts, sources, inside] = await Promise.all([
    store.readVersions(app.db, work.firstId),
    store.readFileTexts(
      app.db,
      work.files.map(({ sha256 }) => sha256),
    ),
    distinctSourcesOf(app, [work.id]),
    findInside(app, work.id, q, language),
  ]);
  return { work, versions, texts, sources, inside };
}

/** Something that stands on a shelf. @throws not-found */
export async function showItem(app: App, key: string): Promise<store.ItemWork> {
  const item = await store.readItem(app.db, key);
  if (!item) throw notFound(`item ${key}`);
  return item;
}

/** At most so many of a list are exported at once. */
export const mostExported = 1000;

/** The works of one page of the catalogue, in its order, and where the next goes on. */
export async function listWorks(
  app: App,
  language: Language,
  filter: CatalogueFilter,
  size: number,
): Promise<{ works: Work[]; next: string | null }> {
  const { hits, next } = await searchCatalogue(app, language, filter, size);
  const ids = (origin: 'publication' | 'item') =>
    hits.filter((hit) => hit.origin === origin).map(({ id }) => id);
  const [publications, items] = await Promise.all([
    store.readWorksById(app.db, ids('publication')),
    store.readItemsById(app.db, ids('item')),
  ]);
  const byId = new Map<string, Work>();
  for (const work of [...publications, ...items]) byId.set(work.id, work);
  return { works: hits.flatMap(({ id }) => byId.get(id) ?? []), next };
}
