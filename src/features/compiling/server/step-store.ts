import { sql } from 'kysely';
import type { Db } from '#server/database/db.ts';
import type { StepKind } from '../step.ts';
import { storedPicture, type Picture } from '../picture.ts';
import type { BoardIds } from './board-store.ts';

export interface NewStep {
  id: string;
  number: number;
  kind: StepKind;
  candidateId: string | null;
  before: Picture;
  after: Picture;
  reason: string | null;
  undoes: number | null;
  takenBy: string;
  takenAt: Date;
}

export async function writeStep(
  tx: Db,
  { municipalityId, mandateId }: BoardIds,
  step: NewStep,
): Promise<void> {
  await tx
    .insertInto('compiling_step')
    .values({
      municipality_id: municipalityId,
      mandate_id: mandateId,
      number: step.number,
      id: step.id,
      kind: step.kind,
      candidate_id: step.candidateId,
      before: JSON.stringify(storedPicture(step.before)),
      after: JSON.stringify(storedPicture(step.after)),
      reason: step.reason,
      undoes: step.undoes,
      taken_by: step.takenBy,
      taken_at: step.takenAt,
    })
    .execute();
  await tx
    .updateTable('compiling_board')
    .set({ steps: step.number })
    .where('municipality_id', '=', municipalityId)
    .where('mandate_id', '=', mandateId)
    .execute();
}

/** A step by the id that its form carried. */
export function readStepById(db: Db, municipalityId: string, id: string) {
  return db
    .selectFrom('compiling_step')
    .select(['number', 'candidate_id as candidateId'])
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** A step with what is needed to undo it, and the number of the step that has undone it. */
export function readStep(db: Db, { municipalityId, mandateId }: BoardIds, number: number) {
  return db
    .selectFrom('compiling_step as step')
    .leftJoin('compiling_step as undoing', (join) =>
      join
        .onRef('undoing.municipality_id', '=', 'step.municipality_id')
        .onRef('undoing.mandate_id', '=', 'step.mandate_id')
        .onRef('undoing.undoes', '=', 'step.number'),
    )
    .select([
      'step.number',
      'step.kind',
      'step.candidate_id as candidateId',
      'step.before',
      'step.after',
      'undoing.number as undoneBy',
    ])
    .where('step.municipality_id', '=', municipalityId)
    .where('step.mandate_id', '=', mandateId)
    .where('step.number', '=', number)
    .executeTakeFirst();
}

export interface LoggedStep {
  number: number;
  kind: StepKind;
  candidateId: string | null;
  /** The candidate's title as the step left it, else as it found it. */
  title: string | null;
  /** The title before, where the step changed it. */
  oldTitle: string | null;
  /** What a merged candidate went into. */
  intoTitle: string | null;
  reason: string | null;
  undoes: number | null;
  undoneBy: number | null;
  needs: number;
  by: string | null;
  at: Date;
}

function selectLogged(where: ReturnType<typeof sql>) {
  return sql<LoggedStep>`
    SELECT step.number, step.kind, step.candidate_id AS "candidateId",
           coalesce(step.after -> 'candidates' -> step.candidate_id::text ->> 'title',
                    step.before -> 'candidates' -> step.candidate_id::text ->> 'title', candidate.title) AS title,
           step.before -> 'candidates' -> step.candidate_id::text ->> 'title' AS "oldTitle",
           target.title AS "intoTitle",
           step.reason, step.undoes, undoing.number AS "undoneBy",
           (SELECT coalesce(sum(jsonb_array_length(g -> 'ids')), 0)
            FROM jsonb_array_elements(step.after -> 'needs') g) AS needs,
           account.name AS by, step.taken_at AS at
    FROM compiling_step step
    LEFT JOIN candidate_priority candidate ON candidate.municipality_id = step.municipality_id
      AND candidate.id = step.candidate_id
    LEFT JOIN candidate_priority target ON target.municipality_id = step.municipality_id
      AND target.id::text = step.after -> 'candidates' -> step.candidate_id::text ->> 'mergedInto'
    LEFT JOIN compiling_step undoing ON undoing.municipality_id = step.municipality_id
      AND undoing.mandate_id = step.mandate_id AND undoing.undoes = step.number
    LEFT JOIN account ON account.id = step.taken_by
    WHERE ${where}
    ORDER BY step.number DESC`;
}

/** The steps of a board from before a number on, latest first. */
export async function readLog(
  db: Db,
  { municipalityId, mandateId }: BoardIds,
  before: number | undefined,
  limit: number,
) {
  const { rows } = await sql<LoggedStep>`
    ${selectLogged(sql`step.municipality_id = ${municipalityId} AND step.mandate_id = ${mandateId}
      AND step.number < ${before ?? 2_000_000_000}`)}
    LIMIT ${limit}`.execute(db);
  return rows;
}

export async function readLoggedStep(
  db: Db,
  { municipalityId, mandateId }: BoardIds,
  number: number,
): Promise<LoggedStep | undefined> {
  const { rows } = await selectLogged(sql`step.municipality_id = ${municipalityId}
    AND step.mandate_id = ${mandateId} AND step.number = ${number}`).execute(db);
  return rows[0];
}
