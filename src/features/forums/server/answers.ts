import { randomUUID } from 'node:crypto';
import type { Actor } from '#features/accounts/actor.ts';
import { faultsOf } from '#forms/faults.ts';
import { fieldOf, type FieldFault, type Fields, type Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';
import { notFound } from '#server/errors.ts';
import { accountOf } from '../account.ts';
import { inForce, markOf } from '../answer.ts';
import { answerRow, type AnswerRow } from '../schema.ts';
import { insertAnswer, readGivenAnswers, rewriteAnswer, type GivenAnswer } from './answer-store.ts';
import { readItems, readSeats, type SeatRow } from './plan-store.ts';
import { getPlan, holdPlan, type Plan } from './plans.ts';
import { publishForum } from './publish.ts';

/** Every priority with what each candidate answered so far: the versions in force. */
export async function showAnswers(app: App, actor: Actor, planId: string) {
  const plan = await getPlan(app.db, actor, planId);
  const [seats, items, given] = await Promise.all([
    readSeats(app.db, planId),
    readItems(app.db, planId),
    readGivenAnswers(app.db, planId),
  ]);
  const byItem = Map.groupBy(given, ({ itemId }) => itemId);
  return {
    plan,
    seats,
    items: items.map((item) => ({
      ...item,
      answers: seats.map((seat) =>
        inForce((byItem.get(item.id) ?? []).filter(({ candidacyId }) => candidacyId === seat.id)),
      ),
    })),
  };
}

export type AnswersPage = Awaited<ReturnType<typeof showAnswers>>;

/**
 * Writes down what the candidates answered to one priority: one row of the form for each, in fields `answer-<candidacy>`,
 * `words-<candidacy>`, `reason-<candidacy>`; `was-<candidacy>` says what stood there when the form was drawn (markOf). A row left
 * empty, or as it was, changes nothing, whatever others wrote meanwhile; where both wrote, both are shown. What is public already is not
 * overwritten: the new answer is the next version, with the reason.
 */
export function saveAnswers(
  app: App,
  actor: Actor,
  planId: string,
  itemId: string,
  fields: Fields,
): Promise<Outcome<{ saved: number }>> {
  return inTransaction(app.db, async (tx): Promise<Outcome<{ saved: number }>> => {
    const plan = await holdPlan(tx, actor, planId);
    const item = (await readItems(tx, planId)).find(({ id }) => id === itemId);
    if (!item) throw notFound(`priority ${itemId} of forum ${planId}`);
    const seats = await readSeats(tx, planId);
    const given = (await readGivenAnswers(tx, planId)).filter((row) => row.itemId === itemId);
    const entries = seats.flatMap((seat) =>
      readEntry(seat, inForce(given.filter(({ candidacyId }) => candidacyId === seat.id)), fields),
    );
    const conflict = conflictOf(entries);
    if (conflict) return conflict;
    const faults = entries.flatMap((entry) => entry.faults);
    if (faults.length > 0) return { kind: 'refused', faults };
    for (const { seat, known, row } of entries) {
      if (row) await writeAnswer(tx, actor, plan, { itemId, seat, known, row });
    }
    if (entries.length > 0) await publishForum(tx, app, actor, planId);
    return { kind: 'done', value: { saved: entries.length } };
  });
}

interface Entry {
  seat: SeatRow;
  known: GivenAnswer | undefined;
  row: AnswerRow | undefined;
  faults: readonly FieldFault[];
  /** Someone else wrote down something else since the form was drawn. */
  isOvertaken?: boolean;
}

function conflictOf(entries: readonly Entry[]): Outcome<never> | undefined {
  const overtaken = entries.filter(({ isOvertaken }) => isOvertaken);
  if (overtaken.length === 0) return undefined;
  return {
    kind: 'conflict',
    theirs: Object.fromEntries(
      overtaken.flatMap(({ seat, known }) => [
        [`answer-${seat.id}`, known?.answer ?? ''],
        [`words-${seat.id}`, known?.words ?? ''],
      ]),
    ),
    theirVersion: Math.max(...overtaken.map(({ known }) => known?.version ?? 0)),
  };
}

/** One candidate's row of the form; nothing where it says nothing new. */
function readEntry(seat: SeatRow, known: GivenAnswer | undefined, fields: Fields): Entry[] {
  const typed = {
    answer: fieldOf(fields, `answer-${seat.id}`),
    words: fieldOf(fields, `words-${seat.id}`),
    reason: fieldOf(fields, `reason-${seat.id}`),
  };
  if (typed.answer === '' && typed.words.trim() === '') return [];
  const parsed = answerRow.safeParse(typed);
  if (!parsed.success) {
    const faults = faultsOf(parsed.error).map((fault) => ({ ...fault, field: `${fault.field}-${seat.id}` }));
    return [{ seat, known, row: undefined, faults }];
  }
  const row = parsed.data;
  if (markOf(row) === markOf(known)) return [];
  const was = fields[`was-${seat.id}`];
  if (was === markOf(row)) return [];
  const isOvertaken = was !== undefined && was !== markOf(known);
  const faults: FieldFault[] = [];
  if (row.answer === 'reservation' && row.words === '') {
    faults.push({ field: `words-${seat.id}`, key: 'forum.fault.words' });
  }
  if (known && known.answerId !== null && row.reason === '') {
    faults.push({ field: `reason-${seat.id}`, key: 'forum.fault.correction' });
  }
  return [{ seat, known, row, faults, isOvertaken }];
}

async function writeAnswer(
  tx: Tx,
  actor: Actor,
  plan: Plan,
  {
    itemId,
    seat,
    known,
    row,
  }: { itemId: string; seat: SeatRow; known: GivenAnswer | undefined; row: AnswerRow },
): Promise<void> {
  const { answer, words } = row;
  const isPublic = known !== undefined && known.answerId !== null;
  if (known && !isPublic) await rewriteAnswer(tx, known.id, { answer, words });
  else {
    await insertAnswer(tx, {
      id: randomUUID(),
      item_id: itemId,
      candidacy_id: seat.id,
      version: (known?.version ?? 0) + 1,
      answer,
      words,
      reason: isPublic ? row.reason : '',
      created_by: accountOf(actor),
    });
  }
  await recordAudit(tx, {
    actor: accountOf(actor),
    action: isPublic ? 'correct' : 'write-down',
    subject: { kind: 'forum_answer', id: `${itemId}/${seat.id}` },
    municipalityId: plan.municipalityId,
    ...(known ? { before: { answer: known.answer, words: known.words } } : {}),
    after: { candidate: seat.name, answer, words },
    ...(isPublic ? { reason: row.reason } : {}),
  });
}
