import { beforeEach, describe, expect, test } from 'vitest';
import { useFolders } from '#testing/folders.ts';
import { emptyBooks, importBooks, soundFiles, useBooks, writeFiles, type Files } from './books.fixture.ts';
import type { ImportOptions, ImportOutcome } from './import-package.ts';

const database = useBooks();
const newFolder = useFolders();

beforeEach(() => emptyBooks(database().pool));

async function bring(files: Files, options: Partial<ImportOptions> = {}): Promise<ImportOutcome> {
  return importBooks(database().pool, await writeFiles(await newFolder(), files), options);
}

/** Everything that the tables hold. */
async function contents() {
  const tables = ['source', 'citation', 'shelf', 'book', 'review'];
  return Promise.all(
    tables.map(async (table) => (await database().pool.query(`SELECT * FROM ${table} ORDER BY 1, 2`)).rows),
  );
}

function faultsOf(outcome: ImportOutcome) {
  return outcome.kind === 'refused' ? outcome.faults : [];
}

const shelves = (rows: string) => ({ shelves: `id,name_sq,name_en,position,sources\n${rows}` });
const books = (rows: string) => ({ books: `id,shelf,number,title,kind,sources\n${rows}` });

test('every kind of cell is written as its column wants it', async () => {
  expect((await bring(soundFiles)).kind).toBe('applied');
  const { rows } = await database().pool.query(
    `SELECT book.*, shelf.key AS shelf FROM book JOIN shelf ON shelf.id = book.shelf_id WHERE book.key = 'accident'`,
  );
  expect(rows).toMatchObject([
    {
      shelf: 'low',
      about: { sq: 'Një roman' },
      pages: 250,
      weight: 0.5,
      is_lent: true,
      bought: '2019-02-28',
      printed: '2010',
      tags: ['blu', 'e re'],
      scan_sha256: null,
    },
  ]);
  const { rows: cited } = await database().pool.query(
    `SELECT source.key, citation.position FROM citation JOIN source ON source.id = source_id
     JOIN shelf ON shelf.id = subject_id WHERE shelf.key = 'top' ORDER BY position`,
  );
  expect(cited).toEqual([
    { key: 'catalogue', position: 0 },
    { key: 'letter', position: 1 },
  ]);
});

test('a second import of the same package has nothing to change, and changes nothing', async () => {
  await bring(soundFiles);
  const before = await contents();
  let told = 0;
  const outcome = await bring(soundFiles, { afterwards: () => Promise.resolve(void (told += 1)) });
  expect(outcome.kind).toBe('unchanged');
  expect(told).toBe(0);
  expect(await contents()).toEqual(before);
});

test('a dry run tells what would change and changes nothing', async () => {
  await bring(soundFiles);
  const before = await contents();
  const outcome = await bring(
    { ...shelves('low,Poshtë,Below,3,letter\nnew,E re,,4,letter\n') },
    { dryRun: true, afterwards: () => Promise.reject(new Error('not in a dry run')) },
  );
  expect(outcome).toMatchObject({
    kind: 'planned',
    plans: [
      {
        added: [{ key: 'new', row: 3 }],
        changed: [
          {
            row: { key: 'low' },
            changes: [
              { column: 'position', before: '1', after: '3' },
              { column: 'sources', before: 'catalogue', after: 'letter' },
            ],
          },
        ],
        unchanged: 0,
      },
    ],
  });
  expect(await contents()).toEqual(before);
});

describe('a fault anywhere leaves everything as it was', () => {
  test.each([
    ['in a cell', { ...soundFiles, ...books('a,low,1,A,novel,letter\nb,low,2,B,play,letter\n') }],
    ['in a reference', { ...soundFiles, ...books('a,nowhere,1,A,novel,letter\n') }],
    [
      'that only the database finds, in the middle of many rows',
      {
        ...soundFiles,
        books: `id,shelf,number,title,kind,lent_to,sources\n${Array.from({ length: 3000 }, (_, n) => `b${n},low,${n},B,novel,${n === 1234 ? 'Ana' : ''},letter\n`).join('')}`,
      },
    ],
  ])('%s', async (_, files) => {
    const before = await contents();
    expect((await bring(files)).kind).toBe('refused');
    expect(await contents()).toEqual(before);
  });

  test('in what belongs to the change', async () => {
    const before = await contents();
    await expect(bring(soundFiles, { afterwards: () => Promise.reject(new Error('no')) })).rejects.toThrow(
      'no',
    );
    expect(await contents()).toEqual(before);
  });
});

