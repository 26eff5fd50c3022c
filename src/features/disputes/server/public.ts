import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { disputeOn } from '../dispute.ts';
import { readDisputes } from './record-store.ts';

/**
 * The disputes of a priority's statuses as the public sees them, the latest first.
 * @param day as of which they are shown; left out: today
 */
export async function disputesOfPriority(app: App, priorityId: string, day?: string) {
  const shownAs = day ?? dayOf(app.clock());
  const rows = await readDisputes(app.db, priorityId);
  return rows.flatMap((row) => disputeOn(row, shownAs) ?? []);
}

export type PublicDispute = Awaited<ReturnType<typeof disputesOfPriority>>[number];
