import { sql } from 'kysely';
import type { Db, Tx } from '#server/database/db.ts';
import type { Plan } from '../plan.ts';

function selectPlans(db: Db) {
  return db
    .selectFrom('event_plan')
    .innerJoin('organisation', 'organisation.id', 'event_plan.organisation_id')
    .leftJoin('municipality', 'municipality.id', 'event_plan.municipality_id')
    .select([
      'event_plan.id',
      'event_plan.key',
      'event_plan.organisation_id as organisationId',
      'organisation.name as organisationName',
      'event_plan.municipality_id as municipalityId',
      'municipality.key as municipalityKey',
      'municipality.name as municipalityName',
      'event_plan.kind',
      'event_plan.series',
      'event_plan.title',
      'event_plan.summary',
      'event_plan.binding_language as bindingLanguage',
      'event_plan.mode',
      'event_plan.starts_on as startsOn',
      'event_plan.starts_at as startsAt',
      'event_plan.ends_on as endsOn',
      'event_plan.ends_at as endsAt',
      'event_plan.place',
      'event_plan.hall',
      'event_plan.access',
      'event_plan.online_url as onlineUrl',
      'event_plan.languages',
      'event_plan.interpretation',
      'event_plan.state',
      'event_plan.cancel_reason as cancelReason',
      'event_plan.sequence',
      'event_plan.minutes',
      'event_plan.recording_url as recordingUrl',
      'event_plan.press_release as pressRelease',
      'event_plan.event_id as eventId',
      'event_plan.reopened_at as reopenedAt',
      sql<string[]>`ARRAY(SELECT municipality_id::text FROM event_plan_from
        WHERE plan_id = event_plan.id)`.as('comingFrom'),
      'event_plan.version',
      'event_plan.updated_at as updatedAt',
    ]);
}

/** The plan of an event by its key; the same key as the event's in the record, once that is published. */
export async function findPlan(db: Db, key: string): Promise<Plan | undefined> {
  return selectPlans(db).where('event_plan.key', '=', key).executeTakeFirst();
}

export async function readPlan(db: Db, id: string): Promise<Plan | undefined> {
  return selectPlans(db).where('event_plan.id', '=', id).executeTakeFirst();
}

/** The plan, with its row locked: who changes what hangs on it waits here for whoever does at this moment. */
export async function holdPlan(tx: Tx, id: string): Promise<Plan | undefined> {
  await tx.selectFrom('event_plan').select('id').where('id', '=', id).forUpdate().execute();
  return readPlan(tx, id);
}

/** Those that someone finds in the workspace, the latest first. */
export function readPlans(
  db: Db,
  { whole, announced }: { whole: 'all' | readonly string[]; announced: readonly string[] },
): Promise<Plan[]> {
  return selectPlans(db)
    .where((eb) =>
      eb.or([
        whole === 'all'
          ? sql<boolean>`true`
          : sql<boolean>`event_plan.municipality_id = ANY(${[...whole]}::uuid[])`,
        eb.and([
          sql<boolean>`(event_plan.municipality_id = ANY(${[...announced]}::uuid[]) OR EXISTS (
            SELECT FROM event_plan_from part
            WHERE part.plan_id = event_plan.id AND part.municipality_id = ANY(${[...announced]}::uuid[])))`,
          eb('event_plan.state', '<>', 'draft'),
        ]),
      ]),
    )
    .orderBy('event_plan.starts_on', 'desc')
    .orderBy('event_plan.id', 'desc')
    .limit(300)
    .execute();
}

/** Of a municipality, or with it. */
function isOf(municipality: string) {
  return sql<boolean>`(municipality.key = ${municipality} OR EXISTS (
    SELECT FROM event_plan_from part JOIN municipality own ON own.id = part.municipality_id
    WHERE part.plan_id = event_plan.id AND own.key = ${municipality}))`;
}

interface PublicFilter {
  kind?: string | undefined;
  municipality?: string | undefined;
  /** Only those that end on this day or later. */
  from?: string | undefined;
  limit: number;
}

/** What was announced or cancelled and is not of the record yet, soonest first. */
export function readAnnouncedPlans(
  db: Db,
  { kind, municipality, from, limit }: PublicFilter,
): Promise<Plan[]> {
  return selectPlans(db)
    .where('event_plan.state', 'in', ['announced', 'cancelled'])
    .$if(kind !== undefined, (query) => query.where(sql<boolean>`event_plan.kind = ${kind}`))
    .$if(municipality !== undefined, (query) => query.where(isOf(municipality ?? '')))
    .$if(from !== undefined, (query) => query.where('event_plan.ends_on', '>=', from ?? ''))
    .orderBy('event_plan.starts_on')
    .orderBy('event_plan.id')
    .limit(limit)
    .execute();
}
