import type { ClientBase } from 'pg';
import { recordAudit } from '#server/audit/audit.ts';
import { onClient } from '#server/database/on-client.ts';
import type { TablePlan } from '#server/datapackage/plan.ts';

const batchSize = 1_000;

/** One event for the import with its counts, and one for each row that it changed, with the cells before and after. */
export async function auditImport(
  client: ClientBase,
  { actor, folder }: { actor: string; folder: string },
  plans: readonly TablePlan[],
): Promise<void> {
  const counts = Object.fromEntries(
    plans.map(({ resource, added, changed }) => [
      resource.name,
      { added: added.length, changed: changed.length },
    ]),
  );
  await recordAudit(onClient(client), {
    actor,
    action: 'import',
    subject: { kind: 'record' },
    reason: folder,
    after: counts,
  });
  for (const plan of plans) {
    for (let start = 0; start < plan.changed.length; start += batchSize) {
      await auditChanges(client, actor, plan, start);
    }
  }
}

async function auditChanges(
  client: ClientBase,
  actor: string,
  { resource, changed }: TablePlan,
  start: number,
): Promise<void> {
  const events = changed.slice(start, start + batchSize).map(({ row, changes }) => ({
    subject: row.key,
    before: Object.fromEntries(changes.map((change) => [change.column, change.before])),
    after: Object.fromEntries(changes.map((change) => [change.column, change.after])),
  }));
  await client.query(
    `INSERT INTO audit_event (id, actor, action, subject_kind, subject_id, before, after)
     SELECT gen_random_uuid(), $1, 'import', $2, e.subject, e.before, e.after
     FROM jsonb_to_recordset($3) AS e(subject text, before jsonb, after jsonb)`,
    [actor, resource.table, JSON.stringify(events)],
  );
}
