/** What stands between a session and its publication. */
export type Hindrance = 'not-held' | 'cancelled' | 'published' | 'unreviewed';

/**
 * Why a session cannot be published yet: it was not recorded, or a need waits for its review. A session in which nobody
 * voiced a need can be: that it took place is a fact too.
 */
export function hindranceOf(state: string, needs: { open: number }): Hindrance | undefined {
  switch (state) {
    case 'held':
      return needs.open > 0 ? 'unreviewed' : undefined;
    case 'published':
    case 'cancelled':
      return state;
    default:
      return 'not-held';
  }
}

/** The first key that is free: the name itself, then with -2, -3 … */
export function freeKey(name: string, taken: readonly string[]): string {
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? name : `${name}-${number}`;
    if (!taken.includes(key)) return key;
  }
}

interface Voiced {
  statement: string;
  translation: string;
  language: string;
}

/** A statement as the record holds it: in both languages where both are there, words of a third beside them. */
export function statementOf({ statement, translation, language }: Voiced): {
  statement: { sq?: string; en?: string };
  original: string | null;
} {
  const given = translation === '' ? {} : { translation };
  if (language === 'en') {
    return {
      statement: { ...(given.translation ? { sq: given.translation } : {}), en: statement },
      original: null,
    };
  }
  if (language === 'sq') {
    return {
      statement: { sq: statement, ...(given.translation ? { en: given.translation } : {}) },
      original: null,
    };
  }
  return { statement: { sq: translation }, original: statement };
}

/** Whether a need can be read by the public: what was said in a third language needs its translation. */
export function isReadable({ translation, language }: Pick<Voiced, 'translation' | 'language'>): boolean {
  return language === 'sq' || language === 'en' || translation !== '';
}
