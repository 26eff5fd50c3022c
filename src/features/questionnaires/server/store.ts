import { sql } from 'kysely';
import type { Localised } from '#i18n/languages.ts';
import type { Db } from '#server/database/db.ts';
import { questionList, type Question } from '../question.ts';

const columns = [
  'questionnaire.id',
  'questionnaire.code',
  'questionnaire.municipality_id as municipalityId',
  'municipality.name as municipality',
  'municipality.key as municipalityKey',
  'organisation.name as organisation',
  'questionnaire.session_id as sessionId',
  'questionnaire.title',
  'questionnaire.purpose',
  'questionnaire.state',
  'questionnaire.opens_on as opensOn',
  'questionnaire.closes_on as closesOn',
  'questionnaire.results_published_on as publishedOn',
  'questionnaire.version',
] as const;

function selectQuestionnaires(db: Db) {
  return db
    .selectFrom('questionnaire')
    .innerJoin('municipality', 'municipality.id', 'questionnaire.municipality_id')
    .innerJoin('organisation', 'organisation.id', 'questionnaire.organisation_id')
    .select(columns);
}

/** One by its id or its short code. */
export async function readQuestionnaire(db: Db, by: { id: string } | { code: string }) {
  const row = await selectQuestionnaires(db)
    .select('questionnaire.questions')
    .where((eb) => ('id' in by ? eb('questionnaire.id', '=', by.id) : eb('questionnaire.code', '=', by.code)))
    .executeTakeFirst();
  return row && { ...row, questions: questionList.parse(row.questions) };
}

export function readQuestionnaires(db: Db, municipalityIds: 'all' | readonly string[], limit: number) {
  return selectQuestionnaires(db)
    .select((eb) =>
      eb
        .selectFrom('questionnaire_answer as answer')
        .whereRef('answer.municipality_id', '=', 'questionnaire.municipality_id')
        .whereRef('answer.questionnaire_id', '=', 'questionnaire.id')
        .select((inner) => inner.fn.countAll<number>().as('n'))
        .as('answers'),
    )
    .$if(municipalityIds !== 'all', (query) =>
      query.where(
        'questionnaire.municipality_id',
        'in',
        municipalityIds === 'all' ? [] : [...municipalityIds],
      ),
    )
    .orderBy('questionnaire.created_at', 'desc')
    .limit(limit)
    .execute();
}

export function readMunicipalities(db: Db, ids: readonly string[]) {
  if (ids.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('municipality')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .orderBy('name')
    .execute();
}

/** Sessions that are themselves a questionnaire. */
export function readSessions(db: Db, municipalityIds: readonly string[]) {
  if (municipalityIds.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('listening_session as session')
    .innerJoin('municipality', 'municipality.id', 'session.municipality_id')
    .select(['session.id', 'session.municipality_id as municipalityId', 'session.held_on as heldOn'])
    .select(['session.place', 'municipality.name as municipality'])
    .where('session.municipality_id', 'in', [...municipalityIds])
    .where('session.kind', '=', 'questionnaire')
    .where('session.state', '<>', 'cancelled')
    .orderBy('session.held_on', 'desc')
    .limit(100)
    .execute();
}

export interface WordsRow {
  session_id: string | null;
  title: Localised;
  purpose: Localised;
  opens_on: string | null;
  closes_on: string | null;
}

/** @returns whether it was put in; not where the code is taken. */
export async function insertQuestionnaire(
  db: Db,
  row: WordsRow & {
    id: string;
    code: string;
    municipality_id: string;
    organisation_id: string;
    created_by: string;
  },
): Promise<boolean> {
  const inserted = await db
    .insertInto('questionnaire')
    .values({
      ...row,
      title: JSON.stringify(row.title),
      purpose: JSON.stringify(row.purpose),
      questions: '[]',
    })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

async function update(
  db: Db,
  { id, version }: { id: string; version: number },
  changed: {
    session_id?: string | null;
    title?: string;
    purpose?: string;
    opens_on?: string | null;
    closes_on?: string | null;
    questions?: string;
    state?: 'open' | 'closed';
    results_published_on?: string;
  },
): Promise<boolean> {
  const row = await db
    .updateTable('questionnaire')
    .set({ ...changed, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

type At = { id: string; version: number };

// Each gives whether the questionnaire was still of the version that the person began from.
export function updateWords(db: Db, at: At, { title, purpose, ...rest }: WordsRow) {
  return update(db, at, { ...rest, title: JSON.stringify(title), purpose: JSON.stringify(purpose) });
}

export function updateQuestions(db: Db, at: At, questions: readonly Question[]) {
  return update(db, at, { questions: JSON.stringify(questions) });
}

export function updateState(db: Db, at: At, state: 'open' | 'closed') {
  return update(db, at, { state });
}

export function updatePublished(db: Db, at: At, on: string) {
  return update(db, at, { state: 'closed', results_published_on: on });
}
