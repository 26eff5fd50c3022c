import { sql, type Insertable } from 'kysely';
import type { Localised } from '#i18n/languages.ts';
import type { Db, Tx } from '#server/database/db.ts';
import type { DB } from '#server/database/types.ts';

export interface QuestionRow {
  id: string;
  title: string;
  body: string;
  language: 'sq' | 'en';
  askedAt: Date;
  /** When whoever asked said that no more answers are needed. */
  closedAt: Date | null;
  askedBy: string | null;
  askerName: string | null;
  askerOrganisation: Localised | null;
  askerMunicipality: string | null;
  experienceKey: string | null;
  experienceTitle: Localised | null;
  organisationName: Localised | null;
  answers: number;
  hasHelped: boolean;
}

const selected = sql`
  SELECT q.id, q.title, q.body, q.language, q.asked_at AS "askedAt", q.closed_at AS "closedAt", q.asked_by AS "askedBy", a.name AS "askerName",
         ao.name AS "askerOrganisation", am.name AS "askerMunicipality",
         x.key AS "experienceKey", x.title AS "experienceTitle", o.name AS "organisationName",
         (SELECT count(*)::int FROM member_answer WHERE question_id = q.id) AS answers,
         EXISTS (SELECT FROM member_answer WHERE question_id = q.id AND helped) AS "hasHelped"
    FROM member_question q
    LEFT JOIN account a ON a.id = q.asked_by
    LEFT JOIN organisation ao ON ao.id = q.asker_organisation_id
    LEFT JOIN municipality am ON am.id = q.asker_municipality_id
    LEFT JOIN experience x ON x.id = q.experience_id
    LEFT JOIN organisation o ON o.id = q.organisation_id`;

/** Newest first; after the one that the page before ended with. */
export async function readQuestions(db: Db, { after, limit }: { after: string | undefined; limit: number }) {
  const from =
    after === undefined
      ? sql``
      : sql`WHERE coalesce((q.asked_at, q.id) < (SELECT asked_at, id FROM member_question WHERE id = ${after}), true)`;
  const { rows } = await sql<QuestionRow>`
    ${selected} ${from} ORDER BY q.asked_at DESC, q.id DESC LIMIT ${limit}`.execute(db);
  return rows;
}

export async function readQuestion(db: Db, id: string): Promise<QuestionRow | undefined> {
  const { rows } = await sql<QuestionRow>`${selected} WHERE q.id = ${id}`.execute(db);
  return rows[0];
}

export function readAnswers(db: Db, questionId: string) {
  return db
    .selectFrom('member_answer as answer')
    .leftJoin('account', 'account.id', 'answer.answered_by')
    .leftJoin('organisation', 'organisation.id', 'answer.organisation_id')
    .leftJoin('municipality', 'municipality.id', 'answer.municipality_id')
    .select([
      'answer.id',
      'answer.body',
      'answer.language',
      'answer.answered_at as answeredAt',
      'answer.answered_by as answeredBy',
      'answer.helped',
      'account.name as name',
      'organisation.name as organisationName',
      'municipality.name as municipalityName',
    ])
    .where('answer.question_id', '=', questionId)
    .orderBy('answer.answered_at')
    .orderBy('answer.id')
    .execute();
}

