import type { Translate } from '#i18n/translate.ts';
import { noteCodes, type Note } from './item.ts';

/** A note as a sentence. What an older version wrote down that this one does not know stands as its code. */
export function noteWords(note: { code: string; value?: string | undefined }, t: Translate): string {
  const code = noteCodes.find((known) => known === note.code);
  return code === undefined ? note.code : t(`import.note.${code}`, { value: note.value ?? '' });
}

export function notesWords(notes: readonly Note[], t: Translate): string {
  return notes.map((note) => noteWords(note, t)).join(' ');
}
