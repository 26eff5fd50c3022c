import { sql } from 'kysely';
import type { Localised } from '#i18n/languages.ts';
import type { Db, Tx } from '#server/database/db.ts';

/** Trainings of a year as events of the record show them, and as the organisation counted them: apart. */
export interface TrainingYear {
  year: number;
  held: number | null;
  heldPeople: number | null;
  entered: number | null;
  enteredPeople: number | null;
}

/** @param organisationId undefined: of the whole network */
export async function readTrainings(db: Db, today: string, organisationId?: string): Promise<TrainingYear[]> {
  const own = organisationId === undefined ? sql`true` : sql`organisation_id = ${organisationId}`;
  const held =
    organisationId === undefined
      ? sql`true`
      : sql`EXISTS (SELECT FROM event_party WHERE event_id = event.id
          AND event_party.version = event.version AND role = 'organiser' AND ${own})`;
  const { rows } = await sql<TrainingYear>`
    WITH held AS (
      SELECT left(starts, 4)::int AS year, count(*)::int AS trainings, sum(participants)::int AS people
      FROM event_now event WHERE kind = 'training' AND starts <= ${today} AND ${held} GROUP BY left(starts, 4)
    ), entered AS (
      SELECT year::int AS year, sum(trainings)::int AS trainings, sum(people)::int AS people
      FROM (SELECT DISTINCT ON (organisation_id, year) * FROM training_count WHERE ${own}
        ORDER BY organisation_id, year, version DESC) latest
      GROUP BY year
    )
    SELECT coalesce(held.year, entered.year) AS year, held.trainings AS held, held.people AS "heldPeople",
      entered.trainings AS entered, entered.people AS "enteredPeople"
    FROM held FULL JOIN entered ON entered.year = held.year ORDER BY 1 DESC`.execute(db);
  return rows;
}

export function readAssessments(db: Db, organisationId: string) {
  return db
    .selectFrom('self_assessment')
    .select(['year', 'dimensions', 'scores', 'note', 'is_public as isPublic', 'version'])
    .where('organisation_id', '=', organisationId)
    .orderBy('year', 'desc')
    .execute();
}

/** The scores of all members in the newest years, without whose they are. */
export function readAllScores(db: Db, since: number) {
  return db
    .selectFrom('self_assessment')
    .select(['year', 'dimensions', 'scores', 'is_public as isPublic'])
    .where('year', '>=', since)
    .orderBy('year', 'desc')
    .execute();
}

export async function readMembers(db: Db, today: string, year: number, ids: 'all' | readonly string[]) {
  const { rows } = await sql<{ id: string; key: string; name: Localised; hasAssessed: boolean }>`
    SELECT id, key, name,
      EXISTS (SELECT FROM self_assessment WHERE organisation_id = organisation.id AND year = ${year}) AS "hasAssessed"
    FROM organisation
    WHERE EXISTS (
      SELECT FROM membership WHERE organisation_id = organisation.id AND (until IS NULL OR until >= ${today})
    ) AND ${ids === 'all' ? sql`true` : sql`id = any(${ids}::uuid[])`} ORDER BY key`.execute(db);
  return rows;
}

export function readOrganisation(db: Db, id: string) {
  return db.selectFrom('organisation').select(['id', 'key', 'name']).where('id', '=', id).executeTakeFirst();
}

interface Written {
  organisationId: string;
  year: number;
  dimensions: number;
  scores: object;
  note: string;
  isPublic: boolean;
}

/** @param base the version that was begun from, 0 where there was none @returns whether it was written */
export async function writeAssessment(tx: Tx, written: Written, base: number): Promise<boolean> {
  const { organisationId, year, dimensions, note } = written;
  const row = { dimensions, scores: JSON.stringify(written.scores), note, is_public: written.isPublic };
  if (base === 0) {
    const added = await tx
      .insertInto('self_assessment')
      .values({ organisation_id: organisationId, year, ...row })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return added.numInsertedOrUpdatedRows === 1n;
  }
  const { numUpdatedRows } = await tx
    .updateTable('self_assessment')
    .set(({ eb }) => ({ ...row, version: eb('version', '+', 1), assessed_at: sql`now()` }))
    .where('organisation_id', '=', organisationId)
    .where('year', '=', year)
    .where('version', '=', base)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function countTrainingVersions(tx: Tx, organisationId: string, year: number): Promise<number> {
  const { count } = await tx
    .selectFrom('training_count')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('organisation_id', '=', organisationId)
    .where('year', '=', year)
    .executeTakeFirstOrThrow();
  return count;
}
