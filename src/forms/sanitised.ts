/**
 * Text as it is stored: one way of writing each letter (NFC), line ends as \n, without what a database or a reader cannot
 * show (NUL, lone surrogates, control characters but tab and line end), without spaces at its ends.
 */
export function sanitised(value: string): string {
  return value
    .toWellFormed()
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
    .replace(/[\p{Cc}--[\t\n]]/gv, '')
    .normalize('NFC')
    .trim();
}
