import { sql } from 'kysely';
import { anyOf } from '#server/database/any-of.ts';
import type { Db } from '#server/database/db.ts';
import type { DisputeState } from '../dispute.ts';
import { hasCoded, hasConflict } from './involvement-store.ts';
import { selectNotices } from './notice-store.ts';

/** Disputes in one state, the soonest due first. */
export function readNotices(
  db: Db,
  municipalityIds: 'all' | readonly string[],
  {
    state,
    after,
    most,
  }: { state: DisputeState; after: { due: string; id: string } | undefined; most: number },
) {
  return selectNotices(db)
    .where('notice.state', '=', state)
    .$if(municipalityIds !== 'all', (query) =>
      query.where(anyOf('notice.municipality_id', municipalityIds === 'all' ? [] : municipalityIds)),
    )
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(notice.due_on, notice.id) > (${after?.due}::date, ${after?.id}::uuid)`),
    )
    .orderBy('notice.due_on')
    .orderBy('notice.id')
    .limit(most)
    .execute();
}

/** How many disputes are in each state. */
export async function countNotices(
  db: Db,
  municipalityIds: 'all' | readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('dispute_notice as notice')
    .select(({ fn }) => ['notice.state', fn.countAll<number>().as('count')])
    .$if(municipalityIds !== 'all', (query) =>
      query.where(anyOf('notice.municipality_id', municipalityIds === 'all' ? [] : municipalityIds)),
    )
    .groupBy('notice.state')
    .execute();
  return new Map(rows.map(({ state, count }) => [state, count]));
}

/** What waits for someone: disputes that came, and those that they may decide. */
export function readWaiting(
  db: Db,
  accountId: string,
  municipalityIds: 'all' | readonly string[],
  { today, most }: { today: string; most: number },
) {
  const coded = hasCoded(accountId, sql`notice.priority_id`, sql`notice.round_id`);
  const place = { municipalityId: sql`notice.municipality_id`, priorityId: sql`notice.priority_id` };
  return db
    .selectFrom('dispute_notice as notice')
    .innerJoin('municipality', 'municipality.id', 'notice.municipality_id')
    .select(['notice.id', 'notice.state', 'notice.due_on as dueOn', 'municipality.key', 'municipality.name'])
    .where('notice.state', 'in', ['received', 'open'])
    .$if(municipalityIds !== 'all', (query) =>
      query.where(anyOf('notice.municipality_id', municipalityIds === 'all' ? [] : municipalityIds)),
    )
    .where(
      sql<boolean>`(notice.state = 'received' OR NOT (${coded} OR ${hasConflict(accountId, place, today)}))`,
    )
    .orderBy('notice.due_on')
    .orderBy('notice.id')
    .limit(most)
    .execute();
}
