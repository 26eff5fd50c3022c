import { sql } from 'kysely';
import type { Counts } from '#features/monitoring/server/tallies.ts';
import { publicBy, publicSince } from '#features/monitoring/server/tally-sql.ts';
import type { Db } from '#server/database/db.ts';

/** Of which round, and of which municipality; all where null. */
export interface Scope {
  roundId: string;
  municipalityId: string | null;
  /** A day by whose end it was public; undefined: now. */
  until: string | undefined;
}

/** SQL: that a status, beside its round, was public by the end of the day, where there is one. */
function publicUntil(until: string | undefined) {
  return until === undefined ? sql<boolean>`true` : sql<boolean>`${publicSince} <= ${until}`;
}

/** SQL: that something with a day of its own had come by the end of the day, where there is one. */
export function comeBy(column: string, until: string | undefined) {
  return until === undefined ? sql<boolean>`true` : sql<boolean>`${sql.ref(column)} <= ${until}::date`;
}

/** SQL: that the status of a priority in the round of the row beside it was public by the end of the day. */
function assessedBy(round: string, until: string | undefined) {
  if (until === undefined) return sql<boolean>`true`;
  return sql<boolean>`EXISTS (
    SELECT FROM status JOIN round ON round.id = status.round_id
    WHERE status.priority_id = priority.id AND status.round_id = ${sql.ref(round)} AND ${publicSince} <= ${until})`;
}

export function inScope(column: string, municipalityId: string | null) {
  return municipalityId === null ? sql<boolean>`true` : sql<boolean>`${sql.ref(column)} = ${municipalityId}`;
}

/** The number of a priority as printed in the contract, or its place there. */
export const number = sql<string | null>`coalesce(priority.number, priority.position::text)`.as('number');

/** The evidence of a municipality's round, in the order of its priorities. */
export function readEvidence(db: Db, { roundId, municipalityId, until }: Scope) {
  return db
    .selectFrom('evidence')
    .innerJoin('priority', 'priority.id', 'evidence.priority_id')
    .innerJoin('contract', 'contract.id', 'priority.contract_id')
    .select((eb) => [
      'evidence.key',
      number,
      'priority.key as priority',
      'evidence.class',
      'evidence.stance',
      'evidence.kind',
      'evidence.dated',
      'evidence.title',
      'evidence.publisher',
      'evidence.url',
      'evidence.sha256',
      eb
        .selectFrom('component')
        .where((of) =>
          of.or([
            of('component.id', '=', of.ref('evidence.component_id')),
            of(
              'component.id',
              'in',
              of
                .selectFrom('evidence_component')
                .select('evidence_component.component_id')
                .whereRef('evidence_component.evidence_id', '=', 'evidence.id'),
            ),
          ]),
        )
        .select(
          sql<number[]>`coalesce(array_agg(component.position ORDER BY component.position), '{}')`.as('n'),
        )
        .as('components'),
    ])
    .where('evidence.round_id', '=', roundId)
    .where(assessedBy('evidence.round_id', until))
    .where(inScope('contract.municipality_id', municipalityId))
    .orderBy('priority.position')
    .orderBy('evidence.dated')
    .orderBy('evidence.key')
    .execute();
}

/** The counts of a round in every field that has any: of a municipality, or of the network. */
export function readFieldTallies(db: Db, counts: Counts, { roundId, municipalityId }: Scope) {
  return db
    .selectFrom(counts.as('tally'))
    .innerJoin('field', 'field.id', 'tally.field_id')
    .select([
      'field.key',
      'field.name',
      'tally.fully',
      'tally.partly',
      'tally.not_addressed as not',
      'tally.no_data as noData',
      'tally.not_assessable as notAssessable',
      'tally.not_assessed as notAssessed',
      'tally.contested',
      'tally.frozen_count as frozenCount',
      'tally.frozen_is as frozenIs',
    ])
    .where('tally.round_id', '=', roundId)
    .where('tally.municipality_id', 'is not distinct from', municipalityId)
    .orderBy('field.position')
    .execute();
}

/** How many items of each class a round has. */
export function readEvidenceCounts(db: Db, { roundId, until }: Scope) {
  return db
    .selectFrom('evidence')
    .innerJoin('priority', 'priority.id', 'evidence.priority_id')
    .select((eb) => ['class', 'stance', eb.fn.countAll<number>().as('items')])
    .where('round_id', '=', roundId)
    .where(assessedBy('evidence.round_id', until))
    .groupBy(['class', 'stance'])
    .orderBy('class')
    .orderBy('stance')
    .execute();
}

