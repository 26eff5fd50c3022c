import { sql } from 'kysely';
import type { Localised } from '#i18n/languages.ts';
import { anyOf } from '#server/database/any-of.ts';
import type { Db } from '#server/database/db.ts';
import type { EvidenceReader } from './reader.ts';

function isCoder(accountId: string) {
  return sql<boolean>`EXISTS (
    SELECT FROM coding_task task JOIN coding_seat seat ON seat.task_id = task.id
    WHERE task.assessment_id = assessment.id AND seat.account_id = ${accountId})`;
}

function selectAssessments(db: Db, { accountId }: Pick<EvidenceReader, 'accountId'>) {
  return db
    .selectFrom('assessment')
    .innerJoin('round_plan as plan', 'plan.id', 'assessment.round_plan_id')
    .innerJoin('municipality', 'municipality.id', 'assessment.municipality_id')
    .innerJoin('mandate', 'mandate.id', 'plan.mandate_id')
    .select([
      'assessment.id',
      'assessment.municipality_id as municipalityId',
      'municipality.key as municipalityKey',
      'municipality.name as municipalityName',
      'assessment.organisation_id as organisationId',
      'assessment.stage',
      'plan.number as round',
      'plan.starts',
      'plan.ends',
      'plan.evidence_until as evidenceUntil',
      'mandate.key as mandate',
      isCoder(accountId).as('isCoder'),
    ]);
}

export function readAssessment(db: Db, reader: Pick<EvidenceReader, 'accountId'>, id: string) {
  return selectAssessments(db, reader).where('assessment.id', '=', id).executeTakeFirst();
}
export type EvidenceAssessment = NonNullable<Awaited<ReturnType<typeof readAssessment>>>;

export const mostAssessments = 200;

/** Where someone gathers, reads or codes, those at work before those that are public, newest round first. */
export function readAssessments(db: Db, reader: EvidenceReader) {
  const { reach, accountId } = reader;
  return selectAssessments(db, reader)
    .$if(reach !== 'all', (query) =>
      query.where((eb) =>
        eb.or([anyOf('assessment.municipality_id', reach === 'all' ? [] : reach), isCoder(accountId)]),
      ),
    )
    .orderBy(sql`assessment.stage = 'published'`)
    .orderBy('plan.starts', 'desc')
    .orderBy('municipality.name')
    .orderBy('assessment.id')
    .limit(mostAssessments)
    .execute();
}

/** What evidence can bear on: the components that are tasks of the assessment, in the contract's order. */
export function readComponents(db: Db, assessmentId: string) {
  return db
    .selectFrom('coding_task as task')
    .innerJoin('component', 'component.id', 'task.component_id')
    .innerJoin('priority', 'priority.id', 'component.priority_id')
    .select([
      'component.id',
      'component.position',
      'component.statement',
      'priority.id as priorityId',
      'priority.position as priorityPosition',
      sql<Localised>`coalesce(priority.heading, priority.statement)`.as('priority'),
      'task.monitor_id as monitorId',
    ])
    .where('task.assessment_id', '=', assessmentId)
    .orderBy('priority.position')
    .orderBy('component.position')
    .execute();
}
export type EvidenceComponent = Awaited<ReturnType<typeof readComponents>>[number];

/** Priorities for which someone must not gather evidence on a day; null among them: for none of the municipality. */
export async function readBarredPriorities(
  db: Db,
  accountId: string,
  municipalityId: string,
  day: string,
): Promise<(string | null)[]> {
  const rows = await db
    .selectFrom('conflict_of_interest')
    .select('priority_id as priorityId')
    .where('account_id', '=', accountId)
    .where('municipality_id', '=', municipalityId)
    .where('since', '<=', day)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>=', day)]))
    .execute();
  return rows.map(({ priorityId }) => priorityId);
}

/** Who can be named to see a private item: monitors and editors of the municipality, its coders, coordinators. */
export function readNameable(db: Db, { id, municipalityId }: EvidenceAssessment, day: string) {
  return db
    .selectFrom('account')
    .select(['account.id', 'account.name'])
    .where(
      sql<boolean>`(EXISTS (
        SELECT FROM role_grant held
        LEFT JOIN membership ON membership.organisation_id = held.organisation_id
        WHERE held.account_id = account.id AND held.since <= ${day} AND (held.until IS NULL OR held.until >= ${day})
          AND (held.role = 'coordinator' OR (held.role IN ('monitor', 'editor')
            AND membership.municipality_id = ${municipalityId}
            AND (held.municipality_id IS NULL OR held.municipality_id = ${municipalityId})))
      ) OR EXISTS (
        SELECT FROM coding_task task JOIN coding_seat seat ON seat.task_id = task.id
        WHERE task.assessment_id = ${id} AND seat.account_id = account.id
      ))`,
    )
    .orderBy('account.name')
    .orderBy('account.id')
    .limit(200)
    .execute();
}

/** Who accounts are, by name. */
export function readAccountNames(db: Db, accountIds: readonly string[]) {
  return db
    .selectFrom('account')
    .select(['id', 'name'])
    .where(anyOf('id', accountIds))
    .orderBy('name')
    .execute();
}

export async function readNames(db: Db, accountIds: readonly string[]): Promise<string[]> {
  return (await readAccountNames(db, accountIds)).map(({ name }) => name);
}
