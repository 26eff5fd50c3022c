import { sql } from 'kysely';
import type { Localised } from '#i18n/languages.ts';
import type { Db } from '#server/database/db.ts';
import type { TryOutcome, TryState } from '../experience.ts';
import type { ExperienceFilter } from '../filter.ts';

export interface ListedExperience {
  id: string;
  key: string;
  publishedOn: string;
  title: Localised;
  summary: Localised;
  municipalityId: string;
  municipalityKey: string;
  municipalityName: string;
  fieldKey: string | null;
  fieldName: Localised | null;
  /** Municipalities that have tried it, and those that want to. */
  tried: number;
  wanted: number;
}

const latestTry = sql`
  SELECT DISTINCT ON (municipality_id) state FROM experience_try
  WHERE experience_id = x.id ORDER BY municipality_id, version DESC`;

/** SQL: experiences as they are now, corrected where they were. */
const listed = sql`
  SELECT x.id, x.key, x.published_on::text AS "publishedOn",
         coalesce(c.title, x.title) AS title, coalesce(c.summary, x.summary) AS summary,
         m.id AS "municipalityId", m.key AS "municipalityKey", m.name AS "municipalityName",
         f.key AS "fieldKey", f.name AS "fieldName", t.tried, t.wanted
    FROM experience x
    JOIN municipality m ON m.id = x.municipality_id
    LEFT JOIN field f ON f.id = x.field_id
    LEFT JOIN LATERAL (SELECT title, summary FROM experience_correction
      WHERE experience_id = x.id ORDER BY version DESC LIMIT 1) c ON true
    LEFT JOIN LATERAL (SELECT count(*) FILTER (WHERE state = 'tried')::int AS tried,
      count(*) FILTER (WHERE state = 'wants')::int AS wanted FROM (${latestTry}) latest) t ON true`;

/** Newest first. */
export async function readExperiences(
  db: Db,
  { municipality, field, tried, after, limit }: ExperienceFilter & { limit: number },
): Promise<ListedExperience[]> {
  const conditions = [
    sql`true`,
    ...(municipality === undefined ? [] : [sql`m.key = ${municipality}`]),
    ...(field === undefined ? [] : [sql`f.key = ${field}`]),
    ...(tried === 'others' ? [sql`t.tried > 0`] : []),
    ...(tried === 'wanted' ? [sql`t.wanted > 0`] : []),
    ...(after === undefined
      ? []
      : [
          sql`coalesce((x.published_on, x.key) < (SELECT published_on, key::text FROM experience WHERE key = ${after}), true)`,
        ]),
  ];
  const { rows } = await sql<ListedExperience>`
    ${listed} WHERE ${sql.join(conditions, sql` AND `)}
    ORDER BY x.published_on DESC, x.key DESC LIMIT ${limit}`.execute(db);
  return rows;
}

/** Of each priority the experiences that serve it. */
export async function readExperiencesOf(db: Db, priorityIds: readonly string[]) {
  const { rows } = await sql<ListedExperience & { priorityId: string }>`
    SELECT served.priority_id AS "priorityId", one.*
      FROM experience_priority served
      JOIN (${listed}) one ON one.id = served.experience_id
     WHERE served.priority_id = ANY(${priorityIds}::uuid[])
     ORDER BY one."publishedOn" DESC, one.key`.execute(db);
  return rows;
}

/** The fields and municipalities that have experiences. */
export async function readChoices(db: Db) {
  const [fields, municipalities] = await Promise.all([
    db
      .selectFrom('field')
      .select(['key', 'name'])
      .where(sql<boolean>`EXISTS (SELECT FROM experience WHERE field_id = field.id)`)
      .orderBy('position')
      .execute(),
    db
      .selectFrom('municipality')
      .select(['key', 'name'])
      .where(sql<boolean>`EXISTS (SELECT FROM experience WHERE municipality_id = municipality.id)`)
      .execute(),
  ]);
  return { fields, municipalities };
}

