import { sql, type Updateable } from 'kysely';
import type { Db, Tx } from '#server/database/db.ts';
import type { DB } from '#server/database/types.ts';
import { modes, type Mode } from '../mode.ts';
import { questionList } from '../question.ts';

function selectPlan(db: Db) {
  return db
    .selectFrom('event_plan')
    .innerJoin('organisation', 'organisation.id', 'event_plan.organisation_id')
    .leftJoin('registration_plan', 'registration_plan.plan_id', 'event_plan.id')
    .select([
      'event_plan.id',
      'event_plan.key',
      'event_plan.kind',
      'event_plan.organisation_id as organisationId',
      'organisation.name as organisation',
      'event_plan.municipality_id as municipalityId',
      'event_plan.title',
      'event_plan.mode',
      'event_plan.state',
      'event_plan.starts_on as startsOn',
      'event_plan.starts_at as startsAt',
      'event_plan.ends_on as endsOn',
      'event_plan.ends_at as endsAt',
      'event_plan.place',
      'event_plan.hall',
      'event_plan.access',
      'event_plan.online_url as onlineUrl',
      'event_plan.cancel_reason as cancelReason',
      'event_plan.sequence',
      'registration_plan.opens_at as opensAt',
      'registration_plan.closes_at as closesAt',
      'registration_plan.confirm_hours as confirmHours',
      'registration_plan.keep_days as keepDays',
      'registration_plan.asks',
      'registration_plan.questions',
      'registration_plan.online_people as onlinePeople',
      'registration_plan.online_basis as onlineBasis',
      'registration_plan.forgotten_at as forgottenAt',
      'registration_plan.version',
    ]);
}

type PlanKey = { id: string } | { key: string };

/** A planned event, with its registration where it has one. */
export async function readPlan(db: Db, by: PlanKey) {
  const query = selectPlan(db);
  const row = await (
    'id' in by ? query.where('event_plan.id', '=', by.id) : query.where('event_plan.key', '=', by.key)
  ).executeTakeFirst();
  if (!row) return undefined;
  const { opensAt, closesAt, confirmHours, keepDays, asks, questions, version, ...event } = row;
  const { onlinePeople, onlineBasis, forgottenAt, ...plan } = event;
  if (opensAt === null || closesAt === null || keepDays === null || version === null) {
    return { ...plan, settings: undefined };
  }
  return {
    ...plan,
    settings: {
      opensAt,
      closesAt,
      confirmHours,
      keepDays,
      asks: asks ?? [],
      questions: questionList.parse(questions),
      onlinePeople,
      onlineBasis,
      forgottenAt,
      version,
    },
  };
}

export type EventPlan = NonNullable<Awaited<ReturnType<typeof readPlan>>>;
export type Settings = NonNullable<EventPlan['settings']>;
export type RegistrationPlan = EventPlan & { settings: Settings };

export async function readModes(db: Db, planId: string) {
  const rows = await db
    .selectFrom('registration_mode')
    .select(['mode', 'capacity'])
    .where('plan_id', '=', planId)
    .execute();
  // On site comes first, whatever order the database's language has.
  return rows.toSorted((a, b) => modes.indexOf(a.mode) - modes.indexOf(b.mode));
}

/** One after the other: whoever registers, cancels or changes places of a mode waits here. */
export function holdMode(tx: Tx, planId: string, mode: Mode) {
  return tx
    .selectFrom('registration_mode')
    .select(['capacity', 'next_number as nextNumber'])
    .where('plan_id', '=', planId)
    .where('mode', '=', mode)
    .forUpdate()
    .executeTakeFirst();
}

/** Holds all modes, always in the same order: two who change to each other's mode don't wait for one another. */
export async function holdModes(tx: Tx, planId: string): Promise<ReadonlyMap<Mode, number | null>> {
  const capacities = new Map<Mode, number | null>();
  for (const mode of modes) {
    const held = await holdMode(tx, planId, mode);
    if (held) capacities.set(mode, held.capacity);
  }
  return capacities;
}

/** Takes the next place in the order; only while the mode is held. */
export async function takeNumber(tx: Tx, planId: string, mode: Mode): Promise<number> {
  const { taken } = await tx
    .updateTable('registration_mode')
    .set({ next_number: sql`next_number + 1` })
    .where('plan_id', '=', planId)
    .where('mode', '=', mode)
    .returning(sql<number>`next_number - 1`.as('taken'))
    .executeTakeFirstOrThrow();
  return taken;
}

export async function insertSettings(
  tx: Tx,
  row: {
    plan_id: string;
    opens_at: Date;
    closes_at: Date;
    confirm_hours: number | null;
    keep_days: number;
    asks: string[];
  },
  told: number,
): Promise<boolean> {
  const inserted = await tx
    .insertInto('registration_plan')
    .values({ ...row, told_sequence: told })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

/** @returns whether it still was the version that the person began from */
export async function updateSettings(
  tx: Tx,
  planId: string,
  version: number,
  row: Updateable<DB['registration_plan']>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('registration_plan')
    .set({ ...row, version: version + 1 })
    .where('plan_id', '=', planId)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function putMode(tx: Tx, planId: string, mode: Mode, capacity: number | null): Promise<void> {
  await tx
    .insertInto('registration_mode')
    .values({ plan_id: planId, mode, capacity })
    .onConflict((on) => on.columns(['plan_id', 'mode']).doUpdateSet({ capacity }))
    .execute();
}
