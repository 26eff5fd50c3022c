import type { Actor } from '#features/accounts/actor.ts';
import type { Language } from '#i18n/languages.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction, type Db } from '#server/database/db.ts';
import { readSheetFile, type SheetRefusal } from '#server/spreadsheet/read-sheet.ts';
import { cellFault, type CellFault, type SheetRows } from '#server/spreadsheet/sheet.ts';
import { writeTemplate } from '#server/spreadsheet/write-sheet.ts';
import { cardColumns } from '../card-columns.ts';
import type { CardCommand } from '../schema.ts';
import { holdBatch, readSession } from './batch-store.ts';
import { insertCard, readCardsOf } from './card-store.ts';
import { beginCard } from './entry.ts';
import { accountOf } from './forms.ts';
import { readCardSheet } from './import-rows.ts';

/** Shown at once: who has made more mends these first. */
const mostFaults = 200;

export type ImportOutcome =
  | { kind: 'unreadable'; why: SheetRefusal }
  /** The session's form was changed between looking and saving. */
  | { kind: 'changed' }
  | { kind: 'faults'; cards: number; faults: CellFault[] }
  /** Nothing is wrong: what the table adds, how many of its cards are in already, and its lines to carry on. */
  | { kind: 'sound'; added: number; same: number; rows: SheetRows };

/** An empty table of a session's cards, to be filled in. */
export async function cardTemplate(
  app: App,
  actor: Actor,
  sessionId: string,
  language: Language,
): Promise<Buffer> {
  const { form } = await beginCard(app, actor, sessionId);
  return writeTemplate(cardColumns(form), language);
}

/** Reads a table of cards and says what it would do, or what is wrong cell by cell; nothing is saved. */
export async function tryCards(
  app: App,
  actor: Actor,
  sessionId: string,
  bytes: Buffer,
): Promise<ImportOutcome> {
  await beginCard(app, actor, sessionId);
  const reading = await readSheetFile(bytes);
  if (reading.kind === 'refused') return { kind: 'unreadable', why: reading.why };
  return takeIn(app, actor, sessionId, reading.rows);
}

/**
 * Takes in a table's cards, all or nothing. A card that stands in the session just as it does in the table stays as it is:
 * the same table sent again changes nothing.
 * @param rows as the look at the file gave them
 */
export function importCards(
  app: App,
  actor: Actor,
  sessionId: string,
  rows: SheetRows,
  requestId: string,
): Promise<ImportOutcome> {
  return takeIn(app, actor, sessionId, rows, requestId);
}

/** @param requestId of the request that saves; without one nothing is saved */
async function takeIn(
  app: App,
  actor: Actor,
  sessionId: string,
  rows: SheetRows,
  requestId?: string,
): Promise<ImportOutcome> {
  const opened = await beginCard(app, actor, sessionId);
  const { cards, faults, lines } = readCardSheet(rows, opened);
  if (lines === 0 && faults.length === 0) return { kind: 'unreadable', why: 'empty' };
  return inTransaction(app.db, async (tx) => {
    // Nobody takes a number between looking and saving.
    await holdBatch(tx, sessionId);
    const { id: formId } = opened.form;
    if ((await readSession(tx, sessionId))?.formId !== formId) return { kind: 'changed' };
    const standing = await wordsOfCards(tx, sessionId);
    const clashes = cards.flatMap(({ card, address }) => {
      const there = standing.get(card.number);
      return there === undefined || there === wordsOf(card)
        ? []
        : [cellFault(address, String(card.number), 'cards.fault.number-there')];
    });
    const all = [...faults, ...clashes];
    if (all.length > 0) return { kind: 'faults', cards: lines, faults: all.slice(0, mostFaults) };
    const added = cards.flatMap(({ card }) => (standing.has(card.number) ? [] : [card]));
    if (requestId !== undefined && added.length > 0) {
      const { municipalityId } = opened.session;
      const enteredBy = accountOf(actor);
      const entered = { municipalityId, sessionId, formId, enteredBy, enteredAt: app.clock() };
      for (const { unit, ...card } of added) await insertCard(tx, { ...card, unitId: unit, ...entered });
      await recordAudit(tx, {
        actor: enteredBy,
        action: 'import',
        subject: { kind: 'card-batch', id: sessionId },
        municipalityId,
        after: { cards: added.length },
        requestId,
      });
    }
    return { kind: 'sound', added: added.length, same: cards.length - added.length, rows };
  });
}

/** All that a card says, to be compared. */
function wordsOf({ unit, sex, ageBand, scores }: Pick<CardCommand, 'unit' | 'sex' | 'ageBand' | 'scores'>) {
  return JSON.stringify([unit, sex, ageBand, scores]);
}

async function wordsOfCards(tx: Db, sessionId: string): Promise<Map<number, string>> {
  return new Map((await readCardsOf(tx, sessionId)).map((card) => [card.number, wordsOf(card)]));
}
