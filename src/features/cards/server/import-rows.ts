import { randomUUID } from 'node:crypto';
import { faultsOf } from '#forms/faults.ts';
import { languages } from '#i18n/languages.ts';
import { folded, readRecords } from '#server/spreadsheet/read-records.ts';
import { cellFault, type CellFault, type SheetRows } from '#server/spreadsheet/sheet.ts';
import type { CardForm } from '../card-form.ts';
import { cardColumns, meaningOf } from '../card-columns.ts';
import { ageBands, sexes } from '../person.ts';
import { cardSchema, type CardCommand } from '../schema.ts';

/** A card of a table, and where its number stands there. */
export interface SheetCard {
  card: CardCommand;
  address: string;
}

export interface CardSheet {
  cards: SheetCard[];
  faults: CellFault[];
  /** How many lines say something. */
  lines: number;
}

interface Known {
  form: Pick<CardForm, 'scale' | 'issues'>;
  units: readonly { id: string; name: string }[];
}

/** Reads the cards of a table, or what is wrong with each cell. */
export function readCardSheet(rows: SheetRows, { form, units }: Known): CardSheet {
  const columns = cardColumns(form);
  const content = readRecords(rows, columns);
  const schema = cardSchema(form);
  const faults = [...content.faults];
  const cards: SheetCard[] = [];
  const seen = new Set<number>();
  const choices = (field: string) =>
    field === 'unit' ? units.map(({ name }) => name).join(', ') : bothOf(columns, field);
  const noChoice = (address: string, cell: string, field: string) =>
    cellFault(address, cell, 'spreadsheet.fault.choice', { choices: choices(field) });
  for (const record of content.records) {
    const { unit = '', sex = '', ageBand = '' } = record.cells;
    const known = units.find(({ name }) => folded(name) === folded(unit));
    const parsed = schema.safeParse({
      ...record.cells,
      id: randomUUID(),
      unit: known?.id ?? unit,
      sex: meaningOf(sex, sexes, (value) => `cards.sex.${value}`),
      ageBand: meaningOf(ageBand, ageBands, (value) => `cards.age.${value}`),
    });
    const at = (field: string) => content.addressIn(record, field);
    if (!parsed.success) {
      for (const { field, key, values } of faultsOf(parsed.error)) {
        const cell = record.cells[field] ?? '';
        faults.push(
          key === 'form.fault.choice'
            ? noChoice(at(field), cell, field)
            : cellFault(at(field), cell, key, values),
        );
      }
      continue;
    }
    const { number, scores } = parsed.data;
    if (unit !== '' && !known) faults.push(noChoice(at('unit'), unit, 'unit'));
    if (seen.has(number)) faults.push(cellFault(at('number'), String(number), 'cards.fault.number-twice'));
    if (scores.every((score) => score === null))
      faults.push(cellFault(at('number'), String(number), 'cards.fault.blank'));
    seen.add(number);
    cards.push({ card: parsed.data, address: at('number') });
  }
  return { cards, faults, lines: content.records.length };
}

/** What a column takes, in both languages: a file can be in either. */
function bothOf(columns: ReturnType<typeof cardColumns>, field: string): string {
  const hint = columns.find(({ key }) => key === field)?.hint;
  return languages.map((language) => hint?.[language] ?? '').join(' / ');
}
