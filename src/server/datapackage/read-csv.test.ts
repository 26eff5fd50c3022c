import { describe, expect, test } from 'vitest';
import { Faults, mostFaults } from './fault.ts';
import { readCsv } from './read-csv.ts';
import type { Resource } from './resource.ts';

const shelves: Resource = {
  name: 'shelves',
  table: 'shelf',
  columns: [
    { name: 'id', column: 'key', cell: { kind: 'key' }, required: true },
    { name: 'name_sq', column: 'name', cell: { kind: 'translation', language: 'sq' }, required: true },
    { name: 'name_en', column: 'name', cell: { kind: 'translation', language: 'en' }, required: true },
    { name: 'place', column: 'place', cell: { kind: 'text' }, required: false },
    { name: 'open', column: 'open', cell: { kind: 'boolean' }, required: true },
    { name: 'sources', column: 'sources', cell: { kind: 'sources' }, required: true },
  ],
  types: new Map(),
  isPublished: false,
  isCited: true,
};

const header = 'id,name_sq,name_en,place,open,sources\n';

function read(bytes: Buffer | string) {
  const faults = new Faults();
  const table = readCsv(shelves, Buffer.from(bytes), faults);
  return { table, rows: table.rows, faults: faults.list };
}

const canonical = read(`${header}low,Poshtë,Below,"a;b, c",true,s\ntop,Lart,,,false,s;t\n`);

describe('the same rows are read', () => {
  const excel =
    'id;name_sq;name_en;place;open;sources\r\nlow;Poshtë;Below;"a;b, c";TRUE;s\r\ntop;Lart;;;FALSE;"s;t"\r\n';

  test('from what Excel saves where the comma is decimal: mark, semicolons, CRLF', () => {
    expect(read(`\uFEFF${excel}`).table).toEqual(canonical.table);
  });

  test.each(['sep=;\r\n', '\uFEFFsep=;\n', 'SEP=;\r\n', '"sep=;";;;;;\r\n'])(
    'with the separator declared for Excel in a line of its own: %j',
    (line) => {
      expect(read(line + excel).table).toEqual(canonical.table);
    },
  );

  test('by the declared separator, where the header would let another be guessed', () => {
    const { rows, faults } = read('sep=,\nid,"name_sq;;;;;;",x\n');
    expect(rows).toEqual([]);
    expect(faults[0]).toMatchObject({ row: 1, column: 'name_sq;;;;;;' });
  });

  test('from lines separated by tabs', () => {
    expect(
      read(
        'id\tname_sq\tname_en\tplace\topen\tsources\nlow\tPoshtë\tBelow\ta;b, c\ttrue\ts\ntop\tLart\t\t\tfalse\ts;t',
      ).rows,
    ).toEqual(canonical.rows);
  });

  test('with the columns in another order', () => {
    expect(
      read('sources,open,id,place,name_en,name_sq\ns,true,low,"a;b, c",Below,Poshtë\ns;t,,top,,,Lart\n').rows,
    ).toEqual(canonical.rows);
  });

  test('with separators of columns no longer in use at the ends of lines', () => {
    expect(
      read(
        `id,name_sq,name_en,place,open,sources,,\nlow,Poshtë,Below,"a;b, c",true,s,,\ntop,Lart,,,false,s;t,,\n`,
      ).rows,
    ).toEqual(canonical.rows);
  });
});

test('rows are counted as a spreadsheet counts them: a cell of several lines is one row, an empty line is a row', () => {
  const { faults } = read(`${header}a,"first\nsecond\nthird",,,,s\n\nb,B,,,perhaps,s\n`);
  expect(faults).toEqual([
    { file: 'shelves.csv', row: 4, column: 'open', value: 'perhaps', expected: { rule: 'boolean' } },
  ]);
});

test('every fault of every row is told, not the first alone', () => {
  const { faults, table } = read(`${header}A,x,,,,\nb,,,,1,s t\n`);
  expect(faults.map(({ row, column, expected }) => [row, column, expected.rule])).toEqual([
    [2, 'id', 'key'],
    [2, 'sources', 'given'],
    [3, 'open', 'boolean'],
    [3, 'sources', 'keys'],
    [3, 'name_sq', 'one-language'],
  ]);
  expect(table.rows).toEqual([]);
  expect([...table.keys]).toEqual(['b']);
});

test('an id that stands twice is told with both rows', () => {
  const { faults, rows } = read(`${header}a,A,,,,s\nb,B,,,,s\na,C,,,,s\n`);
  expect(faults).toEqual([
    {
      file: 'shelves.csv',
      row: 4,
      column: 'id',
      value: 'a',
      expected: { rule: 'unique', values: { row: 2 } },
    },
  ]);
  expect(rows.map((row) => row.key)).toEqual(['a', 'b']);
});

test('a row with too few or too many cells is told with what it has', () => {
  const { faults } = read(`${header}a,A,,,s\nb,B,,,,s,,more\n`);
  expect(faults.map(({ row, expected }) => [row, expected.rule, expected.values])).toEqual([
    [2, 'cells', { count: 6, found: 5 }],
    [3, 'cells', { count: 6, found: 8 }],
  ]);
});

