import fc from 'fast-check';
import type { Files } from './books.fixture.ts';
import { canonicalJson, parseCell } from './cell.ts';
import { csvLine } from './csv-line.ts';
import type { CellKind } from './resource.ts';

/** One CSV file as cells, the header first. */
export type Grid = string[][];
export type Grids = Record<'sources' | 'shelves' | 'books' | 'reviews', Grid>;

const headers = {
  sources: 'id,title,publisher,url,language,published_on,licence,note_sq,note_en',
  shelves: 'id,name_sq,name_en,position,sources',
  books:
    'id,shelf,number,title,about_sq,about_en,kind,pages,weight,is_lent,bought,printed,tags,scan_sha256,chapters,lent_to,due,sources',
  reviews: 'id,book,verdict,sources',
} as const;

/** Texts as people write them, with everything that CSV, SQL and JSON take for a sign of their own. */
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({
    unit: fc.constantFrom(
      'ë',
      'Ç',
      'a',
      ' ',
      '"',
      "'",
      ',',
      ';',
      '\n',
      '\t',
      '\\',
      '{',
      '}',
      '=',
      '∅',
      '𝒳',
      '\u00A0',
    ),
    maxLength: 20,
  }),
);

/** The canonical texts of a kind: those that an export would write. */
function canonical(kind: CellKind, raw: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return raw.map((text) => {
    const parsed = parseCell(kind, text);
    return parsed.ok ? (parsed.cell ?? '') : '';
  });
}

const text = canonical({ kind: 'text' }, anyText);
const given = text.map((value) => (value === '' ? 'x' : value));
const list = canonical({ kind: 'list' }, anyText);
const key = fc
  .string({
    unit: fc.constantFrom(...Array.from('abz019._-')),
    minLength: 1,
    maxLength: 6,
  })
  .map((value) => `k${value}`);
const date = fc
  .date({ noInvalidDate: true, min: new Date('0001-01-01'), max: new Date('9999-12-31') })
  .map((value) => value.toISOString().slice(0, 10));
const partialDate = fc
  .tuple(date, fc.constantFrom(4, 7, 10))
  .map(([value, length]) => value.slice(0, length));
const weight = canonical(
  { kind: 'number' },
  fc.integer({ min: 1, max: 999_999 }).map((value) => `${value / 100}`),
);
const json = fc
  .jsonValue({ maxDepth: 2, stringUnit: 'grapheme' })
  .map((value) => (value === null ? '[]' : canonicalJson(value)))
  // PostgreSQL cannot hold it, and says so.
  .filter((value) => !value.includes('\\u0000'));
const maybe = (value: fc.Arbitrary<string>) => fc.oneof(fc.constant(''), value);

function keys(least: number, most: number) {
  return fc.uniqueArray(key, { minLength: least, maxLength: most });
}

/** Rows with these ids, in the order of an export; the other cells are made by `cells`. */
function rows(
  ids: readonly string[],
  cells: (index: number) => fc.Arbitrary<string>[],
): fc.Arbitrary<string[][]> {
  const sorted = ids.toSorted();
  return fc.tuple(...sorted.map((id, index) => fc.tuple(fc.constant(id), ...cells(index))));
}

/** One language at least. */
const name = fc.oneof(fc.tuple(given, text), fc.tuple(text, given));

/** Sound packages in the very form of an export. */
export const packages: fc.Arbitrary<Grids> = fc
  .tuple(keys(1, 3), keys(1, 4), keys(1, 8), keys(0, 4))
  .chain(([sources, shelves, books, reviews]) => {
    const cited = fc.shuffledSubarray(sources, { minLength: 1 }).map((some) => some.join(';'));
    const none = fc.constant('');
    return fc.record({
      sources: rows(sources, () => [given, maybe(given), none, none, maybe(partialDate), none, text, text]),
      shelves: fc.tuple(
        ...shelves
          .toSorted()
          .map((id, index) =>
            fc.tuple(name, cited).map(([[sq, en], cites]) => [id, sq, en, String(index + 1), cites]),
          ),
      ),
      books: fc.tuple(
        ...books.toSorted().map((id, index) =>
          fc
            .tuple(
              fc.tuple(fc.constantFrom(...shelves), fc.constant(String(index)), given, text, text),
              fc.tuple(
                fc.constantFrom('novel', 'poems', 'letters'),
                maybe(fc.integer({ min: 1, max: 9000 }).map(String)),
                maybe(weight),
                fc.boolean().map(String),
                maybe(date),
                maybe(partialDate),
                list,
              ),
              fc.tuple(
                maybe(
                  fc.string({
                    unit: fc.constantFrom(...Array.from('0123456789abcdef')),
                    minLength: 64,
                    maxLength: 64,
                  }),
                ),
                maybe(json),
              ),
              fc.oneof(fc.constant(['', '']), fc.tuple(given, date)),
              cited,
            )
            .map(([a, b, c, d, cites]) => [id, ...a, ...b, ...c, ...d, cites]),
        ),
      ),
      reviews: rows(reviews, () => [fc.constantFrom(...books), given, cited]),
    });
  })
  .map((grids) => ({
    sources: [headers.sources.split(','), ...grids.sources],
    shelves: [headers.shelves.split(','), ...grids.shelves],
    books: [headers.books.split(','), ...grids.books],
    reviews: [headers.reviews.split(','), ...grids.reviews],
  }));

/** The files of a package as an export writes them. */
export function filesOf({ sources, shelves, books, reviews }: Grids): Files {
  const csv = (grid: Grid) => grid.map(csvLine).join('');
  return { sources: csv(sources), shelves: csv(shelves), books: csv(books), reviews: csv(reviews) };
}

/** The same package as Excel saves it, columns and rows in any order. */
export function excelFilesOf(grids: Grids, shuffle: (n: number) => number[]): Files {
  const csv = ([header = [], ...body]: Grid) => {
    const columns = shuffle(header.length);
    const lines = [header, ...shuffle(body.length).map((index) => body[index] ?? [])];
    const cell = (value: string) => (/[";\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
    return `\uFEFF${lines.map((line) => `${columns.map((index) => cell(line[index] ?? '')).join(';')}\r\n`).join('')}`;
  };
  return {
    sources: csv(grids.sources),
    shelves: csv(grids.shelves),
    books: csv(grids.books),
    reviews: csv(grids.reviews),
  };
}