/** @returns whether it was not sent before */
export async function insertQuestion(tx: Tx, row: Insertable<DB['member_question']>): Promise<boolean> {
  const added = await tx
    .insertInto('member_question')
    .values(row)
    .onConflict((conflict) => conflict.column('once').doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

export async function insertAnswer(tx: Tx, row: Insertable<DB['member_answer']>): Promise<boolean> {
  const added = await tx
    .insertInto('member_answer')
    .values(row)
    .onConflict((conflict) => conflict.column('once').doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

/** The id of what was sent with a form before. */
export function readSentBefore(db: Db, once: string) {
  return db.selectFrom('member_question').select('id').where('once', '=', once).executeTakeFirst();
}

export async function markHelped(tx: Tx, questionId: string, answerId: string): Promise<boolean> {
  await tx
    .updateTable('member_answer')
    .set({ helped: false })
    .where('question_id', '=', questionId)
    .where('helped', '=', true)
    .execute();
  const { numUpdatedRows } = await tx
    .updateTable('member_answer')
    .set({ helped: true })
    .where('question_id', '=', questionId)
    .where('id', '=', answerId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function countAskedSince(db: Db, account: string, since: Date): Promise<number> {
  const { count } = await db
    .selectFrom('member_question')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('asked_by', '=', account)
    .where('asked_at', '>=', since)
    .executeTakeFirstOrThrow();
  return count;
}

const mostTold = 500;

/** Whom a question concerns at once: an organisation's people, or those who told the experience. */
export async function readConcerned(
  db: Db,
  { organisationId, experienceId }: { organisationId: string | null; experienceId: string | null },
  { today, except }: { today: string; except: string },
) {
  const { rows } = await sql<{ email: string; language: 'sq' | 'en' }>`
    SELECT DISTINCT account.email, account.language
      FROM role_grant g JOIN account ON account.id = g.account_id
      LEFT JOIN experience x ON x.id = ${experienceId}::uuid
     WHERE g.since <= ${today} AND (g.until IS NULL OR g.until >= ${today}) AND account.id <> ${except}
       AND (g.organisation_id = ${organisationId}::uuid OR g.organisation_id = x.organisation_id
         OR (g.role = 'municipality-contact' AND g.municipality_id = x.municipality_id))
     ORDER BY account.email LIMIT ${mostTold}`.execute(db);
  return rows;
}

/** Questions without an answer that ask these organisations, or about experiences of these or of these municipalities. */
export async function readUnanswered(
  db: Db,
  {
    organisations,
    municipalities,
    except,
  }: { organisations: string[]; municipalities: string[]; except: string },
) {
  const { rows } = await sql<{ id: string; isToAll: boolean }>`
    SELECT q.id, q.organisation_id IS NULL AND q.experience_id IS NULL AS "isToAll"
      FROM member_question q LEFT JOIN experience x ON x.id = q.experience_id
     WHERE q.asked_by IS DISTINCT FROM ${except} AND q.asked_at > now() - interval '60 days'
       AND q.closed_at IS NULL AND NOT EXISTS (SELECT FROM member_answer WHERE question_id = q.id)
       AND (q.organisation_id = ANY(${organisations}::uuid[]) OR x.organisation_id = ANY(${organisations}::uuid[])
         OR x.municipality_id = ANY(${municipalities}::uuid[])
         OR (q.organisation_id IS NULL AND q.experience_id IS NULL))
     ORDER BY q.asked_at LIMIT 50`.execute(db);
  return rows;
}

export function readAccountOf(db: Db, id: string | null) {
  return db.selectFrom('account').select(['email', 'language']).where('id', '=', id).executeTakeFirst();
}

/** The organisations that can be asked: those of the network now or once. */
export function readOrganisations(db: Db) {
  return db
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where(sql<boolean>`EXISTS (SELECT FROM membership WHERE organisation_id = organisation.id)`)
    .execute();
}

export function readExperienceByKey(db: Db, key: string) {
  return db.selectFrom('experience').select(['id', 'key', 'title']).where('key', '=', key).executeTakeFirst();
}

export function hasExperience(db: Db, id: string) {
  return db.selectFrom('experience').select('id').where('id', '=', id).executeTakeFirst();
}

/** Closes a question, or leaves one that is closed. @returns whether it was open */
export async function closeQuestion(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('member_question')
    .set({ closed_at: at })
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The questions to everyone that nobody was told of yet, as told from now on; those closed meanwhile are told to nobody. */
export async function takeUntold(tx: Tx, at: Date) {
  const rows = await tx
    .updateTable('member_question')
    .set({ told_at: at })
    .where('told_at', 'is', null)
    .where('organisation_id', 'is', null)
    .where('experience_id', 'is', null)
    .returning(['id', 'title', 'asked_by as askedBy', 'asked_at as askedAt', 'closed_at as closedAt'])
    .execute();
  return rows
    .filter(({ closedAt }) => closedAt === null)
    .toSorted((a, b) => a.askedAt.getTime() - b.askedAt.getTime());
}

/** Whom questions to everyone concern: editors, town halls and coordinators everywhere. */
export async function readEveryone(db: Db, today: string) {
  const { rows } = await sql<{ id: string; email: string; language: 'sq' | 'en' }>`
    SELECT DISTINCT account.id, account.email, account.language
      FROM role_grant g JOIN account ON account.id = g.account_id
     WHERE g.since <= ${today} AND (g.until IS NULL OR g.until >= ${today})
       AND g.role IN ('editor', 'municipality-contact', 'coordinator')
     ORDER BY account.id`.execute(db);
  return rows;
}
