import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { z } from 'zod';
import { optionalText, wholeNumber } from '#forms/fields.ts';
import { sanitised } from '#forms/sanitised.ts';
import { languages } from '#i18n/languages.ts';
import { parseSheetRecords } from './parse-records.ts';
import { readRecords } from './read-records.ts';
import { readSheetFile } from './read-sheet.ts';
import { readXlsx } from './read-xlsx.ts';
import { columnLetters, type SheetColumn } from './sheet.ts';
import { writeCsvTemplate, writeTemplate } from './write-sheet.ts';

const columns: readonly SheetColumn[] = [
  {
    key: 'statement',
    header: { sq: 'Nevoja', en: 'Need' },
    hint: { sq: 'Me fjalët e banorëve.', en: 'In residents’ words.' },
    example: { sq: 'Ujë', en: 'Water' },
    required: true,
  },
  {
    key: 'people',
    header: { sq: 'Sa veta', en: 'How many' },
    hint: { sq: 'Numër.', en: 'A number.' },
    example: { sq: '3', en: '3' },
    required: false,
  },
];
const schema = z.object({ statement: optionalText(20), people: wholeNumber(1, 500) });
const lines = [
  ['Ujë i pijshëm në Çakran', '12'],
  ['=HYPERLINK("x")', '-3'],
  ['', ''],
  ['një, dy; "tre"', '7'],
];

async function rowsOf(bytes: Buffer) {
  const reading = await readSheetFile(bytes);
  if (reading.kind === 'refused') throw new Error(reading.why);
  return reading.rows;
}

describe('what a template holds is read back as it was written', () => {
  test.each(languages)('as .xlsx in %s', async (language) => {
    const rows = await rowsOf(await writeTemplate(columns, language, lines));
    const { records, faults } = readRecords(rows, columns);
    expect(faults).toEqual([]);
    expect(records.map(({ line, cells }) => [line, cells['statement'], cells['people']])).toEqual([
      [2, 'Ujë i pijshëm në Çakran', '12'],
      [3, '=HYPERLINK("x")', '-3'],
      [5, 'një, dy; "tre"', '7'],
    ]);
  });

  test.each(languages)('as CSV in %s', async (language) => {
    const text = writeCsvTemplate(columns, language, lines);
    expect(text).toContain(`'=HYPERLINK`);
    const { records } = readRecords(await rowsOf(Buffer.from(text)), columns);
    expect(records.map(({ cells }) => cells['statement'])).toEqual([
      lines[0]?.[0],
      lines[1]?.[0],
      lines[3]?.[0],
    ]);
  });
});

test('no cell of a workbook begins as a formula does', async () => {
  const rows = await readXlsx(
    await writeTemplate(columns, 'en', [
      ['=1+1', '+355'],
      ['@x', '-3'],
    ]),
  );
  expect(rows.slice(1)).toEqual([
    ["'=1+1", "'+355"],
    ["'@x", '-3'],
  ]);
});

test('a first line that tells Excel the separator is no line of the table', async () => {
  const { records, faults } = readRecords(
    await rowsOf(Buffer.from('sep=;\r\nNevoja;Sa veta\r\nUjë, i pijshëm;12\r\n')),
    columns,
  );
  expect(faults).toEqual([]);
  expect(records.map(({ cells }) => cells)).toEqual([{ statement: 'Ujë, i pijshëm', people: '12' }]);
});

test('what Excel writes here as CSV is read: semicolons, letters of Windows-1252', async () => {
  const bytes = Buffer.from('NEVOJE;Sa veta\r\nShkoll\xeb n\xeb \xc7akran;4\r\n', 'latin1');
  const { records } = readRecords(
    await rowsOf(bytes),
    columns.map((column) => ({
      ...column,
      header: { ...column.header, sq: column.header.sq.replace('Nevoja', 'Nevojë') },
    })),
  );
  expect(records).toEqual([{ line: 2, cells: { statement: 'Shkollë në Çakran', people: '4' } }]);
});

