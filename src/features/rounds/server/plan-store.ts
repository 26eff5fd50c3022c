import { sql } from 'kysely';
import type { Db, Tx } from '#server/database/db.ts';
import { anyOf } from '#server/database/any-of.ts';
import type { Deadlines } from '../deadlines.ts';
import type { Monitorable, RoundPlan } from '../round-plan.ts';

function selectPlans(db: Db) {
  return db
    .selectFrom('round_plan as plan')
    .innerJoin('mandate', 'mandate.id', 'plan.mandate_id')
    .innerJoin('codebook', 'codebook.id', 'plan.codebook_id')
    .select([
      'plan.id',
      'plan.mandate_id as mandateId',
      'mandate.key as mandate',
      'codebook.name as codebook',
      'plan.number',
      'plan.starts',
      'plan.ends',
      'plan.evidence_until as evidence',
      'plan.coding_until as coding',
      'plan.reply_until as reply',
      'plan.publish_on as publication',
      'plan.version',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectPlans>['executeTakeFirstOrThrow']>>;

function present({ evidence, coding, reply, publication, ...plan }: Row): RoundPlan {
  return { ...plan, days: { evidence, coding, reply, publication } };
}

/** The rounds, newest first: all, or those with an assessment in some municipalities. */
export async function readPlans(db: Db, reach: 'all' | readonly string[]): Promise<RoundPlan[]> {
  const rows = await selectPlans(db)
    .$if(reach !== 'all', (query) =>
      query.where((eb) =>
        eb.exists(
          eb
            .selectFrom('assessment')
            .select('assessment.id')
            .whereRef('assessment.round_plan_id', '=', 'plan.id')
            .where(anyOf('assessment.municipality_id', reach === 'all' ? [] : reach)),
        ),
      ),
    )
    .orderBy('plan.starts', 'desc')
    .orderBy('mandate.key', 'desc')
    .orderBy('plan.number', 'desc')
    .execute();
  return rows.map(present);
}

export async function readPlan(db: Db, id: string): Promise<RoundPlan | undefined> {
  const row = await selectPlans(db).where('plan.id', '=', id).executeTakeFirst();
  return row && present(row);
}

/** Rounds of which something is not public yet, soonest first. */
export async function readPlansUnderWay(db: Db): Promise<RoundPlan[]> {
  const rows = await selectPlans(db)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('assessment')
          .select('assessment.id')
          .whereRef('assessment.round_plan_id', '=', 'plan.id')
          .where('assessment.stage', '<>', 'published'),
      ),
    )
    .orderBy('plan.publish_on')
    .orderBy('plan.id')
    .execute();
  return rows.map(present);
}

/** The mandates that have contracts, newest first. */
export function readMandates(db: Db) {
  return db
    .selectFrom('mandate')
    .select(['id', 'key'])
    .where((eb) =>
      eb.exists(
        eb.selectFrom('contract').select('contract.id').whereRef('contract.mandate_id', '=', 'mandate.id'),
      ),
    )
    .orderBy('starts', 'desc')
    .orderBy('key', 'desc')
    .execute();
}

/** The codebooks, newest first: a round takes the newest unless somebody chooses another. */
export function readCodebooks(db: Db) {
  return db
    .selectFrom('codebook')
    .select(['id', 'name'])
    .orderBy('valid_from', 'desc')
    .orderBy('key', 'desc')
    .execute();
}

/** Whether a year of a mandate is worked on already. */
export async function hasPlan(db: Db, mandateId: string, number: number): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM round_plan WHERE mandate_id = ${mandateId} AND number = ${number}`.execute(db);
  return rows.length > 0;
}

/** The round of a mandate's year that is in the record: published from here, or brought in from before. */
export function findPublishedRound(db: Db, mandateId: string, number: number) {
  return db
    .selectFrom('round')
    .select(['codebook_id as codebookId', 'starts', 'ends'])
    .where('mandate_id', '=', mandateId)
    .where('number', '=', number)
    .executeTakeFirst();
}

/**
 * The contracts of a mandate by municipality, with the organisation that monitors there on a day: the one that is a member
 * for longest.
 * @param forYear leaves out those that a plan has already, and those that have a status of that year in the record
 */
export async function readMonitorable(
  db: Db,
  mandateId: string,
  today: string,
  forYear: { plan: string | null; number: number | null } = { plan: null, number: null },
): Promise<Monitorable[]> {
  const { rows } = await sql<Monitorable>`
    SELECT contract.id AS "contractId", place.id AS "municipalityId", place.key AS "municipalityKey",
           place.name AS municipality, member.organisation_id AS "organisationId",
           size.priorities, size."withComponents", size.components
    FROM contract
    JOIN municipality place ON place.id = contract.municipality_id
    LEFT JOIN LATERAL (
      SELECT organisation_id FROM membership
      WHERE municipality_id = place.id AND (until IS NULL OR until >= left(${today}, length(until)))
      ORDER BY since NULLS FIRST, key LIMIT 1
    ) member ON true
    CROSS JOIN LATERAL (
      SELECT count(DISTINCT priority.id)::int AS priorities,
             count(DISTINCT component.priority_id)::int AS "withComponents",
             count(component.id)::int AS components
      FROM priority LEFT JOIN component ON component.priority_id = priority.id
      WHERE priority.contract_id = contract.id
    ) size
    WHERE contract.mandate_id = ${mandateId} AND NOT EXISTS (
      SELECT FROM assessment
      WHERE assessment.round_plan_id = ${forYear.plan}::uuid AND assessment.municipality_id = place.id)
    AND NOT EXISTS (
      SELECT FROM round
      JOIN status ON status.round_id = round.id
      JOIN priority ON priority.id = status.priority_id
      WHERE round.mandate_id = ${mandateId} AND round.number = ${forYear.number}::int
        AND priority.contract_id = contract.id)
    ORDER BY place.key`.execute(db);
  return rows;
}

function columnsOf({ evidence, coding, reply, publication }: Deadlines) {
  return {
    evidence_until: evidence,
    coding_until: coding,
    reply_until: reply,
    publish_on: publication,
  };
}

/** @returns whether it was made: not where the mandate's year has one */
export async function insertPlan(
  tx: Tx,
  plan: {
    id: string;
    mandate_id: string;
    codebook_id: string;
    number: number;
    starts: string;
    ends: string;
    created_by: string;
  },
  days: Deadlines,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('round_plan')
    .values({ ...plan, ...columnsOf(days) })
    .onConflict((conflict) => conflict.columns(['mandate_id', 'number']).doNothing())
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** @returns whether they were changed: not where someone else has since `base` */
export async function updateDeadlines(tx: Tx, id: string, days: Deadlines, base: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('round_plan')
    .set({ ...columnsOf(days), version: base + 1 })
    .where('id', '=', id)
    .where('version', '=', base)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Takes contracts into a round, with a task for each of their components; those that it has are passed over. */
export async function insertAssessments(
  tx: Tx,
  planId: string,
  contracts: readonly Pick<Monitorable, 'contractId' | 'municipalityId' | 'organisationId'>[],
): Promise<{ id: string; municipalityId: string }[]> {
  const { rows } = await sql<{ id: string; municipalityId: string }>`
    WITH taken AS (
      INSERT INTO assessment (id, round_plan_id, municipality_id, contract_id, organisation_id)
      SELECT gen_random_uuid(), ${planId}, municipality, contract, organisation
      FROM unnest(
        ${contracts.map(({ municipalityId }) => municipalityId)}::uuid[],
        ${contracts.map(({ contractId }) => contractId)}::uuid[],
        ${contracts.map(({ organisationId }) => organisationId)}::uuid[]
      ) AS given (municipality, contract, organisation)
      ON CONFLICT (round_plan_id, municipality_id) DO NOTHING
      RETURNING id, municipality_id, contract_id
    ), tasks AS (
      INSERT INTO coding_task (id, assessment_id, municipality_id, component_id)
      SELECT gen_random_uuid(), taken.id, taken.municipality_id, component.id
      FROM taken
      JOIN priority ON priority.contract_id = taken.contract_id
      JOIN component ON component.priority_id = priority.id
    )
    SELECT id, municipality_id AS "municipalityId" FROM taken`.execute(tx);
  return rows;
}
