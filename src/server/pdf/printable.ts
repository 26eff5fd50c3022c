/** What a template is given: JSON, of which every string is set as it is, never read as markup. */
export type PdfData =
  string | number | boolean | null | undefined | readonly PdfData[] | { readonly [name: string]: PdfData };

const controls = /[\p{Cc}\p{Bidi_Control}\uFEFF]/u;
const invisible = /\p{Default_Ignorable_Code_Point}/u;
const missing = '\uFFFD';

/**
 * Text as it can be printed. PDF/UA refuses a document with one character that no font has, so such a character is shown
 * as the replacement sign, and one that prints nothing is left out; so are the signs that turn text around, by which a
 * sentence could read otherwise on paper than in the record.
 */
export function printable(text: string, covers: (codePoint: number) => boolean): string {
  let result = '';
  for (const character of text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')) {
    const code = character.codePointAt(0) ?? 0;
    if (character === '\n') result += character;
    else if (character === '\t') result += ' ';
    else if (controls.test(character)) continue;
    else if (covers(code)) result += character;
    else if (!invisible.test(character)) result += missing;
  }
  return result;
}

/** The JSON of a template's data with every string printable. */
export function printableJson(data: PdfData, covers: (codePoint: number) => boolean): string {
  return JSON.stringify(data, (_name, value: PdfData) =>
    typeof value === 'string' ? printable(value, covers) : value,
  );
}