test('faults of a row that only the database finds are told by row, column, value and rule', async () => {
  const rows = Array.from({ length: 5000 }, (_, n) => {
    const wrong = n === 17 || n === 4321;
    return `b${n},low,${n},B,novel,${wrong ? 'Ana' : ''},,letter\n`;
  });
  const outcome = await bring({
    ...soundFiles,
    books: `id,shelf,number,title,kind,lent_to,due,sources\n${rows.join('')}`,
    reviews: 'id,book,verdict,sources\n',
  });
  const fault = {
    file: 'books.csv',
    column: 'lent_to, due',
    value: 'Ana, ',
    expected: {
      rule: 'check.lent_until',
      values: { rule: 'CHECK (((lent_to IS NULL) = (due IS NULL)))' },
    },
  };
  expect(faultsOf(outcome)).toEqual([
    { ...fault, row: 19 },
    { ...fault, row: 4323 },
  ]);
});

describe('what may stand once', () => {
  test('stands twice in the package: both rows are told', async () => {
    const outcome = await bring({
      ...soundFiles,
      ...books('accident,low,1,A,novel,letter\nb,top,1,B,poems,letter\nc,low,1,C,novel,letter\n'),
    });
    expect(faultsOf(outcome)).toEqual([
      {
        file: 'books.csv',
        row: 4,
        column: 'shelf, number',
        value: 'low, 1',
        expected: { rule: 'unique', values: { row: 2 } },
      },
    ]);
  });

  test('stands in the record already: the other row is named', async () => {
    await bring(soundFiles);
    expect(faultsOf(await bring(books('c,low,1,C,novel,letter\n')))).toEqual([
      {
        file: 'books.csv',
        row: 2,
        column: 'shelf, number',
        value: 'low, 1',
        expected: { rule: 'unique-in-record', values: { key: 'accident' } },
      },
    ]);
  });

  test('changes places: two rows may swap, and a new one may come between', async () => {
    await bring(soundFiles);
    const outcome = await bring(
      shelves('low,Poshtë,Below,3,catalogue\nmiddle,Mes,,2,letter\ntop,Lart,,1,catalogue;letter\n'),
    );
    expect(outcome.kind).toBe('applied');
    const { rows } = await database().pool.query('SELECT key FROM shelf ORDER BY position');
    expect(rows.map(({ key }) => key)).toEqual(['top', 'middle', 'low']);
  });
});

describe('a partial package', () => {
  beforeEach(() => bring(soundFiles));

  test('refers to rows that are in the record', async () => {
    expect((await bring(books('third,top,2,C,letters,catalogue\n'))).kind).toBe('applied');
  });

  test('leaves rows that it does not have', async () => {
    await bring(books('accident,low,7,Aksidenti,novel,catalogue\n'));
    const { rows } = await database().pool.query('SELECT key, number FROM book ORDER BY key');
    expect(rows).toEqual([
      { key: 'accident', number: 7 },
      { key: 'songs', number: 1 },
    ]);
  });

  test('leaves what stands in columns that it does not have; an empty cell empties', async () => {
    const outcome = await bring({
      books: 'id,shelf,number,title,kind,pages,sources\naccident,low,1,Aksidenti,novel,,catalogue\n',
    });
    expect(outcome).toMatchObject({
      plans: [{ changed: [{ changes: [{ column: 'pages', before: '250', after: null }] }] }],
    });
    const { rows } = await database().pool.query(
      `SELECT pages, is_lent, tags, due, about FROM book WHERE key = 'accident'`,
    );
    expect(rows).toEqual([
      { pages: null, is_lent: true, tags: ['blu', 'e re'], due: '2020-01-31', about: { sq: 'Një roman' } },
    ]);
  });

  test('that refers to what is nowhere is refused, cell by cell', async () => {
    const outcome = await bring(books('c,attic,2,C,novel,letter;rumour\nd,attic,3,D,novel,letter\n'));
    expect(faultsOf(outcome)).toEqual([
      {
        file: 'books.csv',
        row: 2,
        column: 'shelf',
        value: 'attic',
        expected: { rule: 'reference', values: { file: 'shelves.csv' } },
      },
      {
        file: 'books.csv',
        row: 3,
        column: 'shelf',
        value: 'attic',
        expected: { rule: 'reference', values: { file: 'shelves.csv' } },
      },
      {
        file: 'books.csv',
        row: 2,
        column: 'sources',
        value: 'rumour',
        expected: { rule: 'reference', values: { file: 'sources.csv' } },
      },
    ]);
  });
});

