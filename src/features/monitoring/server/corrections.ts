import type { App } from '#server/app.ts';
import { readCorrections } from './corrections-store.ts';

const pageSize = 50;

/**
 * The public annex of monitoring: every published status that was changed afterwards, by a correction or by a dispute, with what it
 * was before and why; the newest first.
 * @param after the last of the page before, as `next` gave it
 * @param until a day by whose end they were public; left out: now
 */
export async function listPublicCorrections(app: App, after: string | undefined, until?: string) {
  const [day, ...key] = (after ?? '').split(' ');
  const found = await readCorrections(
    app.db,
    day && key.length > 0 ? { day, key: key.join(' ') } : null,
    pageSize + 1,
    until,
  );
  const changes = found.slice(0, pageSize);
  const last = changes.at(-1);
  return {
    changes,
    next: found.length > pageSize && last ? `${last.sortedBy} ${last.key}` : null,
  };
}

export type CorrectionsPage = Awaited<ReturnType<typeof listPublicCorrections>>;
