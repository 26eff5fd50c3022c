import { sql } from 'kysely';
import type { Localised } from '#i18n/languages.ts';
import type { Db } from '#server/database/db.ts';
import { anyOf } from '#server/database/any-of.ts';
import type { Counts } from './as-of-store.ts';
import { contestedAsOf } from './contested.ts';
import { publicBy, publicSince } from './tally-sql.ts';

export function readRounds(db: Db) {
  return db
    .selectFrom('round')
    .innerJoin('mandate', 'mandate.id', 'round.mandate_id')
    .innerJoin('codebook', 'codebook.id', 'round.codebook_id')
    .select([
      'round.id',
      'round.key',
      'round.number',
      'round.starts',
      'round.ends',
      'round.published_on as publishedOn',
      'mandate.key as mandate',
      'mandate.id as mandateId',
      'codebook.key as codebook',
      'codebook.name as codebookName',
    ])
    .orderBy('round.starts')
    .orderBy('round.key')
    .execute();
}

const statusColumns = [
  'status.id',
  'status.key',
  'status.priority_id as priorityId',
  'status.round_id as roundId',
  'status.version',
  'status.kind',
  'status.status',
  'status.initiated',
  'status.late',
  'status.reversed',
  'status.blocked_by as blockedBy',
  'status.rationale',
  'status.reason',
  'status.published_on as publishedOn',
] as const;

/**
 * The statuses in force (latest version) of every priority of a contract, in every round.
 * @param until a day: the latest of the versions that were public by its end; left out: of all
 */
export function readStatusesOfContract(db: Db, contractId: string, until?: string) {
  return db
    .selectFrom('status')
    .innerJoin('priority', 'priority.id', 'status.priority_id')
    .innerJoin('round', 'round.id', 'status.round_id')
    .select([...statusColumns, contestedAsOf(until).as('contested')])
    .$if(until !== undefined, (query) => query.where(sql<boolean>`${publicSince} <= ${until}`))
    .distinctOn(['status.priority_id', 'status.round_id'])
    .where('priority.contract_id', '=', contractId)
    .orderBy('status.priority_id')
    .orderBy('status.round_id')
    .orderBy('status.version', 'desc')
    .execute();
}

/**
 * Every version of every status of one priority, oldest first.
 * @param day at whose end a version was contested or not; left out: now
 */
export function readHistory(db: Db, priorityId: string, day?: string) {
  return db
    .selectFrom('status')
    .innerJoin('round', 'round.id', 'status.round_id')
    .select([
      ...statusColumns,
      contestedAsOf(day).as('contested'),
      'round.key as round',
      'round.published_on as roundPublishedOn',
      'round.ends as roundEnds',
    ])
    .where('status.priority_id', '=', priorityId)
    .orderBy('round.starts')
    .orderBy('status.version')
    .execute();
}

export function readComponentCodes(db: Db, priorityId: string) {
  return db
    .selectFrom('component_code')
    .innerJoin('component', 'component.id', 'component_code.component_id')
    .select([
      'component_code.component_id as componentId',
      'component_code.round_id as roundId',
      'component_code.version',
      'component_code.code',
      'component_code.rationale',
      'component_code.basis',
      'component_code.earlier_code as earlierCode',
      'component_code.reason',
      'component.position',
    ])
    .where('component.priority_id', '=', priorityId)
    .orderBy('component.position')
    .orderBy('component_code.version')
    .execute();
}

/** What bears on a priority by any of its components. */
export function readEvidence(db: Db, priorityId: string) {
  return db
    .selectFrom('evidence')
    .select([
      'evidence.id',
      'evidence.key',
      'evidence.round_id as roundId',
      sql<number[]>`ARRAY(
        SELECT component.position FROM component
        WHERE component.priority_id = ${priorityId} AND (component.id = evidence.component_id OR component.id IN (
          SELECT further.component_id FROM evidence_component further WHERE further.evidence_id = evidence.id))
        ORDER BY component.position
      )`.as('components'),
      'evidence.class',
      'evidence.stance',
      'evidence.dated',
      'evidence.title',
      'evidence.binding_language as bindingLanguage',
      'evidence.publisher',
      'evidence.url',
      'evidence.kind',
      'evidence.details',
      'evidence.alt',
      'evidence.sha256',
      'evidence.copy_sha256 as copySha256',
    ])
    .where(
      sql<boolean>`evidence.id IN (
        SELECT id FROM evidence WHERE priority_id = ${priorityId}
        UNION
        SELECT further.evidence_id FROM evidence_component further
        JOIN component ON component.id = further.component_id WHERE component.priority_id = ${priorityId})`,
    )
    .orderBy('evidence.dated')
    .orderBy('evidence.key')
    .execute();
}

export function readPublishedFigures(db: Db) {
  return (
    db
      .selectFrom('published_figure as figure')
      .leftJoin('municipality', 'municipality.id', 'figure.municipality_id')
      .leftJoin('round', 'round.id', 'figure.round_id')
      .leftJoin('mandate', 'mandate.id', 'figure.mandate_id')
      .select([
        'figure.id',
        'figure.key',
        'figure.measure',
        'figure.value',
        'figure.unit',
        'figure.qualifier',
        'figure.out_of as outOf',
        'figure.dated',
        'figure.label',
        'figure.note',
        'municipality.id as municipalityId',
        'municipality.key as municipality',
        'round.key as round',
        sql<string | null>`coalesce(round.published_on, round.ends)::text`.as('roundSince'),
        'mandate.key as mandate',
      ])
      // What belongs together, in the order in which it is read: fully, partly, not.
      .orderBy(sql`regexp_replace(figure.key, '/[^/]*$', '')`)
      .orderBy(sql`array_position(ARRAY['fully', 'partly', 'not'], figure.measure)`)
      .orderBy('figure.key')
      .execute()
  );
}

