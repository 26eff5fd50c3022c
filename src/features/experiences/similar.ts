/**
 * How alike two statements must be (trigrams of the folded text, 0 to 1) to be called similar: less where both stand in the same
 * field. Read off the real record, 236 pairs of different municipalities: in one field 6 reach 0.25, most of them about one
 * thing, and below come roads beside sewers; of two fields 2 reach 0.35, both about the same people.
 * See docs/decisions/0018.
 */
export const least = { sameField: 0.25, otherField: 0.35 } as const;

export interface Candidate {
  key: string;
  municipalityKey: string;
  fieldKey: string;
  /** Newer mandates sort later. */
  mandate: string;
  /** How alike the statements are in each language that both have; 0 where one lacks it. */
  alike: { sq: number; en: number };
}

export interface Own {
  key: string;
  municipalityKey: string;
  fieldKey: string;
}

/** How alike a candidate is: in the language in which it is more so. */
export function scoreOf({ alike }: Pick<Candidate, 'alike'>): number {
  return Math.max(alike.sq, alike.en);
}

/**
 * The similar priorities of other municipalities, the most alike first; of two alike, the one in the same field, then the newer.
 * Of each municipality and mandate the most alike alone.
 */
export function rankSimilar<One extends Candidate>(own: Own, candidates: readonly One[]): One[] {
  const isSimilar = (one: One) =>
    one.municipalityKey !== own.municipalityKey &&
    scoreOf(one) >= (one.fieldKey === own.fieldKey ? least.sameField : least.otherField);
  const sorted = candidates.filter(isSimilar).toSorted((a, b) => compare(own, a, b));
  const seen = new Set<string>();
  return sorted.filter(({ municipalityKey, mandate }) => {
    const place = `${municipalityKey} ${mandate}`;
    return !seen.has(place) && seen.add(place).size > 0;
  });
}

function compare(own: Own, a: Candidate, b: Candidate): number {
  const field = (one: Candidate) => (one.fieldKey === own.fieldKey ? 1 : 0);
  return (
    scoreOf(b) - scoreOf(a) ||
    field(b) - field(a) ||
    (a.mandate < b.mandate ? 1 : a.mandate > b.mandate ? -1 : 0) ||
    (a.key < b.key ? -1 : 1)
  );
}

interface Word {
  word: string;
  /** In how many documents it stands. */
  occurrences: number;
}

/** Rare words lead to few documents; so many are read at most, and more words are taken only while they fit. */
export const mostRead = 1500;
/** Comparing takes many times as long as reading: of each language so many that share most words are compared. */
export const mostCompared = 150;
const mostWords = 8;

/**
 * The words by which similar statements are looked for: the rarest that others have too. At least one is taken, however common
 * it is.
 */
export function telling(words: readonly Word[]): string[] {
  const shared = words
    .filter(({ word, occurrences }) => word.length > 3 && occurrences > 1)
    .toSorted((a, b) => a.occurrences - b.occurrences || (a.word < b.word ? -1 : 1));
  const taken: string[] = [];
  let read = 0;
  for (const { word, occurrences } of shared.slice(0, mostWords)) {
    read += occurrences;
    if (taken.length > 0 && read > mostRead) break;
    taken.push(word);
  }
  return taken;
}
