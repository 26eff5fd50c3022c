import { mkdir, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { useFolders } from '#testing/folders.ts';
import { importBooks, soundFiles, useBooks, writeFiles } from './books.fixture.ts';
import type { Fault } from './fault.ts';

const database = useBooks();
const newFolder = useFolders();

async function faultsOf(folder: string): Promise<readonly Fault[]> {
  const outcome = await importBooks(database().pool, folder, { dryRun: true });
  return outcome.kind === 'refused' ? outcome.faults : [];
}

async function faultsOfDescriptor(text: string): Promise<readonly Fault[]> {
  const folder = await writeFiles(await newFolder(), soundFiles);
  await writeFile(join(folder, 'datapackage.json'), text);
  return faultsOf(folder);
}

test('a sound package has no fault', async () => {
  expect(await faultsOf(await writeFiles(await newFolder(), soundFiles))).toEqual([]);
});

test('a folder without datapackage.json is no package', async () => {
  const folder = await newFolder();
  expect(await faultsOf(folder)).toEqual([
    { file: 'datapackage.json', value: folder, expected: { rule: 'descriptor' } },
  ]);
});

describe('datapackage.json', () => {
  test('must be JSON', async () => {
    const [fault] = await faultsOfDescriptor('{"resources": [}');
    expect(fault).toMatchObject({ file: 'datapackage.json', expected: { rule: 'json' } });
  });

  test('may begin with a byte order mark', async () => {
    expect(
      await faultsOfDescriptor(
        `\uFEFF${JSON.stringify({ resources: [{ name: 'sources', path: 'sources.csv' }] })}`,
      ),
    ).toMatchObject([{ file: 'shelves.csv' }, { file: 'books.csv' }, { file: 'reviews.csv' }]);
  });

  test.each([
    ['{}', 'resources'],
    ['{"resources": []}', 'resources'],
    ['{"resources": [{"name": "books"}]}', 'resources.0.path'],
    ['{"resources": [{"name": "books", "path": ["a.csv", "b.csv"]}]}', 'resources.0.path'],
    ['{"resources": [{"name": "books", "path": "books.csv"}], "pop": {"record": "other"}}', 'pop.record'],
  ])('%s is told by the place of its fault', async (text, column) => {
    expect(await faultsOfDescriptor(text)).toEqual([
      { file: 'datapackage.json', column, expected: { rule: 'descriptor-form' } },
    ]);
  });

  test.each([
    '../books.csv',
    '/etc/passwd',
    'sub/books.csv',
    'https://example.org/books.csv',
    './books.csv',
    'books.CSV',
  ])('does not lead to %s', async (path) => {
    const [fault] = await faultsOfDescriptor(JSON.stringify({ resources: [{ name: 'books', path }] }));
    expect(fault).toEqual({
      file: 'datapackage.json',
      column: 'path',
      value: path,
      expected: { rule: 'resource-path', values: { path: 'books.csv' } },
    });
  });

  test('lists only tables of the record, each once', async () => {
    const list = ['sources', 'shelves', 'books', 'reviews', 'films', 'books'];
    const faults = await faultsOfDescriptor(
      JSON.stringify({ resources: list.map((name) => ({ name, path: `${name}.csv` })) }),
    );
    expect(faults.map(({ value, expected }) => [value, expected.rule])).toEqual([
      ['films', 'known-resource'],
      ['books', 'resource-once'],
    ]);
  });
});

describe('a file', () => {
  test('that is listed and missing is told', async () => {
    const folder = await writeFiles(await newFolder(), soundFiles);
    await rm(join(folder, 'reviews.csv'));
    expect(await faultsOf(folder)).toEqual([{ file: 'reviews.csv', expected: { rule: 'file' } }]);
  });

  test('that is there and not listed is told, so that nothing is left out by a slip', async () => {
    const folder = await writeFiles(await newFolder(), { sources: soundFiles.sources ?? '' });
    await writeFile(join(folder, 'shelves.csv'), soundFiles.shelves ?? '');
    await writeFile(join(folder, 'notes.txt'), 'mine');
    expect(await faultsOf(folder)).toEqual([{ file: 'shelves.csv', expected: { rule: 'listed' } }]);
  });

  test('that cannot be read is told, and what refers to it is not told as missing', async () => {
    const folder = await writeFiles(await newFolder(), soundFiles);
    await rm(join(folder, 'shelves.csv'));
    await mkdir(join(folder, 'shelves.csv'));
    expect(await faultsOf(folder)).toEqual([{ file: 'shelves.csv', expected: { rule: 'readable-file' } }]);
  });

  test('that has no end is not read', async () => {
    const folder = await writeFiles(await newFolder(), soundFiles);
    await rm(join(folder, 'reviews.csv'));
    await symlink('/dev/zero', join(folder, 'reviews.csv'));
    expect(await faultsOf(folder)).toEqual([{ file: 'reviews.csv', expected: { rule: 'readable-file' } }]);
  });

  test('of a length that no record has is not read', async () => {
    const folder = await writeFiles(await newFolder(), soundFiles);
    // A hole: it takes no room on the disk.
    await truncate(join(folder, 'reviews.csv'), 500 * 1024 ** 2);
    expect(await faultsOf(folder)).toEqual([
      { file: 'reviews.csv', value: '500 MB', expected: { rule: 'size' } },
    ]);
  });
});
