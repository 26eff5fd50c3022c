import { randomUUID } from 'node:crypto';
import type { Actor } from '#features/accounts/actor.ts';
import { faultsOf } from '#forms/faults.ts';
import type { Language } from '#i18n/languages.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction } from '#server/database/db.ts';
import { DomainError } from '#server/errors.ts';
import { folded, readRecords } from '#server/spreadsheet/read-records.ts';
import { readSheetFile, type SheetRefusal } from '#server/spreadsheet/read-sheet.ts';
import { cellFault, type CellFault } from '#server/spreadsheet/sheet.ts';
import { writeTemplate } from '#server/spreadsheet/write-sheet.ts';
import { cardColumns, meaningOf } from '../card-columns.ts';
import { ageBands, sexes } from '../person.ts';
import { cardSchema, type CardCommand } from '../schema.ts';
import { holdBatch } from './batch-store.ts';
import { insertCard, readNumbers } from './card-store.ts';
import { beginCard } from './entry.ts';
import { accountOf } from './forms.ts';

/** Shown at once: who has made more mends these first. */
const mostFaults = 200;

export type ImportOutcome =
  | { kind: 'unreadable'; why: SheetRefusal }
  | { kind: 'faults'; cards: number; faults: CellFault[] }
  /** Nothing is wrong; `isSaved`: and the cards are in. */
  | { kind: 'sound'; cards: number; isSaved: boolean };

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

/** Reads a table of cards: everything is taken in, or nothing, with what is wrong cell by cell. */
export async function importCards(
  app: App,
  actor: Actor,
  sessionId: string,
  file: { bytes: Buffer; dryRun: boolean },
  requestId: string,
): Promise<ImportOutcome> {
  const opened = await beginCard(app, actor, sessionId);
  const reading = await readSheetFile(file.bytes);
  if (reading.kind === 'refused') return { kind: 'unreadable', why: reading.why };
  const content = readRecords(reading.rows, cardColumns(opened.form));
  const schema = cardSchema(opened.form);
  const faults = [...content.faults];
  const cards: CardCommand[] = [];
  const addresses = new Map<number, string>();
  for (const record of content.records) {
    const { unit = '', sex = '', ageBand = '' } = record.cells;
    const known = opened.units.find(({ name }) => folded(name) === folded(unit));
    const parsed = schema.safeParse({
      ...record.cells,
      id: randomUUID(),
      unit: known?.id ?? unit,
      sex: meaningOf(sex, sexes, (value) => `cards.sex.${value}`),
      ageBand: meaningOf(ageBand, ageBands, (value) => `cards.age.${value}`),
    });
    const at = (field: string) => content.addressIn(record, field);
    if (!parsed.success) {
      for (const { field, key, values } of faultsOf(parsed.error))
        faults.push(cellFault(at(field), record.cells[field] ?? '', key, values));
      continue;
    }
    const { number, scores } = parsed.data;
    if (unit !== '' && !known) faults.push(cellFault(at('unit'), unit, 'form.fault.choice'));
    if (addresses.has(number))
      faults.push(cellFault(at('number'), String(number), 'cards.fault.number-twice'));
    if (scores.every((score) => score === null))
      faults.push(cellFault(at('number'), String(number), 'cards.fault.blank'));
    addresses.set(number, at('number'));
    cards.push(parsed.data);
  }
  if (content.records.length === 0 && faults.length === 0) return { kind: 'unreadable', why: 'empty' };
  return inTransaction(app.db, async (tx) => {
    // Nobody takes a number between looking and saving.
    await holdBatch(tx, sessionId);
    const taken = new Set((await readNumbers(tx, sessionId)).map(({ number }) => number));
    const clashes = cards.flatMap(({ number }) =>
      taken.has(number)
        ? [cellFault(addresses.get(number) ?? '', String(number), 'cards.fault.number-there')]
        : [],
    );
    const all = [...faults, ...clashes];
    const count = content.records.length;
    if (all.length > 0) return { kind: 'faults', cards: count, faults: all.slice(0, mostFaults) };
    if (file.dryRun) return { kind: 'sound', cards: count, isSaved: false };
    const { municipalityId, formId } = opened.session;
    if (formId !== opened.form.id) throw new DomainError('conflict', 'another form meanwhile');
    const enteredBy = accountOf(actor);
    const entered = { municipalityId, sessionId, formId, enteredBy, enteredAt: app.clock() };
    for (const { unit, ...card } of cards) await insertCard(tx, { ...card, unitId: unit, ...entered });
    await recordAudit(tx, {
      actor: enteredBy,
      action: 'import',
      subject: { kind: 'card-batch', id: sessionId },
      municipalityId,
      after: { cards: count },
      requestId,
    });
    return { kind: 'sound', cards: count, isSaved: true };
  });
}
