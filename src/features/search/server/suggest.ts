import type { Language } from '#i18n/languages.ts';
import type { Db } from '#server/database/db.ts';
import { tokenise } from '../fold.ts';
import type { SearchAnswer } from '../search.ts';
import { readTextWith, type FoundDocument } from './document-store.ts';
import type { Match, WordMatch } from './expand.ts';

type Unknown = SearchAnswer['unknown'][number];

/** How a folded word is written in a text that has it. */
function spellingIn(texts: readonly string[], folded: string): string | undefined {
  for (const text of texts) {
    const token = tokenise(text).find(({ word }) => word === folded);
    if (token) return text.slice(token.start, token.end);
  }
  return undefined;
}

/** A word of the record, with a capital where one was typed. */
function spell(word: string, typed: string): string {
  return /^\p{Lu}/u.test(typed) ? word : word.toLowerCase();
}

function isUnknown(match: Match): match is WordMatch {
  return match.kind === 'word' && match.forms.length + match.beginnings.length === 0;
}

/** Words that the record does not have, and what was looked for in their stead, written as the record writes it. */
export function unknownWords(
  db: Db,
  language: Language,
  matches: readonly Match[],
  shown: readonly FoundDocument[],
): Promise<Unknown[]> {
  const texts = shown.flatMap(({ title, body }) => [title, body]);
  return Promise.all(
    matches.filter(isUnknown).map(async ({ term: { typed }, similar: [meant] }) => {
      if (meant === undefined) return { typed, instead: '' };
      const spelling =
        spellingIn(texts, meant) ?? spellingIn(await readTextWith(db, language, meant), meant) ?? meant;
      return { typed, instead: spell(spelling, typed) };
    }),
  );
}

/** The question with those words replaced; undefined where there is nothing better to ask. */
export function replaceUnknown(text: string, unknown: readonly Unknown[]): string | undefined {
  const meant = unknown.filter(({ instead }) => instead !== '');
  if (meant.length === 0) return undefined;
  return meant.reduce((better, { typed, instead }) => better.replace(typed, () => instead), text);
}
