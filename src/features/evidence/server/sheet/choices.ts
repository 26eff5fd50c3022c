import { evidenceClasses } from '#features/coding/entry-rules.ts';
import { languages } from '#i18n/languages.ts';
import { translator, type MessageKey, type Translate } from '#i18n/translate.ts';
import { folded } from '#server/spreadsheet/read-records.ts';
import { budgetPhases, currencies, meetingForms, requestOutcomes, waysHeard } from '../../details.ts';
import { evidenceKinds, stances } from '../../kind.ts';

interface Choice {
  value: string;
  /** How it stands in a cell; without one, as the value itself. */
  word?: MessageKey;
}

const asCode = (value: string): Choice => ({ value });
const named = (values: readonly (keyof typeof choiceWords)[]): Choice[] =>
  values.map((value) => ({ value, word: choiceWords[value] }));

const choiceWords = {
  planned: 'evidence.choice.planned',
  revised: 'evidence.choice.revised',
  spent: 'evidence.choice.spent',
  answered: 'evidence.choice.answered',
  partly: 'evidence.choice.partly',
  refused: 'evidence.choice.refused',
  silent: 'evidence.choice.silent',
  'focus-group': 'evidence.choice.focus-group',
  meeting: 'evidence.choice.meeting',
  'in-person': 'evidence.choice.in-person',
  written: 'evidence.choice.written',
  phone: 'evidence.choice.phone',
  online: 'evidence.choice.online',
} as const satisfies Record<string, MessageKey>;

/** What the columns take that take one of a list. */
const choices = {
  kind: evidenceKinds.map((value): Choice => ({ value, word: `evidence.kind.${value}` })),
  class: evidenceClasses.map(asCode),
  stance: stances.map((value): Choice => ({ value, word: `stance.${value}` })),
  bindingLanguage: languages.map((value): Choice => ({ value, word: `language.name.${value}` })),
  phase: named(budgetPhases),
  currency: currencies.map(asCode),
  outcome: named(requestOutcomes),
  form: named(meetingForms),
  heard: named(waysHeard),
  ofMunicipality: [
    { value: 'yes', word: 'spreadsheet.yes' },
    { value: 'no', word: 'spreadsheet.no' },
  ],
  visibility: [
    { value: 'public', word: 'evidence.sheet.public' },
    { value: 'private', word: 'evidence.sheet.private' },
  ],
} as const satisfies Record<string, readonly Choice[]>;

export type ChoiceColumn = keyof typeof choices;

export function isChoiceColumn(column: string): column is ChoiceColumn {
  return Object.hasOwn(choices, column);
}

export function choicesOf(column: ChoiceColumn): readonly Choice[] {
  return choices[column];
}

function wordFor({ value, word }: Choice, t: Translate): string {
  return word === undefined ? value : t(word);
}

/** How a value stands in its cell, in a person's language. */
export function wordOf(column: ChoiceColumn, value: string, t: Translate): string {
  const found = choicesOf(column).find((choice) => choice.value === value);
  return found ? wordFor(found, t) : value;
}

/** All that a column takes, in words. */
export function wordsOf(column: ChoiceColumn, t: Translate): string[] {
  return choicesOf(column).map((choice) => wordFor(choice, t));
}

const translators = languages.map((language) => translator(language));

/** What a cell stands for: its word in either language, whatever the list's was, or the value itself. */
export function valueOf(column: ChoiceColumn, cell: string): string | undefined {
  const typed = folded(cell);
  return choicesOf(column).find((choice) =>
    [choice.value, ...translators.map((t) => wordFor(choice, t))].some((name) => folded(name) === typed),
  )?.value;
}
