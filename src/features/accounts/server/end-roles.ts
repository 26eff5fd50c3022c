import { sql } from 'kysely';
import { recordAudit } from '#server/audit/audit.ts';
import type { Tx } from '#server/database/db.ts';

interface Ending {
  organisationId: string;
  /** The last day on which the roles hold. */
  until: string;
  today: string;
  actor: string;
  reason: string;
}

/** Ends every role that is bound to an organisation, and withdraws its invitations: it is no member any more. */
export async function endRolesOf(
  tx: Tx,
  { organisationId, until, today, actor, reason }: Ending,
): Promise<void> {
  const { rows } = await sql<{ accountId: string; role: string }>`
    UPDATE role_grant SET until = greatest(since, ${until}::date)
    WHERE organisation_id = ${organisationId} AND since <= ${today}::date
      AND (role_grant.until IS NULL OR role_grant.until > ${until}::date)
    RETURNING account_id AS "accountId", role`.execute(tx);
  // A role that would have begun later never does.
  await tx
    .deleteFrom('role_grant')
    .where('organisation_id', '=', organisationId)
    .where('since', '>', today)
    .execute();
  await tx
    .updateTable('invitation')
    .set({ withdrawn_at: sql`now()` })
    .where('organisation_id', '=', organisationId)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute();
  for (const { accountId, role } of rows) {
    await recordAudit(tx, {
      actor,
      action: 'end-role',
      subject: { kind: 'account', id: accountId },
      before: { role, organisationId },
      after: { until },
      reason,
    });
  }
}