/** The codes in force of a municipality's components. */
export function readCodes(db: Db, { roundId, municipalityId, until }: Scope) {
  return db
    .selectFrom('component_code as given')
    .innerJoin('component', 'component.id', 'given.component_id')
    .innerJoin('priority', 'priority.id', 'component.priority_id')
    .innerJoin('contract', 'contract.id', 'priority.contract_id')
    .distinctOn(['priority.position', 'priority.key', 'component.position'])
    .select([
      'priority.key as priority',
      'component.position',
      'component.statement',
      'given.code',
      'given.rationale',
      'given.basis',
      'given.earlier_code as earlierCode',
    ])
    .where('given.round_id', '=', roundId)
    .$if(until !== undefined, (query) =>
      query.where(sql<boolean>`EXISTS (
        SELECT FROM status JOIN round ON round.id = status.round_id
        WHERE status.priority_id = priority.id AND status.round_id = given.round_id
          AND status.version = given.version AND ${publicSince} <= ${until})`),
    )
    .where(inScope('contract.municipality_id', municipalityId))
    .orderBy('priority.position')
    .orderBy('priority.key')
    .orderBy('component.position')
    .orderBy('given.version', 'desc')
    .execute();
}

/** Every version of a status after the first: what was put right, what stood there before, and why. */
export function readCorrections(db: Db, { roundId, municipalityId, until }: Scope) {
  return db
    .selectFrom('status')
    .innerJoin('status as earlier', (join) =>
      join
        .onRef('earlier.priority_id', '=', 'status.priority_id')
        .onRef('earlier.round_id', '=', 'status.round_id')
        .on(sql`earlier.version`, '=', sql`status.version - 1`),
    )
    .innerJoin('priority', 'priority.id', 'status.priority_id')
    .innerJoin('contract', 'contract.id', 'priority.contract_id')
    .innerJoin('municipality', 'municipality.id', 'contract.municipality_id')
    .select([
      'municipality.name as municipality',
      'priority.key as priority',
      number,
      'status.version',
      'status.kind',
      'earlier.status as before',
      'status.status as after',
      'status.reason',
      'status.published_on as publishedOn',
    ])
    .innerJoin('round', 'round.id', 'status.round_id')
    .where('status.round_id', '=', roundId)
    .where('status.version', '>', 1)
    .where(publicUntil(until))
    .where(inScope('contract.municipality_id', municipalityId))
    .orderBy('municipality.key')
    .orderBy('priority.position')
    .orderBy('status.version')
    .execute();
}

export function readDisputes(db: Db, { roundId, municipalityId, until }: Scope) {
  return db
    .selectFrom('dispute')
    .innerJoin('priority', 'priority.id', 'dispute.priority_id')
    .innerJoin('contract', 'contract.id', 'priority.contract_id')
    .innerJoin('municipality', 'municipality.id', 'contract.municipality_id')
    .leftJoin('dispute_decision as decision', (join) =>
      join.onRef('decision.dispute_id', '=', 'dispute.id').on(comeBy('decision.decided_on', until)),
    )
    .select([
      'municipality.name as municipality',
      'dispute.key',
      'priority.key as priority',
      number,
      'dispute.ground',
      'dispute.statement',
      'dispute.received_on as receivedOn',
      'dispute.due_on as dueOn',
      'decision.decided_on as decidedOn',
      'decision.outcome',
      'decision.reason',
    ])
    .where('dispute.round_id', '=', roundId)
    .where(comeBy('dispute.received_on', until))
    .where(inScope('contract.municipality_id', municipalityId))
    .orderBy('municipality.key')
    .orderBy('dispute.received_on')
    .orderBy('dispute.key')
    .execute();
}

/** How far coders agreed in a round, as last computed. */
export function readAgreement(db: Db, { roundId, until }: Scope) {
  return db
    .selectFrom('round_agreement')
    .select([
      'units',
      'agreed',
      'kappa',
      'alpha',
      'alpha_low as low',
      'alpha_high as high',
      'computed_on as computedOn',
    ])
    .where('round_id', '=', roundId)
    .where(comeBy('computed_on', until))
    .orderBy('edition', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** How statuses in force moved from one round to the next, over the whole network. */
export async function readMoves(db: Db, { roundId, until }: Scope, beforeId: string) {
  const { rows } = await sql<{ before: string | null; now: string; count: number }>`
    WITH in_force AS (
      SELECT DISTINCT ON (status.round_id, status.priority_id) status.round_id, status.priority_id, status.status
      FROM status JOIN round ON round.id = status.round_id
      WHERE status.round_id = any(${[roundId, beforeId]}::uuid[]) ${publicBy(until)}
      ORDER BY status.round_id, status.priority_id, status.version DESC
    )
    SELECT earlier.status AS before, latest.status AS now, count(*)::integer AS count
    FROM in_force latest
    LEFT JOIN in_force earlier ON earlier.priority_id = latest.priority_id AND earlier.round_id = ${beforeId}
    WHERE latest.round_id = ${roundId}
    GROUP BY earlier.status, latest.status
    ORDER BY 1, 2`.execute(db);
  return rows;
}
