import { sql } from 'kysely';
import type { Db, Tx } from '#server/database/db.ts';
import type { Language } from '#i18n/languages.ts';
import type { Search } from '../search-log.ts';

// The one place where codes of persons are read. Every question has the condition below, so that no page, file or list that
// somebody writes can show a code before its time.

/** A coding that the reader may see: their own, or one of two that are both handed in. */
export interface Coding {
  seat: number;
  accountId: string;
  code: string | null;
  rationale: string;
  language: Language;
  submittedAt: Date | null;
  version: number;
  evidence: string[];
  searches: Search[];
}

/**
 * The codings of a task that someone may read. Blind: another person's alone where both are handed in.
 * @param reader an account; null: somebody who codes nothing here
 */
export async function readCodings(db: Db, taskId: string, reader: string | null): Promise<Coding[]> {
  const { rows } = await sql<Coding>`
    SELECT coding.seat, coding.account_id AS "accountId", coding.code, coding.rationale, coding.language,
           coding.submitted_at AS "submittedAt", coding.version,
           ARRAY(SELECT item_id::text FROM coding_evidence relied
             WHERE relied.task_id = coding.task_id AND relied.seat = coding.seat ORDER BY 1) AS evidence,
           coalesce((SELECT jsonb_agg(jsonb_build_object('lookedIn', looked_in, 'asked', asked,
                       'searchedOn', searched_on::text) ORDER BY position)
             FROM coding_search search
             WHERE search.task_id = coding.task_id AND search.seat = coding.seat), '[]') AS searches
    FROM coding
    WHERE coding.task_id = ${taskId} AND (
      coding.account_id = ${reader}::uuid
      OR 2 = (SELECT count(*) FROM coding handed WHERE handed.task_id = coding.task_id AND handed.submitted_at IS NOT NULL))
    ORDER BY coding.seat`.execute(db);
  return rows;
}

export interface Commitment {
  seat: number;
  sha256: string;
  committedAt: Date;
  /** Closed until both have handed in. */
  salt: string | null;
}

/** The seals of a task, and their salts once both have handed in. */
export async function readCommitments(db: Db, taskId: string): Promise<Commitment[]> {
  const { rows } = await sql<Commitment>`
    SELECT seat, sha256, committed_at AS "committedAt",
           CASE WHEN 2 = (SELECT count(*) FROM coding handed
             WHERE handed.task_id = coding_commitment.task_id AND handed.submitted_at IS NOT NULL)
             THEN salt END AS salt
    FROM coding_commitment WHERE task_id = ${taskId} ORDER BY seat`.execute(db);
  return rows;
}

interface Place {
  taskId: string;
  seat: number;
}

/** Writes a coding that is not handed in yet, in place of what stood there. */
export async function writeCoding(
  tx: Tx,
  { taskId, seat }: Place,
  coding: {
    accountId: string;
    municipalityId: string;
    code: string | null;
    rationale: string;
    language: Language;
    evidence: readonly string[];
    searches: readonly Search[];
    at: Date;
  },
): Promise<void> {
  const row = {
    account_id: coding.accountId,
    code: coding.code,
    rationale: coding.rationale,
    language: coding.language,
    updated_at: coding.at,
  };
  await tx
    .insertInto('coding')
    .values({ task_id: taskId, seat, ...row })
    .onConflict((conflict) =>
      conflict
        .columns(['task_id', 'seat'])
        .doUpdateSet((eb) => ({ ...row, version: eb('coding.version', '+', 1) })),
    )
    .execute();
  for (const table of ['coding_evidence', 'coding_search'] as const) {
    await tx.deleteFrom(table).where('task_id', '=', taskId).where('seat', '=', seat).execute();
  }
  if (coding.evidence.length > 0) {
    await tx
      .insertInto('coding_evidence')
      .values(
        coding.evidence.map((item_id) => ({
          task_id: taskId,
          seat,
          municipality_id: coding.municipalityId,
          item_id,
        })),
      )
      .execute();
  }
  if (coding.searches.length > 0) {
    await tx
      .insertInto('coding_search')
      .values(
        coding.searches.map(({ lookedIn, asked, searchedOn }, index) => ({
          task_id: taskId,
          seat,
          position: index + 1,
          looked_in: lookedIn,
          asked,
          searched_on: searchedOn,
        })),
      )
      .execute();
  }
}

/** Stores the seal, and only then closes the coding. */
export async function sealAndClose(
  tx: Tx,
  { taskId, seat }: Place,
  seal: { sha256: string; salt: string; at: Date },
): Promise<void> {
  await tx
    .insertInto('coding_commitment')
    .values({ task_id: taskId, seat, sha256: seal.sha256, salt: seal.salt, committed_at: seal.at })
    .execute();
  await tx
    .updateTable('coding')
    .set({ submitted_at: seal.at })
    .where('task_id', '=', taskId)
    .where('seat', '=', seat)
    .execute();
}
