import { pickText, type Language, type Localised } from '#i18n/languages.ts';
import { isMessageKey, translator, type MessageKey, type Translate } from '#i18n/translate.ts';
import type { SheetColumn } from '#server/spreadsheet/sheet.ts';
import type { ListedValue } from '#server/spreadsheet/write-sheet.ts';
import { kindFields } from '../../fields.ts';
import { evidenceKinds } from '../../kind.ts';
import { altColumns, fieldColumns, kindColumns } from './cells.ts';
import { choicesOf, isChoiceColumn, wordOf } from './choices.ts';
import { componentKey, readerWord } from './lists.ts';

type Own = 'id' | 'version' | 'file' | 'files' | 'read';
export type EvidenceColumn = Own | 'state' | (typeof fieldColumns)[number] | (typeof altColumns)[number];

/** In this order they stand in the file. What says which item a line is comes first, what is only read last. */
const order: readonly EvidenceColumn[] = [
  'id',
  'version',
  'state',
  ...fieldColumns,
  'file',
  ...altColumns,
  'files',
  'read',
];

const required: readonly EvidenceColumn[] = ['id', 'version', 'kind', 'stance', 'components', 'dated'];
const days: readonly EvidenceColumn[] = ['dated', 'askedOn', 'dueOn', 'answeredOn'];

const own: Readonly<Record<Own, { header: MessageKey; hint: MessageKey }>> = {
  id: { header: 'evidence.sheet.id', hint: 'evidence.sheet.id.hint' },
  version: { header: 'evidence.sheet.version', hint: 'evidence.sheet.version.hint' },
  file: { header: 'evidence.sheet.file', hint: 'evidence.sheet.file.hint' },
  files: { header: 'evidence.sheet.files', hint: 'spreadsheet.read-only' },
  read: { header: 'evidence.sheet.read', hint: 'spreadsheet.read-only' },
};

function isOwn(column: EvidenceColumn): column is Own {
  return Object.hasOwn(own, column);
}

/** What a column is called: as the field of the form is. */
export function headerOf(column: EvidenceColumn, t: Translate): string {
  return t(isOwn(column) ? own[column].header : `evidence.field.${column}`);
}

function hintOf(column: EvidenceColumn, t: Translate): string {
  if (isOwn(column)) return t(own[column].hint);
  if (column === 'state') return t('spreadsheet.read-only');
  const shared = { showsSq: 'shows', showsEn: 'shows', altSq: 'alt', altEn: 'alt' } as const;
  const name =
    column === 'showsSq' || column === 'showsEn' || column === 'altSq' || column === 'altEn'
      ? shared[column]
      : column;
  const key = `evidence.hint.${name}`;
  return [
    ...onlyFor(column, t),
    ...(isMessageKey(key) ? [t(key)] : []),
    ...(isChoiceColumn(column) || column === 'components' || column === 'readers'
      ? [t('spreadsheet.listed')]
      : []),
    ...(days.includes(column) ? [t('spreadsheet.day')] : []),
  ].join(' ');
}

function onlyFor(column: EvidenceColumn, t: Translate): string[] {
  if (!kindColumns.some((one) => one === column)) return [];
  const kinds = evidenceKinds.filter((kind) => kindFields[kind].some(({ name }) => name === column));
  return [
    t('evidence.sheet.only-for', { kinds: kinds.map((kind) => t(`evidence.kind.${kind}`)).join(', ') }),
  ];
}

function inBoth(words: (t: Translate) => string): Record<Language, string> {
  return { sq: words(translator('sq')), en: words(translator('en')) };
}

/** The columns of a list of evidence. */
export const evidenceColumns: readonly (SheetColumn & { key: EvidenceColumn })[] = order.map((key) => ({
  key,
  header: inBoth((t) => headerOf(key, t)),
  hint: inBoth((t) => hintOf(key, t)),
  example: { sq: '', en: '' },
  required: required.includes(key),
}));

/** What stands in columns that take one of a list, and what it means. */
export function listedValues(
  lists: {
    components: readonly { priorityPosition: number; position: number; statement: Localised }[];
    people: readonly { id: string; name: string }[];
  },
  language: Language,
): ListedValue[] {
  const t = translator(language);
  const fixed = order.filter(isChoiceColumn).flatMap((column) =>
    choicesOf(column).map(({ value }) => ({
      column: headerOf(column, t),
      value: wordOf(column, value, t),
      meaning: meaningOf(column, value, t),
    })),
  );
  return [
    ...fixed,
    ...lists.components.map((component) => ({
      column: headerOf('components', t),
      value: componentKey(component),
      meaning: pickText(component.statement, language),
    })),
    ...lists.people.map((person) => ({
      column: headerOf('readers', t),
      value: readerWord(person),
      meaning: person.name,
    })),
  ];
}

function meaningOf(column: string, value: string, t: Translate): string {
  const keys = {
    kind: `evidence.kind.${value}.hint`,
    class: `methodology.evidence.${value}`,
    currency: `evidence.choice.${value}`,
    visibility: `evidence.visibility.${value}.hint`,
  };
  const key = new Map(Object.entries(keys)).get(column) ?? '';
  return isMessageKey(key) ? t(key) : '';
}