test('each fault names its cell, what stands there and what was expected', async () => {
  const rows = await rowsOf(
    Buffer.from(`need,How many,Sa veta,Mood\nA road,many,1,good\n${'x'.repeat(90)},0,,\n`),
  );
  const { faults, commands } = parseSheetRecords(readRecords(rows, columns), schema);
  expect(commands).toEqual([]);
  expect(faults.map(({ address, value, key }) => [address, value, key])).toEqual([
    ['C1', 'Sa veta', 'spreadsheet.fault.column-twice'],
    ['D1', 'Mood', 'spreadsheet.fault.unknown-column'],
    ['B2', 'many', 'form.fault.whole-number'],
    ['A3', `${'x'.repeat(80)}…`, 'form.fault.too-long'],
    ['B3', '0', 'form.fault.too-small'],
  ]);
});

test('a file without a required column is told which', () => {
  const { faults } = readRecords([[], ['people'], ['3']], columns);
  expect(faults).toEqual([
    { address: 'A2', value: '', key: 'spreadsheet.fault.no-column', values: { column: 'Nevoja / Need' } },
  ]);
});

describe('what is no spreadsheet is refused', () => {
  const sheet = (xml: string) => Buffer.from(zipSync({ 'xl/worksheets/sheet1.xml': Buffer.from(xml) }));
  test.each([
    ['empty', Buffer.alloc(0)],
    ['broken', Buffer.from('PK\u0003\u0004 but no more')],
    ['broken', sheet('<worksheet/>')],
    ['broken', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1, 2])],
    ['too-many-lines', sheet('<c r="A1048576"/>')],
    ['too-many-lines', sheet('<c r="XFD1"/>')],
    ['too-many-lines', Buffer.from('a\n'.repeat(5001))],
    ['too-large', Buffer.from(zipSync({ 'xl/media/a': Buffer.alloc(30_000_001) }))],
  ])('%s', async (why, bytes) => {
    expect(await readSheetFile(bytes)).toEqual({ kind: 'refused', why });
  });

  test('no bytes make it fail', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), async (bytes, zip) => {
        const reading = await readSheetFile(Buffer.concat([Buffer.from(zip ? 'PK' : ''), bytes]));
        expect(['read', 'refused']).toContain(reading.kind);
      }),
    );
  });
});

test('columns are named as spreadsheets name them', () => {
  expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
});

test('any text comes back from its cell as it went in, also where it looks like a formula or a guarded one', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('toString', '__proto__', 'constructor', '_x0041_', '<a> & "b"', '\uFFFD', '\u{1FFFE}x'),
    fc.stringMatching(/^'{0,3}[=+\-@]['=+\-@a-z0-9"&<>_]{0,12}$/),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 30 }), async (cells) => {
      const stored = cells.map((cell) => sanitised(cell));
      const xlsx = await rowsOf(
        await writeTemplate(
          columns,
          'en',
          stored.map((cell) => ['x', cell]),
        ),
      );
      expect(xlsx.slice(1).map(([, cell]) => sanitised(cell ?? ''))).toEqual(stored);
      const csv = Buffer.from(
        writeCsvTemplate(
          columns,
          'en',
          stored.map((cell) => ['x', cell]),
        ),
      );
      expect((await rowsOf(csv)).slice(1).map(([, cell]) => cell)).toEqual(stored);
    }),
    { numRuns: 40 },
  );
});

test('a time of day that a spreadsheet program has made of what was typed is read as one', async () => {
  const times = ['00:00', '09:05', '14:30', '23:59'];
  const bytes = await writeXlsxFile(
    [
      ['statement'],
      ...times.map((time) => [
        { value: new Date(`1899-12-30T${time}:00Z`), type: Date, format: 'hh:mm' as const },
      ]),
      [{ value: new Date('2028-05-03T00:00:00Z'), type: Date, format: 'yyyy-mm-dd' }],
    ],
    {},
  ).toBuffer();
  expect((await rowsOf(bytes)).slice(1).flat()).toEqual([...times, '2028-05-03']);
});
