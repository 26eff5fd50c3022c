import type { App } from '#server/app.ts';
import { readSources } from './sources-store.ts';
import { readPublications, type Page } from './store.ts';

const pageSize = 30;

/** A page of rows and the key to go on from; one row more than shown is read to know whether there is a next page. */
function paged<Row extends { key: string }>(rows: readonly Row[]): { rows: Row[]; next: string | null } {
  const shown = rows.slice(0, pageSize);
  return { rows: shown, next: rows.length > pageSize ? (shown.at(-1)?.key ?? null) : null };
}

type Filter = Omit<Page, 'limit'>;

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
