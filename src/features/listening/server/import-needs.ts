import { createHash } from 'node:crypto';
import { z } from 'zod';
import { text, optionalText } from '#forms/fields.ts';
import { parseSheetRecords } from '#server/spreadsheet/parse-records.ts';
import { languages } from '#i18n/languages.ts';
import { folded, readRecords } from '#server/spreadsheet/read-records.ts';
import type { CellFault, SheetRows } from '#server/spreadsheet/sheet.ts';
import type { Named } from '../need-lines.ts';
import { leadsToPerson, looksLikeName } from '../personal.ts';
import { longestStatement } from '../schema.ts';
import { spokenLanguages } from '../session.ts';
import { needColumns } from './import-columns.ts';

/** A need of a spreadsheet, with what its words name found. */
export interface ImportedNeed {
  statement: string;
  translation: string;
  fieldId: string | null;
  unitId: string | null;
  place: string;
  speaker: string;
  language: string;
  /** The same line handed in again has the same. */
  rowKey: string;
}

/** One of what has a name: the whole name, or the only one that begins so. */
function named(list: readonly Named[]) {
  return z.string().transform((value, context): string | null => {
    const wanted = folded(value);
    if (wanted === '') return null;
    const whole = list.filter(({ names }) => names.some((name) => folded(name) === wanted));
    const begun = list.filter(({ names }) => names.some((name) => folded(name).startsWith(wanted)));
    const [only, ...others] = whole.length > 0 ? whole : begun;
    if (only && others.length === 0) return only.id;
    context.addIssue({ code: 'custom', message: 'form.fault.choice' });
    return z.NEVER;
  });
}

/** Reads the needs of a spreadsheet, or what is wrong with each cell. */
export function readNeedSheet(
  rows: SheetRows,
  { fields, units }: { fields: readonly Named[]; units: readonly Named[] },
): { needs: ImportedNeed[]; faults: CellFault[] } {
  const impersonal = (value: string) => !leadsToPerson(value);
  const schema = z.object({
    statement: text(longestStatement)
      .refine(impersonal, 'listening.fault.personal')
      .transform((value) => value.replace(/\s*\n\s*/g, ' ')),
    translation: optionalText(longestStatement).refine(impersonal, 'listening.fault.personal'),
    field: named(fields),
    unit: named(units),
    place: optionalText(200).refine(impersonal, 'listening.fault.personal'),
    speaker: optionalText(100)
      .refine(impersonal, 'listening.fault.personal')
      .refine((value) => !looksLikeName(value), 'listening.fault.name'),
    language: z
      .string()
      .transform((value) => value.toLowerCase() || 'sq')
      .pipe(z.enum(spokenLanguages, 'form.fault.choice')),
  });
  const choices = {
    field: listed(fields),
    unit: units.map(({ names }) => names[0] ?? '').join(', '),
    language: spokenLanguages.join(', '),
  };
  const { commands, faults } = parseSheetRecords(readRecords(rows, needColumns), schema, choices);
  const seen = new Map<string, number>();
  return {
    needs: commands.map(({ command: { field, unit, ...words } }) => {
      const line = JSON.stringify([words.statement, words.language, unit, words.place, words.speaker]);
      const times = (seen.get(line) ?? 0) + 1;
      seen.set(line, times);
      const rowKey = createHash('sha256').update(`${times}${line}`).digest('hex');
      return { ...words, fieldId: field, unitId: unit, rowKey };
    }),
    faults,
  };
}

/** What has a name in both languages, after its key: the names in one language, then in the other, as a file can be in either. */
function listed(list: readonly Named[]): string {
  const inLanguage = (place: number) => list.map(({ names }) => names[place] ?? names[0] ?? '').join(', ');
  return languages.map((_, index) => inLanguage(index + 1)).join(' / ');
}
