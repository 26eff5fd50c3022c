import { formsOf } from '#features/search/inflection.ts';
import type { Term } from '#features/search/query.ts';
import { leastLengthForTypos, longestForTypos, oneSlipAway } from '#features/search/typos.ts';
import { languages } from '#i18n/languages.ts';
import type { Db } from '#server/database/db.ts';
import { readBeginning, readKnown, readSimilar, type KnownWord, type Place } from './words-store.ts';

const mostBeginnings = 16;
const mostSimilar = 4;

/** Words of the catalogue that stand for one that was typed. */
export interface Choice {
  /** The word itself, or each of a phrase. */
  typed: string;
  /** The places in which each stands. */
  words: ReadonlyMap<string, ReadonlySet<Place>>;
  /** In how many entries it stands in each place, at most. */
  entries: ReadonlyMap<Place, number>;
  /** The catalogue has no such word: others were taken. */
  instead: string | undefined;
}

/** A title may be in any language, whatever that of the page. */
function formsIn(word: string): string[] {
  return [...new Set([word, ...languages.flatMap((language) => [...formsOf(word, language)])])];
}

function choiceOf(typed: string, known: readonly KnownWord[], instead?: string): Choice {
  const words = new Map<string, Set<Place>>();
  const entries = new Map<Place, number>();
  for (const { word, place, occurrences } of known) {
    const places = words.get(word);
    if (places) places.add(place);
    else words.set(word, new Set([place]));
    entries.set(place, (entries.get(place) ?? 0) + occurrences);
  }
  return { typed, words, entries, instead };
}

/** What may have been meant by a word that the catalogue does not have: one slip away, else alike. */
async function findMeant(db: Db, word: string): Promise<string[]> {
  if (word.length < leastLengthForTypos || word.length > longestForTypos) return [];
  const slips = await readKnown(db, [...oneSlipAway(word)]);
  const worth = new Map<string, number>();
  for (const { word: near, place, occurrences } of slips)
    worth.set(near, (worth.get(near) ?? 0) + (place === 'f' ? occurrences / 100 : occurrences));
  const nearest = [...worth].toSorted(([, a], [, b]) => b - a).slice(0, mostSimilar);
  return nearest.length > 0 ? nearest.map(([near]) => near) : readSimilar(db, word);
}

async function chooseWord(
  db: Db,
  word: string,
  isUnfinished: boolean,
  known: ReadonlyMap<string, readonly KnownWord[]>,
): Promise<Choice> {
  const forms = formsIn(word).flatMap((form) => known.get(form) ?? []);
  const beginnings = isUnfinished ? await readBeginning(db, word, mostBeginnings) : [];
  const found = [...forms, ...(await readKnown(db, beginnings))];
  if (found.length > 0) return choiceOf(word, found);
  const meant = await findMeant(db, word);
  const [first] = meant;
  if (first === undefined) return choiceOf(word, []);
  return choiceOf(word, await readKnown(db, [...new Set([...meant, ...formsIn(first)])]), first);
}

/** For each word that was asked for, the words of the catalogue that stand for it; those of a phrase stand as they are. */
export async function choose(db: Db, terms: readonly Term[]): Promise<Choice[]> {
  const exact = terms.flatMap((term) => (term.kind === 'phrase' ? term.words.map(({ word }) => word) : []));
  const words = terms.flatMap((term) => (term.kind === 'word' ? [term] : []));
  const rows = await readKnown(db, [...new Set([...exact, ...words.flatMap(({ word }) => formsIn(word))])]);
  const known = Map.groupBy(rows, ({ word }) => word);
  return Promise.all([
    ...exact.map((word) => Promise.resolve(choiceOf(word, known.get(word) ?? []))),
    ...words.map(({ word, unfinished }) => chooseWord(db, word, unfinished, known)),
  ]);
}
