import type { App } from '#server/app.ts';
import { isStatus, type Status } from '../status.ts';
import { readStatusesOfContract } from './store.ts';

type StatusRow = Awaited<ReturnType<typeof readStatusesOfContract>>[number];

/**
 * The statuses in force of a contract's priorities: by priority id, then by round id.
 * @param shownAs a day, as of which they are told; left out: now
 */
export async function statusesOfContract(
  app: App,
  contractId: string,
  shownAs?: string,
): Promise<Map<string, Map<string, StatusRow>>> {
  const byPriority = new Map<string, Map<string, StatusRow>>();
  for (const row of await readStatusesOfContract(app.db, contractId, shownAs)) {
    const own = byPriority.get(row.priorityId) ?? new Map<string, StatusRow>();
    byPriority.set(row.priorityId, own);
    own.set(row.roundId, row);
  }
  return byPriority;
}

/** The status of a priority in a round; not assessed where none was published. */
export function statusOf(row: { status: string } | undefined): Status {
  return row && isStatus(row.status) ? row.status : 'not-assessed';
}