describe('the header', () => {
  test.each([
    ['a column that nobody knows', 'id,name_sq,open,sources,colour', 'colour', 'known-column'],
    ['a column without a name between others', 'id,,name_sq,open,sources', '#2', 'known-column'],
    ['a column twice', 'id,name_sq,open,sources,open', 'open', 'column-once'],
    ['a required column missing', 'id,name_sq,open', 'sources', 'column-present'],
    ['a required text in no language', 'id,open,sources', 'name_sq', 'column-present'],
  ])('%s is told', (_, text, column, rule) => {
    const { faults, table } = read(`${text}\nx\n`);
    const values = { names: 'id, name_sq, name_en, place, open, sources' };
    expect(faults).toEqual([
      { file: 'shelves.csv', row: 1, column, value: column, expected: { rule, values } },
    ]);
    expect(table.isWhole).toBe(false);
  });

  test('one language of a required text is enough', () => {
    expect(read('id,name_en,open,sources\na,A,,s\n').faults).toEqual([]);
  });

  test('columns left out are remembered as such', () => {
    expect([...read('id,name_en,open,sources\na,A,,s\n').table.absent]).toEqual([1, 3]);
  });

  test.each([
    ['no bytes', ''],
    ['a byte order mark alone', '\uFEFF'],
    ['empty lines alone', '\n\n'],
  ])('a file of %s has none', (_, text) => {
    expect(read(text).faults).toEqual([{ file: 'shelves.csv', row: 1, expected: { rule: 'header' } }]);
  });

  test('a file with a header alone has no rows and no fault', () => {
    const { rows, faults, table } = read(header);
    expect({ rows, faults, isWhole: table.isWhole }).toEqual({ rows: [], faults: [], isWhole: true });
  });
});

describe('quotation marks', () => {
  test('one that is never closed is told at the row where it opens', () => {
    const { faults, table } = read(`${header}a,A,,,,s\nb,"B,,,,s\nc,C,,,,s\n`);
    expect(faults).toEqual([
      { file: 'shelves.csv', row: 3, column: 'name_sq', expected: { rule: 'closed-quote' } },
    ]);
    expect(table.isWhole).toBe(false);
  });

  test.each([
    ['in the middle of a cell', 'a,A"B,,,,s'],
    ['closed before the end of its cell', 'a,"A"B,,,,s'],
  ])('one %s is told', (_, line) => {
    expect(read(`${header}x,X,,,,s\n${line}\n`).faults).toEqual([
      { file: 'shelves.csv', row: 3, column: 'name_sq', expected: { rule: 'csv' } },
    ]);
  });
});

describe('other encodings', () => {
  test('Windows-1252 is told cell by cell, as it would be read', () => {
    const text = `${header}a,Poshtë,ok,"Çati\nE dyta",,s\nb,B,,,,s\nc,C,Kështu,,,s\n`;
    const { faults, table } = read(Buffer.from(text, 'latin1'));
    expect(faults).toEqual([
      { file: 'shelves.csv', row: 2, column: 'name_sq', value: 'Poshtë', expected: { rule: 'utf-8' } },
      { file: 'shelves.csv', row: 2, column: 'place', value: 'Çati\nE dyta', expected: { rule: 'utf-8' } },
      { file: 'shelves.csv', row: 4, column: 'name_en', value: 'Kështu', expected: { rule: 'utf-8' } },
    ]);
    expect(table.isWhole).toBe(false);
  });

  test('one broken byte among good letters is told alone', () => {
    const bytes = Buffer.from(`${header}a,Poshtë,,,,s\nb,L?rt,,,,s\n`);
    bytes[bytes.indexOf('?')] = 0xe9;
    expect(read(bytes).faults.map(({ row, column }) => [row, column])).toEqual([[3, 'name_sq']]);
  });

  test.each([
    ['little-endian with a mark', Buffer.from(`\uFEFF${header}`, 'utf16le')],
    ['little-endian without one', Buffer.from(header, 'utf16le')],
    ['big-endian with a mark', Buffer.from(`\uFEFF${header}`, 'utf16le').swap16()],
  ])('UTF-16, %s, is named', (_, bytes) => {
    expect(read(bytes).faults).toEqual([{ file: 'shelves.csv', expected: { rule: 'utf-8-not-utf-16' } }]);
  });
});

test('of very many faults the first are told and all are counted', () => {
  const faults = new Faults();
  readCsv(shelves, Buffer.from(header + 'a,A,,,maybe,s\n'.repeat(250)), faults);
  expect(faults.list).toHaveLength(mostFaults);
  // 250 flags and 249 repeated ids.
  expect(faults.count).toBe(499);
});

test('long values are shortened', () => {
  const { faults } = read(`${header}a,A,,,${'x'.repeat(500)},s\n`);
  expect(faults[0]?.value).toBe(`${'x'.repeat(80)}…`);
});
