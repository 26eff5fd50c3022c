import type { Db } from '#server/database/db.ts';
import type { Sex } from '../person.ts';

export function readMunicipality(db: Db, key: string) {
  return db
    .selectFrom('municipality')
    .select(['id', 'key', 'name'])
    .where('key', '=', key)
    .executeTakeFirst();
}

export async function readOrganisationName(db: Db, id: string) {
  const row = await db.selectFrom('organisation').select('name').where('id', '=', id).executeTakeFirst();
  return row?.name;
}

/** The editions that cards of a municipality are on, by mandate, newest first. */
export function readFormsInUse(db: Db, municipalityId: string) {
  return db
    .selectFrom('card_batch as batch')
    .innerJoin('listening_session as session', 'session.id', 'batch.session_id')
    .innerJoin('mandate', 'mandate.id', 'session.mandate_id')
    .innerJoin('card_form as form', 'form.id', 'batch.form_id')
    .select([
      'form.id as formId',
      'form.name',
      'form.edition',
      'mandate.id as mandateId',
      'mandate.key as mandate',
    ])
    .distinct()
    .where('batch.municipality_id', '=', municipalityId)
    .orderBy('mandate.key', 'desc')
    .orderBy('form.edition', 'desc')
    .execute();
}

/** All cards of a municipality on one edition in one mandate, of sessions that were not called off. */
export function readScoredCards(db: Db, municipalityId: string, mandateId: string, formId: string) {
  return db
    .selectFrom('card')
    .innerJoin('listening_session as session', 'session.id', 'card.session_id')
    .select(['card.session_id as sessionId', 'card.unit_id as unitId', 'card.sex', 'card.scores'])
    .where('card.municipality_id', '=', municipalityId)
    .where('card.form_id', '=', formId)
    .where('session.mandate_id', '=', mandateId)
    .where('session.state', '<>', 'cancelled')
    .execute();
}

/** The sessions of those cards, with what each agreed on. */
export function readSessionsOn(db: Db, municipalityId: string, mandateId: string, formId: string) {
  return db
    .selectFrom('card_batch as batch')
    .innerJoin('listening_session as session', 'session.id', 'batch.session_id')
    .leftJoin('administrative_unit as unit', 'unit.id', 'session.unit_id')
    .select([
      'session.id',
      'session.held_on as heldOn',
      'session.place',
      'session.kind',
      'unit.name as unit',
      'batch.top_issues as topIssues',
    ])
    .where('batch.municipality_id', '=', municipalityId)
    .where('batch.form_id', '=', formId)
    .where('session.mandate_id', '=', mandateId)
    .where('session.state', '<>', 'cancelled')
    .orderBy('session.held_on')
    .execute();
}

/** The last published edition of the scores. */
export async function readLastPublished(db: Db, municipalityId: string, mandateId: string) {
  const last = await db
    .selectFrom('issue_score')
    .select((eb) => eb.fn.max('edition').as('edition'))
    .where('municipality_id', '=', municipalityId)
    .where('mandate_id', '=', mandateId)
    .executeTakeFirst();
  return last?.edition ?? 0;
}

/** Every size that was ever made public of a form, the newest first: by position and group. */
export function readPublishedSizes(db: Db, municipalityId: string, mandateId: string, form: string) {
  return db
    .selectFrom('issue_score')
    .select(['position', 'unit_id as unitId', 'sex', 'cards'])
    .where('municipality_id', '=', municipalityId)
    .where('mandate_id', '=', mandateId)
    .where('form', '=', form)
    .orderBy('edition', 'desc')
    .execute();
}

export interface ScoreRow {
  id: string;
  key: string;
  municipality_id: string;
  mandate_id: string;
  edition: number;
  published_on: string;
  form: string;
  position: number;
  field_id: string;
  issue: string;
  unit_id: string | null;
  sex: Sex | null;
  scale_least: number;
  scale_most: number;
  cards: number;
  mean: number;
  deviation: number;
  lower_quartile: number;
  median: number;
  upper_quartile: number;
}

/** One publication of a municipality at a time: the next waits here until the first has ended. */
export async function holdMunicipality(db: Db, id: string): Promise<void> {
  await db.selectFrom('municipality').select('id').where('id', '=', id).forNoKeyUpdate().execute();
}

export async function insertScores(db: Db, rows: ScoreRow[]): Promise<void> {
  await db.insertInto('issue_score').values(rows).execute();
}

/** What an edition says, to be compared with what the next would say. */
export function readEdition(db: Db, municipalityId: string, mandateId: string, edition: number) {
  return db
    .selectFrom('issue_score')
    .select(['form', 'position', 'unit_id', 'sex', 'cards', 'mean', 'deviation', 'median'])
    .select(['lower_quartile', 'upper_quartile'])
    .where('municipality_id', '=', municipalityId)
    .where('mandate_id', '=', mandateId)
    .where('edition', '=', edition)
    .execute();
}

/** The newest published scores of a municipality; of one mandate, or of the newest that has any. */
export async function readPublishedScores(db: Db, municipalityId: string) {
  const newest = await db
    .selectFrom('issue_score')
    .innerJoin('mandate', 'mandate.id', 'issue_score.mandate_id')
    .select(['mandate.id', 'mandate.key', 'issue_score.edition'])
    .where('municipality_id', '=', municipalityId)
    .orderBy('mandate.key', 'desc')
    .orderBy('edition', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!newest) return undefined;
  const rows = await db
    .selectFrom('issue_score as score')
    .innerJoin('field', 'field.id', 'score.field_id')
    .leftJoin('administrative_unit as unit', 'unit.id', 'score.unit_id')
    .select([
      'score.id',
      'score.key',
      'score.published_on as publishedOn',
      'score.position',
      'score.issue',
      'field.id as fieldId',
      'field.name as fieldName',
      'unit.id as unitId',
      'unit.name as unit',
      'score.sex',
      'score.scale_least as least',
      'score.scale_most as most',
      'score.cards as n',
      'score.mean',
      'score.deviation',
      'score.lower_quartile as lowerQuartile',
      'score.median',
      'score.upper_quartile as upperQuartile',
    ])
    .where('score.municipality_id', '=', municipalityId)
    .where('score.mandate_id', '=', newest.id)
    .where('score.edition', '=', newest.edition)
    .orderBy('score.position')
    .orderBy('unit.name')
    .orderBy('score.sex')
    .execute();
  return { mandate: newest.key, rows };
}

export async function hasPublishedScores(db: Db, municipalityId: string): Promise<boolean> {
  const row = await db
    .selectFrom('issue_score')
    .select('id')
    .where('municipality_id', '=', municipalityId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
