import { sql } from 'kysely';
import type { Db } from '#server/database/db.ts';
import type { Poll } from '../poll.ts';

export function readGathering(db: Db, key: string) {
  return db
    .selectFrom('event_plan as plan')
    .leftJoin('floor', 'floor.plan_id', 'plan.id')
    .select([
      'plan.id',
      'plan.key',
      'plan.title',
      'plan.state',
      'plan.starts_on as startsOn',
      'plan.ends_on as endsOn',
      'plan.organisation_id as organisationId',
      'plan.municipality_id as municipalityId',
      'floor.is_open as isOpen',
      'floor.speaking_order as order',
    ])
    .where('plan.key', '=', key)
    .executeTakeFirst();
}

export type GatheringRow = NonNullable<Awaited<ReturnType<typeof readGathering>>>;

export function readItems(db: Db, planId: string) {
  return db
    .selectFrom('event_plan_item')
    .select(['id', 'title', 'starts_at as startsAt'])
    .where('plan_id', '=', planId)
    .orderBy('position')
    .execute();
}

/** Of a gathering at most so many questions of a state are drawn. */
const mostQuestions = 200;

/** Those with most support first. */
export async function readQuestions(
  db: Db,
  planId: string,
  states: readonly ('waiting' | 'shown' | 'answered' | 'declined')[],
) {
  const rows = await db
    .selectFrom('floor_question as question')
    .select((eb) => [
      'question.id',
      'question.statement',
      'question.language',
      'question.item_id as itemId',
      'question.state',
      'question.decline_reason as declineReason',
      'question.created_at as createdAt',
      eb
        .selectFrom('floor_support as support')
        .select((count) => count.fn.countAll<number>().as('n'))
        .whereRef('support.plan_id', '=', 'question.plan_id')
        .whereRef('support.question_id', '=', 'question.id')
        .as('supports'),
    ])
    .where('question.plan_id', '=', planId)
    .where('question.state', 'in', states)
    .orderBy('supports', 'desc')
    .orderBy('question.created_at')
    .orderBy('question.id')
    .limit(mostQuestions)
    .execute();
  return rows.map((row) => ({ ...row, supports: row.supports ?? 0 }));
}

export type FloorQuestion = Awaited<ReturnType<typeof readQuestions>>[number];

/** The polls of a gathering with what was answered. */
export async function readPolls(db: Db, planId: string): Promise<Poll[]> {
  const [polls, options, votes, chosen] = await Promise.all([
    db
      .selectFrom('floor_poll')
      .select(['id', 'position', 'question', 'kind', 'shows', 'voters', 'electorate', 'state'])
      .where('plan_id', '=', planId)
      .orderBy('position')
      .execute(),
    db
      .selectFrom('floor_poll_option')
      .select(['poll_id as pollId', 'position', 'label'])
      .where('plan_id', '=', planId)
      .orderBy('position')
      .execute(),
    db
      .selectFrom('floor_vote')
      .select((eb) => ['poll_id as pollId', eb.fn.countAll<number>().as('n')])
      .where('plan_id', '=', planId)
      .groupBy('poll_id')
      .execute(),
    readChosen(db, planId),
  ]);
  return polls.map((poll) => {
    const own = options.filter(({ pollId }) => pollId === poll.id);
    return {
      ...poll,
      options: own.map(({ position, label }) => ({ position, label })),
      answers: votes.find(({ pollId }) => pollId === poll.id)?.n ?? 0,
      counts: own.map(
        ({ position }) => chosen.find((one) => one.pollId === poll.id && one.position === position)?.n ?? 0,
      ),
    };
  });
}

async function readChosen(db: Db, planId: string) {
  const { rows } = await sql<{ pollId: string; position: number; n: number }>`
    SELECT poll_id AS "pollId", chosen AS position, count(*) AS n
    FROM floor_vote, unnest(choices) AS chosen
    WHERE plan_id = ${planId} GROUP BY poll_id, chosen`.execute(db);
  return rows;
}

/** Everyone who asked for the floor and did not leave, in the order in which they asked. */
export function readTurns(db: Db, planId: string) {
  return db
    .selectFrom('floor_turn')
    .select([
      'id',
      'name',
      'attendance',
      'speaker',
      'state',
      'asked_at as askedAt',
      'called_at as calledAt',
      'ended_at as endedAt',
    ])
    .where('plan_id', '=', planId)
    .where('state', '<>', 'withdrawn')
    .orderBy('asked_at')
    .orderBy('id')
    .execute();
}

export type FloorTurn = Awaited<ReturnType<typeof readTurns>>[number];
