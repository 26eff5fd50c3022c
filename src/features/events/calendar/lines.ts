const most = 75;
const encoder = new TextEncoder();

/** A text value as RFC 5545 writes it (3.3.11): what would end it or the line is escaped. */
export function escapeText(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', String.raw`\;`)
    .replaceAll(',', String.raw`\,`)
    .replaceAll(/\r\n|\r|\n/g, String.raw`\n`)
    .replaceAll(controls, '');
}

// A calendar can carry a tab, and no other control character.
const controls = /(?![\t\n])\p{Cc}/gu;

/** The value of a parameter in quotes, which know no escape: what they can't hold is left out. */
export function quoted(text: string): string {
  return `"${text
    .replaceAll(/[\r\n"]/g, ' ')
    .replaceAll(controls, '')
    .trim()}"`;
}

/** A content line in pieces of at most 75 octets, none of which ends within a character (3.1). */
export function fold(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (octets + size > most) {
      pieces.push(piece);
      piece = ' ';
      octets = 1;
    }
    piece += letter;
    octets += size;
  }
  return [...pieces, piece].join('\r\n');
}
