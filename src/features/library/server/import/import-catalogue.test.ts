import { expect, test } from 'vitest';
import type { ImportReport } from '../../import-report.ts';
import { catalogueFilter } from '../../schema.ts';
import { searchCatalogue } from '../catalogue/search.ts';
import { useLibrary } from '../library.fixture.ts';
import { importCatalogue } from './import-catalogue.ts';
import { importTried, tryImport } from './service.ts';

const library = useLibrary();
const forbidden = expect.objectContaining({ code: 'forbidden' });

async function run(text: string | Uint8Array, dryRun = false): Promise<ImportReport> {
  const { app, organisation } = library.people();
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const source = async function* () {
    // In pieces that divide letters.
    for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
  };
  const outcome = await importCatalogue(app.db, { organisation, source, dryRun, actor: 'test' });
  if (outcome.kind === 'refused') throw new Error(outcome.why.key);
  return outcome.report;
}

const titles = async (q: string) =>
  (await searchCatalogue(library.app(), 'sq', catalogueFilter.parse({ q }))).hits.map(
    ({ title }) => title.sq,
  );

test('a list with Albanian columns is tried, imported and found; once more it changes nothing', async () => {
  const list = [
    'Titulli;Autori;Viti i botimit;Gjuha;Tema;ISBN;Nr. i vendit;Kopje;Ngjyra',
    'Këngët e detit;Marku, Gjon; Prendi, Lule;;;;;D 1;2;blu',
    '"Këngët e malit";"Marku, Gjon; Prendi, Lule";[1987];shqip;poezi, male;0-306-40615-2;D 2;2;e kuqe',
  ].join('\r\n');
  expect(await run(list, true)).toMatchObject({
    rows: 2,
    added: 1,
    leftOut: 1,
    unknownColumns: ['Ngjyra'],
    isDryRun: true,
  });
  expect(await titles('kenget malit')).toEqual([]);
  expect(await run(list)).toMatchObject({ added: 1, changed: 0, same: 0 });
  expect(await titles('kenget malit')).toEqual(['Këngët e malit']);
  expect(await run(list)).toMatchObject({ added: 0, changed: 0, same: 1 });
  expect(await run(list.replace('e malit', 'e maleve'))).toMatchObject({ added: 0, changed: 1 });
  expect(await titles('kenget maleve')).toEqual(['Këngët e maleve']);
});

test('English columns with commas or tabs are read as well', async () => {
  expect(
    await run('\ufeffTitle,Author,Year,Call number\n"Rivers, and seas",Lind,2001-05,E 1\n\n'),
  ).toMatchObject({
    rows: 1,
    added: 1,
  });
  expect(await run('Title\tKeywords\nPlains\tland\n')).toMatchObject({ added: 1 });
});

test('a list as Excel saves it is read, in the letters of Windows and in UTF-16, and says so', async () => {
  const windows = Buffer.from(
    'Titulli;Autori;Viti\r\nK\u00ebng\u00ebt e \u00c7am\u00ebris\u00eb;Gjon Marku;1991\r\n',
    'latin1',
  );
  expect(await run(windows)).toMatchObject({ added: 1, encoding: 'windows-1250', unknownColumns: [] });
  const unicode = Buffer.from('\ufeffTitulli\tAutori\r\nËndrra e çatisë\tLule Prendi\r\n', 'utf16le');
  expect(await run(unicode)).toMatchObject({ added: 1, encoding: 'utf-16le' });
  expect(await titles('kenget camerise')).toEqual(['Këngët e Çamërisë']);
  expect(await titles('endrra catise')).toEqual(['Ëndrra e çatisë']);
});

test('each fault is told with its row and column, and its row alone is left out', async () => {
  const report = await run(
    'Title,Year,ISBN,Language,Pages,Copies,Kind\n' +
      'Good one,2001,,,,,\n' +
      ',,,,,,\n' +
      ',soon,9780306406158,klingon,many,-1,tablet\n' +
      `${'x'.repeat(501)},2019-02-30,,,,,\n`,
  );
  expect(report).toMatchObject({ rows: 3, added: 1, leftOut: 2 });
  expect(
    report.faults.map(({ row, column, key }) => `${row} ${column} ${key.split('.').at(-1) ?? ''}`),
  ).toEqual([
    '4 Title no-title',
    '4 Kind kind',
    '4 Year date',
    '4 Language language',
    '4 ISBN isbn',
    '4 Pages pages',
    '4 Copies copies',
    '5 Title long',
    '5 Year date',
  ]);
});

test('what may be there twice is told: the same place in the list, the same ISBN in list, catalogue and publications', async () => {
  const id = await library.add({ isbn: '9780804429573' });
  await library.publish(id);
  const report = await run(
    'Title,ISBN,Call number\nA,979-10-90636-07-1,X 1\nB,979-10-90636-07-1,X 2\nC,,X 1\nD,080442957X,X 3\n',
  );
  expect(report).toMatchObject({ added: 3, leftOut: 1 });
  expect(report.duplicates).toEqual(
    expect.arrayContaining([
      { row: 3, by: 'isbn', value: '9791090636071', ofRow: 2, isLeftOut: false },
      { row: 4, by: 'place', value: 'X 1', ofRow: 2, isLeftOut: true },
      { row: 5, by: 'isbn', value: '9780804429573', ofRow: null, isLeftOut: false },
    ]),
  );
});

test.each([
  ['', 'library.import.fault.empty'],
  ['Author,Year\nX,2000\n', 'library.import.fault.no-title-column'],
  ['Title,Titulli\nA,B\n', 'library.import.fault.column-twice'],
  ['Title\n"never ended\n', 'library.import.fault.unreadable'],
  [new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0xeb, 0x0a]), 'library.import.fault.unreadable'],
])('a file that is no list is refused as a whole: %#', async (file, key) => {
  await expect(run(file)).rejects.toThrow(key);
});

test('only those who keep an organisation’s library import into it, and only what they tried themselves', async () => {
  const { app, editor, foreignEditor, facilitator, organisation } = library.people();
  const file = new File(['Titulli\nLiber i provuar\n'], 'raft.csv');
  for (const actor of [foreignEditor, facilitator, { kind: 'nobody' } as const])
    await expect(tryImport(app, actor, organisation.id, file)).rejects.toEqual(forbidden);
  const tried = await tryImport(app, editor, organisation.id, file);
  if (tried.kind === 'refused') throw new Error(tried.fault.key);
  const asked = { organisation: tried.organisation, upload: tried.upload };
  await expect(importTried(app, foreignEditor, asked)).rejects.toEqual(forbidden);
  const { coordinator } = library.people();
  await expect(importTried(app, coordinator, asked)).rejects.toEqual(
    expect.objectContaining({ code: 'not-found' }),
  );
  expect(await importTried(app, editor, asked)).toMatchObject({ kind: 'done', report: { added: 1 } });
});
