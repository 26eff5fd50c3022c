import pg from 'pg';

const { builtins } = pg.types;
// pg names the types of single values alone.
const arrays: { text: number; date: number; int8: number; numeric: number } = {
  text: 1009,
  date: 1182,
  int8: 1016,
  numeric: 1231,
};

/** @throws RangeError past 2^53, where a double would silently be another number. */
export function readWholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large to be read exactly`);
  return value;
}

const readTexts: (text: string) => (string | null)[] = pg.types.getTypeParser(arrays.text, 'text');

function arrayOf<T>(read: (text: string) => T) {
  return (text: string) => readTexts(text).map((entry) => (entry === null ? null : read(entry)));
}

/** How values of PostgreSQL become values of JavaScript, on every connection of the process. */
export function setParsers(): void {
  // A calendar day has no time zone: pg would make a Date at local midnight of it.
  pg.types.setTypeParser(builtins.DATE, (text) => text);
  pg.types.setTypeParser(arrays.date, readTexts);
  // pg gives text, because not every number fits a double: the counts and measures of this record do.
  pg.types.setTypeParser(builtins.INT8, readWholeNumber);
  pg.types.setTypeParser(arrays.int8, arrayOf(readWholeNumber));
  pg.types.setTypeParser(builtins.NUMERIC, Number);
  pg.types.setTypeParser(arrays.numeric, arrayOf(Number));
}
