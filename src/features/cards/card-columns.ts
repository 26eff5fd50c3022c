import { translator, type MessageKey } from '#i18n/translate.ts';
import { languages, pickText, type Language } from '#i18n/languages.ts';
import type { Issue, Scale } from './card-form.ts';
import { ageBands, sexes } from './person.ts';

type InLanguages = Record<Language, string>;

function inLanguages(key: MessageKey): InLanguages {
  return { sq: translator('sq')(key), en: translator('en')(key) };
}

function oneOf(keys: readonly MessageKey[]): InLanguages {
  const list = (language: Language) => keys.map((key) => translator(language)(key)).join(', ');
  return { sq: list('sq'), en: list('en') };
}

/** The columns of a table of cards: the card's head, then an issue a column, in the controls' names. */
export function cardColumns({ scale, issues }: { scale: Scale; issues: readonly Issue[] }) {
  const range = `${scale.least}–${scale.most}`;
  const head = (
    key: string,
    title: MessageKey,
    hint: InLanguages,
    example: InLanguages,
    required = false,
  ) => ({
    key,
    header: inLanguages(title),
    hint,
    example,
    required,
  });
  const same = (text: string): InLanguages => ({ sq: text, en: text });
  return [
    head('number', 'cards.card.number', same('1–9999'), same('12'), true),
    head('unit', 'cards.card.unit', inLanguages('cards.import.unit-hint'), same('')),
    head(
      'sex',
      'cards.card.sex',
      oneOf(sexes.map((sex) => `cards.sex.${sex}` as const)),
      inLanguages('cards.sex.women'),
    ),
    head(
      'ageBand',
      'cards.card.age',
      oneOf(ageBands.map((band) => `cards.age.${band}` as const)),
      same('30–44'),
    ),
    ...issues.map(({ position, statement }) => ({
      key: `scores.${position - 1}`,
      header: {
        sq: `${position}. ${pickText(statement, 'sq')}`,
        en: `${position}. ${pickText(statement, 'en')}`,
      },
      hint: same(range),
      example: same(String(scale.most)),
      required: true,
    })),
  ];
}

/** A word of a cell as the value that it means, in either language; as it came where it means none. */
export function meaningOf<Value extends string>(
  cell: string,
  values: readonly Value[],
  keyOf: (value: Value) => MessageKey,
): string {
  const plain = (text: string) => text.toLowerCase().replaceAll('-', '–').replaceAll(' ', '');
  const found = values.find((value) =>
    [value, ...languages.map((language) => translator(language)(keyOf(value)))].some(
      (word) => plain(word) === plain(cell),
    ),
  );
  return found ?? cell;
}
