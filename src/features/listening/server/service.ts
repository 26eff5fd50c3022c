import type { App } from '#server/app.ts';
import { readNeeds } from './store.ts';

/** What residents of a municipality said they need, in the record's short words. */
export function listNeedsOf(app: App, municipalityId: string) {
  return readNeeds(app.db, municipalityId);
}

export type NeedRow = Awaited<ReturnType<typeof readNeeds>>[number];
