import type { FoundIn } from '../../catalogue.ts';
import type { Choice } from './expand.ts';
import type { Place } from './words-store.ts';

/** What an entry says of itself, from the most telling on; each step with those before it. */
const steps: readonly { found: FoundIn; letter: string }[] = [
  { found: 'title', letter: 't' },
  { found: 'author', letter: 'a' },
  { found: 'subject', letter: 's' },
  { found: 'year', letter: 'y' },
  { found: 'description', letter: 'd' },
];

/** Words are letters and digits alone (features/search/fold.ts): nothing could end the quotation. */
function lexeme(text: string): string {
  return `'${text}'`;
}

function either(lexemes: readonly string[]): string | undefined {
  return lexemes.length === 0 ? undefined : `(${lexemes.join(' | ')})`;
}

const isPlace = (letter: string): letter is Place => ['t', 'a', 's', 'd', 'f'].includes(letter);

/** The lexemes by which a word is found in these places. */
function lexemesIn({ typed, words }: Choice, letters: readonly string[]): string[] {
  return letters.flatMap((letter) => {
    if (letter === 'y') return /^\d{4}$/.test(typed) ? [lexeme(`y:${typed}`)] : [];
    if (!isPlace(letter)) return [];
    return [...words].flatMap(([word, places]) => (places.has(letter) ? [lexeme(`${letter}:${word}`)] : []));
  });
}

/** Every word in one of these places; undefined where some word stands in none of them. */
function allIn(choices: readonly Choice[], letters: readonly string[]): string | undefined {
  const parts = choices.map((choice) => either(lexemesIn(choice, letters)));
  return parts.includes(undefined) ? undefined : parts.join(' & ');
}

/** In how many entries a word stands in these places, at most. Of years nobody counts: a few in a hundred. */
function entriesIn({ entries }: Choice, letters: readonly string[]): number {
  return letters.reduce((sum, letter) => sum + (isPlace(letter) ? (entries.get(letter) ?? 0) : 0), 0);
}

/** What one may narrow the catalogue to. */
export interface Narrowing {
  kind?: string | undefined;
  language?: string | undefined;
  year?: number | undefined;
  hasFile: boolean;
  authors: readonly Choice[];
  subjects: readonly Choice[];
}

/** A narrowing as the catalogue's words hold it. */
export interface Narrowed {
  /** '' for none. */
  where: string;
  year: number | undefined;
  /** So many entries meet it at most, as far as one knows. */
  most: number;
}

/** The condition of a narrowing; undefined where nothing can meet it. */
export function narrowed({
  kind,
  language,
  year,
  hasFile,
  authors,
  subjects,
}: Narrowing): Narrowed | undefined {
  const parts = [
    ...(kind === undefined ? [] : [lexeme(`k:${kind}`)]),
    ...(language === undefined ? [] : [lexeme(`l:${language}`)]),
    ...(year === undefined ? [] : [lexeme(`y:${year}`)]),
    ...(hasFile ? [lexeme('f:y')] : []),
    ...authors.map((choice) => either(lexemesIn(choice, ['a']))),
    ...subjects.map((choice) => either(lexemesIn(choice, ['s']))),
  ];
  if (parts.includes(undefined)) return undefined;
  const most = Math.min(
    ...authors.map((choice) => entriesIn(choice, ['a'])),
    ...subjects.map((choice) => entriesIn(choice, ['s'])),
  );
  return { where: parts.join(' & '), year, most };
}

export interface Step {
  found: FoundIn;
  /** Of what entries say of themselves. */
  where: string;
  /** Of the words of their files; those that `not` meets come before. */
  text?: { where: string; not: string | undefined };
  /** It gives so many entries at most, as far as one knows. */
  most: number;
}

/**
 * The steps of a search, each giving what those before it do not: all words in the title; then with the authors; then with the
 * subjects, and so on; at last in the text of files.
 */
export function stepsOf(
  choices: readonly Choice[],
  without: readonly Choice[],
  narrowing: Pick<Narrowed, 'where' | 'most'>,
): Step[] {
  const not = without.flatMap((choice) => lexemesIn(choice, ['t', 'a', 's', 'd']));
  const also = [...(narrowing.where === '' ? [] : [narrowing.where]), ...not.map((one) => `!${one}`)];
  const found: Step[] = [];
  let before: string | undefined;
  for (const [index, { found: where, letter }] of steps.entries()) {
    const letters = steps.slice(0, index + 1).map((step) => step.letter);
    const all = allIn(choices, letters);
    const here = either(choices.flatMap((choice) => lexemesIn(choice, [letter])));
    if (all === undefined || here === undefined) continue;
    // What one word alone adds is the rarest: the index begins there.
    const parts = [here, `(${all})`, ...(before === undefined ? [] : [`!(${before})`]), ...also];
    const most = Math.min(
      narrowing.most,
      choices.reduce((sum, choice) => sum + entriesIn(choice, [letter]), 0),
      ...choices.map((choice) => entriesIn(choice, letters)),
    );
    found.push({ found: where, where: parts.join(' & '), most });
    before = all;
  }
  const inText = choices.map((choice) => either([...choice.words.keys()].map(lexeme)));
  const standsInText = choices.some((choice) => [...choice.words.values()].some((places) => places.has('f')));
  if (!inText.includes(undefined) && standsInText) {
    const notInText = without.flatMap((choice) => [...choice.words.keys()].map((word) => `!${lexeme(word)}`));
    const text = { where: [...inText, ...notInText].join(' & '), not: before };
    // Who has a text has a file: without a word that must be there, what must not would be looked for in the whole index.
    const where = also.length === 0 ? '' : [lexeme('f:y'), ...also].join(' & ');
    found.push({ found: 'text', where, text, most: narrowing.most });
  }
  return found;
}