const tallyColumns = [
  'tally.round_id as roundId',
  'tally.municipality_id as municipalityId',
  'tally.priorities',
  'tally.fully',
  'tally.partly',
  'tally.not_addressed as not',
  'tally.no_data as noData',
  'tally.not_assessable as notAssessable',
  'tally.not_assessed as notAssessed',
  'tally.initiated',
  'tally.contested',
  'tally.municipalities',
  'tally.frozen_count as frozenCount',
  'tally.frozen_is as frozenIs',
] as const;

/** The network's counts per round; over all fields, or in one. */
export function readNetworkTallies(db: Db, counts: Counts, fieldId?: string) {
  return db
    .selectFrom(counts.as('tally'))
    .select(tallyColumns)
    .where('tally.municipality_id', 'is', null)
    .where('tally.field_id', fieldId === undefined ? 'is' : '=', fieldId ?? null)
    .execute();
}

/** The network's counts of one round in every field. */
export function readFieldTallies(db: Db, counts: Counts, roundId: string) {
  return db
    .selectFrom(counts.as('tally'))
    .innerJoin('field', 'field.id', 'tally.field_id')
    .select([...tallyColumns, 'field.key as field', 'field.name as fieldName'])
    .where('tally.municipality_id', 'is', null)
    .where('tally.round_id', '=', roundId)
    .orderBy('field.position')
    .execute();
}

/** Counts of one round over the municipalities of each county together. */
export function readCountyTallies(db: Db, counts: Counts, roundId: string) {
  return db
    .selectFrom(counts.as('tally'))
    .innerJoin('municipality', 'municipality.id', 'tally.municipality_id')
    .innerJoin('county', 'county.id', 'municipality.county_id')
    .select(({ fn }) => [
      'county.key as county',
      'county.name as countyName',
      fn.sum<number>('tally.fully').as('fully'),
      fn.sum<number>('tally.partly').as('partly'),
      fn.sum<number>('tally.not_addressed').as('not'),
      fn.sum<number>('tally.no_data').as('noData'),
      fn.sum<number>('tally.not_assessable').as('notAssessable'),
      fn.sum<number>('tally.not_assessed').as('notAssessed'),
      fn.sum<number>('tally.contested').as('contested'),
      fn.sum<number>('tally.municipalities').as('municipalities'),
      fn.sum<number>('tally.frozen_count').as('frozenCount'),
      sql<
        'exact' | 'at-least'
      >`CASE WHEN bool_and(tally.frozen_is = 'exact') THEN 'exact' ELSE 'at-least' END`.as('frozenIs'),
    ])
    .where('tally.round_id', '=', roundId)
    .where('tally.field_id', 'is', null)
    .groupBy(['county.key', 'county.name'])
    .orderBy('county.key')
    .execute();
}

/** Counts of some municipalities in some rounds; over all fields, or in one. */
export function readMunicipalityTallies(
  db: Db,
  counts: Counts,
  filter: { roundIds: readonly string[]; municipalityIds?: readonly string[]; fieldId?: string },
) {
  const { roundIds, municipalityIds, fieldId } = filter;
  return db
    .selectFrom(counts.as('tally'))
    .select(tallyColumns)
    .where(anyOf('tally.round_id', roundIds))
    .where('tally.municipality_id', 'is not', null)
    .$if(municipalityIds !== undefined, (query) =>
      query.where(anyOf('tally.municipality_id', municipalityIds ?? [])),
    )
    .where('tally.field_id', fieldId === undefined ? 'is' : '=', fieldId ?? null)
    .execute();
}

/**
 * Priorities of the same field in other municipalities, with their latest status in force; at most one per contract.
 * @param filter with `until`: a day, of the statuses that were public by its end
 */
export function readSameField(
  db: Db,
  filter: {
    fieldKey: string;
    mandateId: string;
    exceptContractId: string;
    limit: number;
    until: string | undefined;
  },
) {
  const { until } = filter;
  return sql<{
    key: string;
    statement: Localised;
    municipalityKey: string;
    municipalityName: string;
    status: string | null;
    round: string | null;
  }>`
    SELECT priority.key, priority.statement, municipality.key AS "municipalityKey", municipality.name AS "municipalityName",
           latest.status, latest.round
    FROM contract
    JOIN municipality ON municipality.id = contract.municipality_id
    JOIN LATERAL (
      SELECT id, key, statement FROM priority
      WHERE contract_id = contract.id AND field_id = (SELECT id FROM field WHERE key = ${filter.fieldKey})
      ORDER BY position LIMIT 1
    ) priority ON true
    LEFT JOIN LATERAL (
      SELECT status.status, round.key AS round
      FROM status JOIN round ON round.id = status.round_id
      WHERE status.priority_id = priority.id ${publicBy(until)}
      ORDER BY round.starts DESC, status.version DESC LIMIT 1
    ) latest ON true
    WHERE contract.mandate_id = ${filter.mandateId} AND contract.id <> ${filter.exceptContractId}
    ORDER BY municipality.key
    LIMIT ${filter.limit}`.execute(db);
}

/** Municipalities with counts in some of the rounds, by key. */
export function readTalliedMunicipalities(
  db: Db,
  counts: Counts,
  roundIds: readonly string[],
  after: string,
  limit: number,
) {
  return db
    .selectFrom('municipality')
    .select(['id', 'key', 'name'])
    .where('key', '>', after)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom(counts.as('tally'))
          .select('tally.round_id')
          .whereRef('tally.municipality_id', '=', 'municipality.id')
          .where('tally.field_id', 'is', null)
          .where(anyOf('tally.round_id', roundIds)),
      ),
    )
    .orderBy('key')
    .limit(limit)
    .execute();
}
