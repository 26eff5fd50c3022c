/** A run of text as it stands on a page, or a mark that says nothing. */
type Item = { str: string; hasEOL: boolean } | object;

/**
 * The text of a page in reading order: a word that a line's end divides is one word again, signs that no text holds are left
 * out, ë and ç that are written as a letter and a mark are one letter.
 */
export function textOf(items: readonly Item[]): string {
  let text = '';
  for (const item of items) {
    if (!('str' in item)) continue;
    text += item.str;
    if (item.hasEOL) text += '\n';
  }
  return text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/[\u00ad\u200b\ufeff]/g, '')
    .replaceAll(/(\p{Ll})-\n(?=\p{Ll})/gu, '$1')
    .replaceAll(/[\p{Cc}\p{Z}]+/gu, ' ')
    .trim();
}
