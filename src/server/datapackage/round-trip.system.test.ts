import fc from 'fast-check';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { useFolders } from '#testing/folders.ts';
import {
  bookResources,
  emptyBooks,
  importBooks,
  readFiles,
  soundFiles,
  useBooks,
  writeFiles,
} from './books.fixture.ts';
import { exportPackage, type ExportOptions, type ExportOutcome } from './export-package.ts';
import { excelFilesOf, filesOf, packages } from './random-books.fixture.ts';

const database = useBooks();
const newFolder = useFolders();
const titles = { name: 'books', title: 'Books', description: 'All', licences: [] };

beforeEach(() => emptyBooks(database().pool));

async function exportBooks(folder: string, more: Partial<ExportOptions> = {}): Promise<ExportOutcome> {
  const client = await database().pool.connect();
  try {
    return await exportPackage(client, {
      folder,
      force: false,
      resources: bookResources,
      titles,
      record: undefined,
      ...more,
    });
  } finally {
    client.release();
  }
}

async function importInto(files: Parameters<typeof writeFiles>[1]) {
  return importBooks(database().pool, await writeFiles(await newFolder(), files));
}

async function exportedFiles() {
  const folder = await newFolder();
  await exportBooks(folder);
  return readFiles(folder);
}

test('an export gives back the bytes that were imported, and its import changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(packages, async (grids) => {
      await emptyBooks(database().pool);
      const files = filesOf(grids);
      expect(await importInto(files)).toMatchObject({ kind: 'applied' });
      const folder = await newFolder();
      await exportBooks(folder);
      const written = await readFiles(folder);
      for (const [name, text] of Object.entries(files)) expect(written[`${name}.csv`]).toBe(text);
      expect(await importBooks(database().pool, folder)).toMatchObject({ kind: 'unchanged' });
    }),
    { numRuns: 25 },
  );
}, 60_000);

test('what Excel makes of a package says the same, in any order of rows and columns', async () => {
  await fc.assert(
    fc.asyncProperty(packages, fc.infiniteStream(fc.nat()), async (grids, numbers) => {
      await emptyBooks(database().pool);
      await importInto(filesOf(grids));
      const shuffle = (n: number) => {
        const places = Array.from({ length: n }, (_, index) => ({ index, order: numbers.next().value ?? 0 }));
        return places.toSorted((a, b) => a.order - b.order).map(({ index }) => index);
      };
      expect(await importInto(excelFilesOf(grids, shuffle))).toMatchObject({ kind: 'unchanged' });
    }),
    { numRuns: 25 },
  );
}, 60_000);

test('an export and the export of its import are the same bytes, whatever the order of import', async () => {
  await importInto(soundFiles);
  const first = await exportedFiles();
  await emptyBooks(database().pool);
  const { sources = '', shelves = '', books = '', reviews = '' } = soundFiles;
  await importInto({ sources, shelves });
  await importInto({ books, reviews });
  expect(await exportedFiles()).toEqual(first);
});

test('rows are sorted by the bytes of their ids, on any server', async () => {
  const ids = ['a', 'a-b', 'a.b', 'a/b', 'a0', 'a_b', 'aa', 'b'];
  const rows = ids.toReversed().map((id, index) => `${id},${id},,${index + 1},letter\n`);
  await importInto({
    sources: soundFiles.sources ?? '',
    shelves: `id,name_sq,name_en,position,sources\n${rows.join('')}`,
  });
  const { 'shelves.csv': csv = '' } = await exportedFiles();
  expect(
    csv
      .split('\n')
      .slice(1, -1)
      .map((line) => line.split(',')[0]),
  ).toEqual(ids);
});

test('cells are quoted only where they must be; formulas stay what they are', async () => {
  await importInto({ sources: 'id,title\na,"say ""yes"", now"\nb,=1+1\nc,"two\nlines"\nd,plain; simple\n' });
  const { 'sources.csv': csv = '' } = await exportedFiles();
  expect(csv.split('\n').slice(1)).toEqual([
    'a,"say ""yes"", now",,,,,,,',
    'b,=1+1,,,,,,,',
    'c,"two',
    'lines",,,,,,,',
    'd,plain; simple,,,,,,,',
    '',
  ]);
});

test('more rows than a batch are all written', async () => {
  const rows = Array.from({ length: 12_345 }, (_, index) => `s${index},Title ${index}\n`);
  await importInto({ sources: `id,title\n${rows.join('')}` });
  const folder = await newFolder();
  expect(await exportBooks(folder)).toEqual({ kind: 'written', rows: 12_345 });
  const { 'sources.csv': csv = '' } = await readFiles(folder);
  expect(new Set(csv.split('\n').slice(1, -1)).size).toBe(12_345);
});

describe('a folder', () => {
  beforeEach(() => importInto(soundFiles));

  test('that is not there is made', async () => {
    const folder = join(await newFolder(), 'new/deep');
    expect((await exportBooks(folder)).kind).toBe('written');
    expect(Object.keys(await readFiles(folder))).toEqual([
      'books.csv',
      'datapackage.json',
      'reviews.csv',
      'shelves.csv',
      'sources.csv',
    ]);
  });

  test('that holds a package is written over', async () => {
    const folder = await newFolder();
    await exportBooks(folder);
    await importInto({ shelves: 'id,name_sq,name_en,position,sources\nlow,Tjetër,,1,letter\n' });
    expect((await exportBooks(folder)).kind).toBe('written');
    expect((await readFiles(folder))['shelves.csv']).toContain('low,Tjetër,,1,letter');
  });

  test('that holds something else is left alone without force', async () => {
    const folder = await newFolder();
    await writeFile(join(folder, 'thesis.txt'), 'mine');
    expect(await exportBooks(folder)).toEqual({ kind: 'folder-not-empty' });
    expect(await readFiles(folder)).toEqual({ 'thesis.txt': 'mine' });
    expect((await exportBooks(folder, { force: true })).kind).toBe('written');
    expect((await readFiles(folder))['thesis.txt']).toBe('mine');
  });

  test('that cannot be written to is told with the reason', async () => {
    const file = join(await newFolder(), 'file');
    await writeFile(file, '');
    expect(await exportBooks(file)).toEqual({ kind: 'folder-unusable', code: 'EEXIST' });
    expect(await exportBooks(join(file, 'folder'))).toEqual({ kind: 'folder-unusable', code: 'ENOTDIR' });
  });

  test('keeps what it held when an export does not finish', async () => {
    const folder = await newFolder();
    await exportBooks(folder);
    const before = await readFiles(folder);
    await importInto({ shelves: 'id,name_sq,name_en,position,sources\nlow,Tjetër,,1,letter\n' });
    const onProgress = (resource: string) => {
      if (resource === 'reviews') throw new Error('the disk is full');
    };
    await expect(exportBooks(folder, { onProgress })).rejects.toThrow('the disk is full');
    expect(await readFiles(folder)).toEqual(before);
  });

  test('with hidden files alone counts as empty', async () => {
    const folder = await newFolder();
    await mkdir(join(folder, '.git'));
    expect((await exportBooks(folder)).kind).toBe('written');
  });
});
