import { fieldOf, fieldsOf, type FieldFault, type Fields } from '#forms/form.ts';
import type { Translate } from '#i18n/translate.ts';
import { kindFields } from '../../fields.ts';
import { isEvidenceKind, type EvidenceKind } from '../../kind.ts';
import { isChoiceColumn, valueOf, wordOf, wordsOf } from './choices.ts';
import { cellOfComponents, cellOfReaders, componentsOfCell, readersOfCell, type Listed } from './lists.ts';

/** The cells of one line, by column. */
export type Cells = Readonly<Record<string, string>>;

/** What cells name by a word: the round's components, and people who can be named to see a private item. */
export interface CellLists {
  components: readonly { id: string; priorityPosition: number; position: number }[];
  people: readonly { id: string; name: string }[];
}

/** Columns of fields that every item has. */
const common = [
  'kind',
  'class',
  'stance',
  'components',
  'dated',
  'bindingLanguage',
  'showsSq',
  'showsEn',
] as const;
const commonAfter = ['publisher', 'url', 'ofMunicipality', 'visibility', 'readers'] as const;

const kindNames = new Set(Object.values(kindFields).flatMap((fields) => fields.map(({ name }) => name)));
/** Columns of fields that only some kinds have, each once. */
export const kindColumns = [...kindNames];

/** The columns that say what an item is: those of its form, but for the files that are added. */
export const fieldColumns = [...common, ...kindColumns, ...commonAfter] as const;
export type FieldColumn = (typeof fieldColumns)[number];

/** Columns that come with a file that is added. */
export const altColumns = ['altSq', 'altEn'] as const;

/** An item as its form shows it, as cells. */
export function cellsOfFields(fields: Fields, lists: CellLists, t: Translate): Cells {
  const kind = fieldOf(fields, 'kind');
  const own: readonly string[] = isEvidenceKind(kind) ? kindFields[kind].map(({ name }) => name) : [];
  const cells = fieldColumns.map((column): [string, string] => {
    if (kindColumns.some((one) => one === column) && !own.includes(column)) return [column, ''];
    if (column === 'components')
      return [column, cellOfComponents(fieldsOf(fields, column), lists.components)];
    if (column === 'readers') return [column, cellOfReaders(fieldsOf(fields, column), lists.people)];
    const value = fieldOf(fields, column);
    return [column, isChoiceColumn(column) && value !== '' ? wordOf(column, value, t) : value];
  });
  return Object.fromEntries(cells);
}

export type ColumnFault = Omit<FieldFault, 'field'> & { column: string };

/** What cells say, as the form of their kind sends it; what its schema does not see is told here. */
export function fieldsOfCells(
  cells: Cells,
  lists: CellLists,
  t: Translate,
): { kind: EvidenceKind | undefined; fields: Fields; faults: ColumnFault[] } {
  const faults: ColumnFault[] = [];
  const at = (column: string) => cells[column] ?? '';
  const fields: Record<string, string | readonly string[]> = {};
  for (const column of [...fieldColumns, ...altColumns]) {
    const cell = at(column);
    if (!isChoiceColumn(column) || cell === '') {
      fields[column] = cell;
      continue;
    }
    const value = valueOf(column, cell);
    if (value === undefined)
      faults.push({
        column,
        key: 'spreadsheet.fault.choice',
        values: { choices: wordsOf(column, t).join(', ') },
      });
    fields[column] = value ?? cell;
  }
  const list = (column: 'components' | 'readers', { ids, unknown }: Listed) => {
    fields[column] = ids;
    if (unknown.length > 0)
      faults.push({ column, key: `evidence.sheet.no-${column}`, values: { words: unknown.join(', ') } });
  };
  list('components', componentsOfCell(at('components'), lists.components));
  list('readers', readersOfCell(at('readers'), lists.people));
  if (fields['ofMunicipality'] === 'no') fields['ofMunicipality'] = '';
  if (fields['visibility'] === '') fields['visibility'] = 'public';
  // Whoever writes one language alone means that it binds.
  if (fields['bindingLanguage'] === '') fields['bindingLanguage'] = at('showsSq') === '' ? 'en' : 'sq';
  const chosen = fieldOf(fields, 'kind');
  if (!isEvidenceKind(chosen)) {
    if (chosen === '') faults.push({ column: 'kind', key: 'form.fault.missing' });
    return { kind: undefined, fields, faults };
  }
  return { kind: chosen, fields, faults: [...faults, ...foreignCells(chosen, at, t)] };
}

/** What a kind does not have, so that nothing that somebody wrote is passed over. */
function foreignCells(kind: EvidenceKind, at: (column: string) => string, t: Translate): ColumnFault[] {
  const own: readonly string[] = kindFields[kind].map(({ name }) => name);
  const foreign: string[] = kindColumns.filter((column) => !own.includes(column));
  if (kind === 'link') foreign.push('file');
  if (kind !== 'photo') foreign.push(...altColumns);
  const values = { kind: t(`evidence.kind.${kind}`) };
  const faults = foreign
    .filter((column) => at(column) !== '')
    .map((column): ColumnFault => ({ column, key: 'evidence.sheet.not-of-kind', values }));
  const lonely =
    kind === 'photo' && at('file') === '' ? altColumns.filter((column) => at(column) !== '') : [];
  return [
    ...faults,
    ...lonely.map((column) => ({ column, key: 'evidence.sheet.alt-without-file' }) as const),
  ];
}