export function readExperience(db: Db, key: string) {
  return db
    .selectFrom('experience')
    .innerJoin('municipality', 'municipality.id', 'experience.municipality_id')
    .leftJoin('organisation', 'organisation.id', 'experience.organisation_id')
    .leftJoin('field', 'field.id', 'experience.field_id')
    .select([
      'experience.id',
      'experience.key',
      'experience.published_on as publishedOn',
      'experience.title',
      'experience.summary',
      'experience.body',
      'experience.problem',
      'experience.context',
      'experience.done',
      'experience.cost_amount as costAmount',
      'experience.cost_currency as costCurrency',
      'experience.cost_note as costNote',
      'experience.result',
      'experience.lessons',
      'experience.contact_name as contactName',
      'experience.contact_email as contactEmail',
      'experience.contact_phone as contactPhone',
      'municipality.id as municipalityId',
      'municipality.key as municipalityKey',
      'municipality.name as municipalityName',
      'organisation.id as organisationId',
      'organisation.key as organisationKey',
      'organisation.name as organisationName',
      'field.id as fieldId',
      'field.key as fieldKey',
      'field.name as fieldName',
    ])
    .where('experience.key', '=', key)
    .executeTakeFirst();
}

/** Newest first. */
export function readCorrections(db: Db, experienceId: string) {
  return db
    .selectFrom('experience_correction')
    .select([
      'version',
      'corrected_on as correctedOn',
      'reason',
      'title',
      'summary',
      'body',
      'problem',
      'context',
      'done',
      'cost_amount as costAmount',
      'cost_currency as costCurrency',
      'cost_note as costNote',
      'result',
      'lessons',
    ])
    .where('experience_id', '=', experienceId)
    .orderBy('version', 'desc')
    .execute();
}

export interface TryRow {
  id: string;
  municipalityId: string;
  municipality: { key: string; name: string };
  organisationName: Localised | null;
  version: number;
  state: TryState;
  outcome: TryOutcome | null;
  saidOn: string;
  statement: Localised;
  reason: Localised | null;
  learnedFrom: string | null;
}

/** Everything that was said of trying it, in the order in which places first said so; versions of one oldest first. */
export async function readTries(db: Db, experienceId: string): Promise<TryRow[]> {
  const { rows } = await sql<TryRow>`
    SELECT t.id, t.municipality_id AS "municipalityId", jsonb_build_object('key', m.key, 'name', m.name) AS municipality,
           o.name AS "organisationName", t.version, t.state, t.outcome, t.said_on::text AS "saidOn", t.statement, t.reason,
           teacher.key AS "learnedFrom"
      FROM experience_try t
      JOIN municipality m ON m.id = t.municipality_id
      LEFT JOIN organisation o ON o.id = t.organisation_id
      LEFT JOIN municipality teacher ON teacher.id = t.learned_from_id
     WHERE t.experience_id = ${experienceId}
     ORDER BY min(t.said_on) OVER (PARTITION BY t.municipality_id), m.key, t.version`.execute(db);
  return rows;
}

export function readLinkedPriorities(db: Db, experienceId: string) {
  return db
    .selectFrom('experience_priority')
    .innerJoin('priority', 'priority.id', 'experience_priority.priority_id')
    .innerJoin('contract', 'contract.id', 'priority.contract_id')
    .innerJoin('municipality', 'municipality.id', 'contract.municipality_id')
    .select(['priority.id', 'priority.key', 'priority.statement', 'municipality.name as municipalityName'])
    .where('experience_id', '=', experienceId)
    .orderBy('priority.key')
    .execute();
}

export function readLinkedEvidence(db: Db, experienceId: string) {
  return db
    .selectFrom('experience_evidence')
    .innerJoin('evidence', 'evidence.id', 'experience_evidence.evidence_id')
    .innerJoin('priority', 'priority.id', 'evidence.priority_id')
    .innerJoin('round', 'round.id', 'evidence.round_id')
    .select([
      'evidence.id',
      'evidence.title',
      'evidence.dated',
      'evidence.class',
      'priority.key as priorityKey',
      'round.key as roundKey',
    ])
    .where('experience_id', '=', experienceId)
    .orderBy('evidence.dated')
    .execute();
}
