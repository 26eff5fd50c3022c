import { fieldOf, type Fields } from '#forms/form.ts';

/** Rows of the table on one page: what an old laptop draws at once. */
export const rowsOnPage = 50;

/** The columns of the table of needs that are typed into, and so can differ from what someone else saved. */
export const typedColumns = [
  'statement',
  'translation',
  'field',
  'unit',
  'place',
  'speaker',
  'language',
  'position',
] as const;
export type TypedColumn = (typeof typedColumns)[number];

/** The name of a control: 'needs.3.statement'. */
export function controlName(row: number, column: string): string {
  return `needs.${row}.${column}`;
}

/** The rows of the table as they were sent, by their number on the page. */
export function rowsOf(fields: Fields): Map<number, Record<string, string>> {
  const rows = new Map<number, Record<string, string>>();
  for (const name of Object.keys(fields)) {
    const [, number, column] = /^needs\.(\d{1,3})\.([a-z]{1,20})$/.exec(name) ?? [];
    if (number === undefined || column === undefined) continue;
    const row = rows.get(Number(number)) ?? {};
    row[column] = fieldOf(fields, name);
    rows.set(Number(number), row);
  }
  return rows;
}

interface Editable {
  id: string;
  version: number;
  statement: string;
  translation: string;
  fieldId: string | null;
  unitId: string | null;
  place: string;
  speaker: string;
  language: string;
  position: number;
}

/** Words of a need as one short text, by which a form knows whether they were touched since it was drawn. */
export function stampOf(need: Omit<Editable, 'id' | 'version' | 'position'>): string {
  const { statement, translation, fieldId, unitId, place, speaker, language } = need;
  const words = JSON.stringify([statement, translation, fieldId, unitId, place, speaker, language]);
  let hash = 0;
  for (let index = 0; index < words.length; index += 1) {
    hash = (Math.imul(hash, 31) + words.charCodeAt(index)) | 0;
  }
  return `${words.length}.${hash >>> 0}`;
}

/** A need as its row of the table shows it; `was` and `at` say what the person began from. */
export function rowFields(row: number, need: Editable): Record<string, string> {
  const { id, version, statement, translation, fieldId, unitId, place, speaker, language, position } = need;
  const cells = {
    id,
    version: String(version),
    statement,
    translation,
    field: fieldId ?? '',
    unit: unitId ?? '',
    place,
    speaker,
    language,
    position: String(position),
    was: stampOf(need),
    at: String(position),
  };
  return Object.fromEntries(
    Object.entries(cells).map(([column, value]) => [controlName(row, column), value]),
  );
}
