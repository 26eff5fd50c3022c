import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { useFolders } from '#testing/folders.ts';
import { emptyBooks, importBooks, useBooks, writeFiles } from './books.fixture.ts';
import { mostFaults } from './fault.ts';
import { filesOf, packages, type Grid, type Grids } from './random-books.fixture.ts';

const database = useBooks();
const newFolder = useFolders();

beforeEach(() => emptyBooks(database().pool));

/** A fault put into one row of a file, and how it is to be told. */
interface Slip {
  name: string;
  file: keyof Grids;
  /** Cells to write. */
  cells: Readonly<Record<string, string>>;
  /** The column told, where it is not the one that is written. */
  column?: string;
  value?: string;
  rule: string;
}

const slips: readonly Slip[] = [
  { name: 'an id with a capital', file: 'reviews', cells: { id: 'Songs' }, rule: 'key' },
  { name: 'no id', file: 'reviews', cells: { id: '' }, rule: 'given' },
  { name: 'a whole number in words', file: 'books', cells: { pages: 'many' }, rule: 'integer' },
  { name: 'a number below the least', file: 'books', cells: { pages: '0' }, rule: 'between' },
  { name: 'a number above the most', file: 'books', cells: { pages: '9001' }, rule: 'between' },
  { name: 'a number too large for its column', file: 'books', cells: { number: '32768' }, rule: 'between' },
  { name: 'a decimal comma', file: 'books', cells: { weight: '1,5' }, rule: 'number' },
  { name: 'more digits than are kept', file: 'books', cells: { weight: '1.234' }, rule: 'decimals' },
  { name: 'a choice that there is not', file: 'books', cells: { kind: 'play' }, rule: 'choice' },
  { name: 'a flag in words', file: 'books', cells: { is_lent: 'po' }, rule: 'boolean' },
  { name: 'a day that there is not', file: 'books', cells: { bought: '2021-02-30' }, rule: 'date' },
  { name: 'a day as Excel shows it', file: 'books', cells: { bought: '14.7.2021' }, rule: 'date' },
  { name: 'a month that there is not', file: 'books', cells: { printed: '2021-13' }, rule: 'partial-date' },
  { name: 'half a hash', file: 'books', cells: { scan_sha256: 'abc123' }, rule: 'sha256' },
  { name: 'half a JSON', file: 'books', cells: { chapters: '[1,' }, rule: 'json' },
  { name: 'a row that is nowhere', file: 'books', cells: { shelf: 'nowhere' }, rule: 'reference' },
  { name: 'a source that is nowhere', file: 'books', cells: { sources: 'nowhere' }, rule: 'reference' },
  { name: 'no source', file: 'reviews', cells: { sources: '' }, rule: 'given' },
  { name: 'sources with commas', file: 'books', cells: { sources: 'a, b' }, rule: 'keys' },
  { name: 'no text where one must be', file: 'books', cells: { title: '' }, rule: 'given' },
  { name: 'a control character', file: 'books', cells: { title: 'a\u0001b' }, rule: 'text' },
  {
    name: 'a letter lost in an earlier encoding',
    file: 'books',
    cells: { about_sq: 'Shkod\uFFFDr' },
    rule: 'undamaged',
  },
  {
    name: 'a text in no language',
    file: 'shelves',
    cells: { name_sq: '', name_en: '' },
    column: 'name_sq',
    rule: 'one-language',
  },
  {
    name: 'one of two cells that belong together',
    file: 'books',
    cells: { lent_to: 'Ana', due: '' },
    column: 'lent_to, due',
    value: 'Ana, ',
    rule: 'check.lent_until',
  },
];

/** The grids with other cells in one row. */
function slip(grids: Grids, { file, cells }: Slip, row: number): Grids {
  const [header = []] = grids[file];
  const grid: Grid = grids[file].map((line, index) =>
    index === row - 1 ? line.map((cell, place) => cells[header[place] ?? ''] ?? cell) : line,
  );
  return { ...grids, [file]: grid };
}

test.each(slips)('$name is told by file, row, column and value', async (one) => {
  await fc.assert(
    fc.asyncProperty(packages, fc.nat(), async (grids, number) => {
      const count = grids[one.file].length - 1;
      fc.pre(count > 0);
      const row = 2 + (number % count);
      const folder = await writeFiles(await newFolder(), filesOf(slip(grids, one, row)));
      const outcome = await importBooks(database().pool, folder);
      const [column = '', value = ''] = Object.entries(one.cells)[0] ?? [];
      expect(outcome).toMatchObject({
        kind: 'refused',
        count: 1,
        faults: [
          {
            file: `${one.file}.csv`,
            row,
            column: one.column ?? column,
            value: one.value ?? value,
            expected: { rule: one.rule },
          },
        ],
      });
    }),
    { numRuns: 5 },
  );
});

test('as many faults as there are are told, each in its place', async () => {
  await fc.assert(
    fc.asyncProperty(packages, async (grids) => {
      const spoilt = {
        ...grids,
        books: grids.books.map((line, index) => (index === 0 ? line : line.with(6, 'play'))),
      };
      const outcome = await importBooks(
        database().pool,
        await writeFiles(await newFolder(), filesOf(spoilt)),
      );
      expect(outcome).toMatchObject({
        kind: 'refused',
        faults: grids.books
          .slice(1, mostFaults)
          .map((_, index) => ({ file: 'books.csv', row: index + 2, column: 'kind' })),
      });
    }),
    { numRuns: 10 },
  );
});
