import type { Translate } from '#i18n/translate.ts';
import { isLanguage } from '#i18n/languages.ts';
import { noteCodes, type Note } from './item.ts';

/** A note as a sentence. What an older version wrote down that this one does not know stands as its code. */
export function noteWords(note: { code: string; value?: string | undefined }, t: Translate): string {
  const code = noteCodes.find((known) => known === note.code);
  if (code === undefined) return note.code;
  const value = note.value ?? '';
  const isName = code === 'language-guessed' && isLanguage(value);
  return t(`import.note.${code}`, { value: isName ? t(`language.name.${value}`) : value });
}

export function notesWords(notes: readonly Note[], t: Translate): string {
  return notes.map((note) => noteWords(note, t)).join(' ');
}

/** What a thing of another site is; what a plugin made up stands as it is called there. */
export function kindWords(kind: string, t: Translate): string {
  return kind === 'post' || kind === 'page' || kind === 'attachment' ? t(`import.kind.${kind}`) : kind;
}
