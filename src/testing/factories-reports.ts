import { randomUUID } from 'node:crypto';
import type { Insertable } from 'kysely';
import type { Db } from '#server/database/db.ts';
import type { DB } from '#server/database/types.ts';
import { addRound } from './factories.ts';
import type { Monitoring } from './factories-monitoring.ts';

/** The row of the record that the first publication of a monitored round makes. */
export async function addPublishedRound(db: Db, { mandate, codebook, plan }: Monitoring) {
  return addRound(db, {
    mandate_id: mandate.id,
    codebook_id: codebook.id,
    number: plan.number,
    starts: plan.starts,
    ends: plan.ends,
    published_on: plan.publish_on,
    key: `${plan.starts.slice(0, 4)}-${randomUUID().slice(0, 8)}`,
  });
}

export async function addReportText(
  db: Db,
  given: Partial<Insertable<DB['report_text']>> & { mandate_id: string },
) {
  const row = { id: randomUUID(), round_number: 1, saved_at: new Date('2024-01-01T00:00:00Z'), ...given };
  await db.insertInto('report_text').values(row).execute();
  return row;
}
