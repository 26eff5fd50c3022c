import { sql } from 'kysely';
import type { Localised } from '#i18n/languages.ts';
import type { Db } from '#server/database/db.ts';
import type { Worker } from '../seats.ts';

export interface NamedWorker extends Worker {
  name: string;
  /** The organisations that they work for, as they are called. */
  organisations: Localised[];
}

/**
 * Everyone who may gather evidence or code for an assessment: the monitors of the network in force on a day, those of the
 * organisation that monitors only where their role reaches its municipality. By name.
 */
export async function readWorkers(
  db: Db,
  { organisationId, municipalityId }: { organisationId: string; municipalityId: string },
  today: string,
): Promise<NamedWorker[]> {
  const { rows } = await sql<NamedWorker>`
    SELECT account.id, account.name, array_agg(organisation.id ORDER BY organisation.key) AS "organisationIds",
           json_agg(organisation.name ORDER BY organisation.key) AS organisations
    FROM (
      SELECT account_id, organisation_id, bool_or(municipality_id IS NULL OR municipality_id = ${municipalityId}) AS here
      FROM role_grant
      WHERE role = 'monitor' AND since <= ${today} AND (until IS NULL OR until >= ${today})
      GROUP BY account_id, organisation_id
    ) held
    JOIN account ON account.id = held.account_id
    JOIN organisation ON organisation.id = held.organisation_id
    GROUP BY account.id, account.name
    HAVING bool_and(held.here OR held.organisation_id <> ${organisationId})
    ORDER BY account.name, account.id`.execute(db);
  return rows;
}

/** How many seats, and how many components to gather evidence for, each person has in a round. */
export async function readLoads(db: Db, planId: string) {
  const { rows } = await sql<{ id: string; seats: number; monitoring: number }>`
    SELECT id, sum(seats)::int AS seats, sum(monitoring)::int AS monitoring FROM (
      SELECT seat.account_id AS id, 1 AS seats, 0 AS monitoring
      FROM assessment
      JOIN coding_task task ON task.assessment_id = assessment.id
      JOIN coding_seat seat ON seat.task_id = task.id
      WHERE assessment.round_plan_id = ${planId}
      UNION ALL
      SELECT task.monitor_id, 0, 1
      FROM assessment
      JOIN coding_task task ON task.assessment_id = assessment.id
      WHERE assessment.round_plan_id = ${planId} AND task.monitor_id IS NOT NULL
    ) load
    GROUP BY id`.execute(db);
  return {
    seatsOf: new Map(rows.map(({ id, seats }) => [id, seats])),
    monitoringOf: new Map(rows.map(({ id, monitoring }) => [id, monitoring])),
  };
}