describe('what has been published', () => {
  beforeEach(() => bring(soundFiles));

  test('is not overwritten, nor are its sources', async () => {
    const before = await contents();
    const outcome = await bring({ reviews: 'id,book,verdict,sources\naccident/1,songs,Keq,catalogue\n' });
    expect(
      faultsOf(outcome).map(({ row, column, value, expected }) => [row, column, value, expected]),
    ).toEqual([
      [2, 'book', 'songs', { rule: 'published', values: { before: 'accident' } }],
      [2, 'verdict', 'Keq', { rule: 'published', values: { before: 'Mirë' } }],
      [2, 'sources', 'catalogue', { rule: 'published', values: { before: 'letter' } }],
    ]);
    expect(await contents()).toEqual(before);
  });

  test('may be said again, and more may be added', async () => {
    const outcome = await bring({
      reviews: 'id,book,verdict,sources\naccident/1,accident,Mirë,letter\naccident/2,accident,Keq,letter\n',
    });
    expect(outcome).toMatchObject({
      kind: 'applied',
      plans: [{ unchanged: 1, added: [{ key: 'accident/2' }] }],
    });
  });
});

describe('a record', () => {
  const real = { pop: { record: 'real' } };

  test.each([
    ['real', 'demo', 'record-demo'],
    ['demo', 'real', 'record-real'],
  ] as const)('that is %s does not go into a database that holds the %s one', async (record, held, rule) => {
    const folder = await writeFiles(await newFolder(), soundFiles, { pop: { record } });
    const outcome = await importBooks(database().pool, folder, { heldRecord: () => Promise.resolve(held) });
    expect(faultsOf(outcome)).toEqual([
      { file: 'datapackage.json', column: 'pop.record', value: record, expected: { rule } },
    ]);
  });

  test('goes into an empty database, and one like it goes after it', async () => {
    const folder = await writeFiles(await newFolder(), soundFiles, real);
    const held: unknown[] = [];
    const outcome = await importBooks(database().pool, folder, {
      afterwards: (_, done) => Promise.resolve(void held.push(done.record, done.held)),
    });
    expect(outcome.kind).toBe('applied');
    expect(held).toEqual(['real', undefined]);
    const again = await importBooks(database().pool, folder, { heldRecord: () => Promise.resolve('real') });
    expect(again.kind).toBe('unchanged');
  });
});

test('of imports at once one goes first; the others wait, say so, and then see what it did', async () => {
  let waiting = 0;
  const onWaiting = () => void (waiting += 1);
  const outcomes = await Promise.all([1, 2, 3].map(() => bring(soundFiles, { onWaiting })));
  expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['applied', 'unchanged', 'unchanged']);
  expect(waiting).toBeGreaterThan(0);
});

test('a check tells rows of the package by row, and rows of the record by id', async () => {
  await bring(soundFiles);
  const rule = {
    rule: 'dull',
    resource: 'books',
    column: 'title',
    reads: ['books'],
    find: () =>
      Promise.resolve([
        { key: 'songs', value: 'S' },
        { key: 'new', value: 'N' },
      ]),
  };
  const outcome = await bring(books('new,low,2,N,novel,letter\n'), { checks: [rule] });
  expect(faultsOf(outcome)).toEqual([
    {
      file: 'books.csv',
      key: 'songs',
      column: 'title',
      value: 'S',
      expected: { rule: 'dull', values: { key: 'songs' } },
    },
    {
      file: 'books.csv',
      row: 2,
      column: 'title',
      value: 'N',
      expected: { rule: 'dull', values: { key: 'new' } },
    },
  ]);
  expect((await bring(shelves('attic,Pap,,9,letter\n'), { checks: [rule] })).kind).toBe('applied');
});

test('progress goes to the end of every table, stage by stage', async () => {
  const seen: string[] = [];
  await bring(soundFiles, {
    onProgress: ({ stage, resource, done, total }) => seen.push(`${stage} ${resource} ${done}/${total}`),
  });
  expect(seen).toEqual(
    ['read', 'compare', 'write'].flatMap((stage) =>
      ['sources 2/2', 'shelves 2/2', 'books 2/2', 'reviews 1/1'].map((text) => `${stage} ${text}`),
    ),
  );
});
