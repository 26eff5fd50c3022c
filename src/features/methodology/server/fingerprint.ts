import { createHash } from 'node:crypto';
import type { Localised } from '#i18n/languages.ts';

/** A version as a plain file: the Albanian text, a line of three stars, the English text. It is what its SHA-256 is of. */
export function fileOf(text: Localised): string {
  return `${text.sq ?? ''}\n\n***\n\n${text.en ?? ''}\n`;
}

export function fingerprintOf(text: Localised): string {
  return createHash('sha256').update(fileOf(text)).digest('hex');
}
