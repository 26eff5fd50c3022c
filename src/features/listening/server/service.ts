import type { App } from '#server/app.ts';
import { countNeeds, readNeedPlace, readNeeds } from './store.ts';

/**
 * What residents of a municipality said they need, in the record's short words, the newest first, a page at a time.
 * @param page `after`: key of the last need on the page before; one that is not there begins anew
 */
export async function listNeedsOf(
  app: App,
  municipalityId: string,
  page: { after?: string | undefined; limit: number },
) {
  const after =
    page.after === undefined ? undefined : await readNeedPlace(app.db, municipalityId, page.after);
  const [rows, total] = await Promise.all([
    readNeeds(app.db, municipalityId, { after, limit: page.limit + 1 }),
    countNeeds(app.db, municipalityId),
  ]);
  const needs = rows.slice(0, page.limit);
  return { needs, total, next: rows.length > page.limit ? (needs.at(-1)?.key ?? null) : null };
}

export type NeedPage = Awaited<ReturnType<typeof listNeedsOf>>;
export type NeedRow = NeedPage['needs'][number];
