import type { App } from '#server/app.ts';
import { notFound } from '#server/errors.ts';
import { renderMarkdown } from '#server/markdown/render-markdown.ts';
import { distinctSourcesOf } from './sources.ts';
import { readSources } from './sources-store.ts';
import { readExperience, readExperiences, readPublications, type Page } from './store.ts';

const pageSize = 30;

/** A page of rows and the key to go on from; one row more than shown is read to know whether there is a next page. */
function paged<Row extends { key: string }>(rows: readonly Row[]): { rows: Row[]; next: string | null } {
  const shown = rows.slice(0, pageSize);
  return { rows: shown, next: rows.length > pageSize ? (shown.at(-1)?.key ?? null) : null };
}

type Filter = Omit<Page, 'limit'>;

export async function listExperiences(app: App, filter: Filter) {
  return paged(await readExperiences(app.db, { ...filter, limit: pageSize + 1 }));
}

/** @throws not-found */
export async function showExperience(app: App, key: string) {
  const experience = await readExperience(app.db, key);
  if (!experience) throw notFound(`experience ${key}`);
  return {
    ...experience,
    body: renderMarkdown(experience.body ?? {}),
    sources: await distinctSourcesOf(app, [experience.id]),
  };
}

/** What the network brought out. */
export async function listPublications(app: App, filter: Filter) {
  return paged(await readPublications(app.db, { ...filter, limit: pageSize + 1 }));
}

export function listReportsOf(app: App, municipality: string) {
  return readPublications(app.db, { municipality, limit: 100 });
}

/** Every source that the record rests on. */
export async function showSources(app: App) {
  return { sources: await readSources(app.db) };
}

export type PublicationRow = Awaited<ReturnType<typeof readPublications>>[number];
