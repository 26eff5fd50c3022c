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

/** What one may narrow the catalogue to, as its words hold it. */
export interface Narrowing {
  kind?: string | undefined;
  language?: string | undefined;
  year?: number | undefined;
  hasFile: boolean;
  authors: readonly Choice[];
  subjects: readonly Choice[];
}

/** The condition of a narrowing: '' for none, undefined where nothing can meet it. */
export function narrowed({
  kind,
  language,
  year,
  hasFile,
  authors,
  subjects,
}: Narrowing): string | undefined {
  const parts = [
    ...(kind === undefined ? [] : [lexeme(`k:${kind}`)]),
    ...(language === undefined ? [] : [lexeme(`l:${language}`)]),
    ...(year === undefined ? [] : [lexeme(`y:${year}`)]),
    ...(hasFile ? [lexeme('f:y')] : []),
    ...authors.map((choice) => either(lexemesIn(choice, ['a']))),
    ...subjects.map((choice) => either(lexemesIn(choice, ['s']))),
  ];
  return parts.includes(undefined) ? undefined : parts.join(' & ');
}

export interface Step {
  found: FoundIn;
  /** Of what entries say of themselves. */
  where: string;
  /** Of the words of their files; those that `not` meets come before. */
  text?: { where: string; not: string | undefined };
}

/**
 * The steps of a search, each giving what those before it do not: all words in the title; then with the authors; then with the
 * subjects, and so on; at last in the text of files.
 */
export function stepsOf(choices: readonly Choice[], without: readonly Choice[], narrowing: string): Step[] {
  const not = without.flatMap((choice) => lexemesIn(choice, ['t', 'a', 's', 'd']));
  const also = [...(narrowing === '' ? [] : [narrowing]), ...not.map((one) => `!${one}`)];
  const found: Step[] = [];
  let before: string | undefined;
  for (const [index, { found: where, letter }] of steps.entries()) {
    const letters = steps.slice(0, index + 1).map((step) => step.letter);
    const all = allIn(choices, letters);
    const here = either(choices.flatMap((choice) => lexemesIn(choice, [letter])));
    if (all === undefined || here === undefined) continue;
    // What one word alone adds is the rarest: the index begins there.
    const parts = [here, `(${all})`, ...(before === undefined ? [] : [`!(${before})`]), ...also];
    found.push({ found: where, where: parts.join(' & ') });
    before = all;
  }
  const inText = choices.map((choice) => either([...choice.words.keys()].map(lexeme)));
  const standsInText = choices.some((choice) => [...choice.words.values()].some((places) => places.has('f')));
  if (!inText.includes(undefined) && standsInText) {
    const notInText = without.flatMap((choice) => [...choice.words.keys()].map((word) => `!${lexeme(word)}`));
    const text = { where: [...inText, ...notInText].join(' & '), not: before };
    found.push({ found: 'text', where: also.join(' & '), text });
  }
  return found;
}
