import { parse, CsvError } from 'csv-parse/sync';
import type { FieldFault } from '#forms/form.ts';
import { decode, separated } from '#server/datapackage/decode.ts';

/** Rows of one file: more than a meeting has, of which each joins some times. */
const mostRows = 50_000;

const names = [
  'name',
  'full name',
  'first name',
  'participant',
  'display name',
  'emri',
  'emër',
  'emri i plotë',
  'pjesëmarrësi',
];
const surnames = ['last name', 'surname', 'mbiemri'];
const addresses = ['email', 'e-mail', 'user email', 'email address', 'adresa e emailit', 'emaili'];
const joins = [
  'join time',
  'first join',
  'first join time',
  'time joined',
  'joined at',
  'joined',
  'koha e hyrjes',
  'hyrja',
];

type Counted = { kind: 'counted'; people: number } | { kind: 'refused'; fault: Omit<FieldFault, 'field'> };

interface Columns {
  name: number;
  surname: number;
  address: number;
  join: number;
}

/** A header as it is compared: 'Name (Original Name)' is 'name'. */
function plain(cell: string): string {
  return cell
    .replace(/\(.*\)/, '')
    .trim()
    .toLowerCase();
}

function columnsOf(cells: readonly string[]): Columns | undefined {
  const find = (known: readonly string[]) => cells.findIndex((cell) => known.includes(plain(cell)));
  const found = { name: find(names), surname: find(surnames), address: find(addresses), join: find(joins) };
  return found.join >= 0 && (found.name >= 0 || found.address >= 0) ? found : undefined;
}

function textOf(bytes: Buffer): string {
  const decoded = decode(bytes);
  switch (decoded.encoding) {
    case 'utf-8':
      return decoded.text;
    case 'unknown':
      return new TextDecoder('windows-1252').decode(bytes);
    case 'utf-16':
      return new TextDecoder(bytes[0] === 0xfe ? 'utf-16be' : 'utf-16le').decode(bytes);
  }
}

function cellsOf(text: string, separator: string): string[][] {
  return parse(text, {
    delimiter: separator,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    record_delimiter: ['\r\n', '\n', '\r'],
    to: mostRows + 1,
  });
}

/** The line that names the columns: meeting tools write of the meeting above it. */
function findHeader(
  lines: readonly string[],
): { row: number; columns: Columns; separator: string } | undefined {
  for (const [row, line] of lines.slice(0, 200).entries()) {
    if (line.trim() === '') continue;
    try {
      const { separator } = separated(line);
      const columns = columnsOf(cellsOf(line, separator)[0] ?? []);
      if (columns) return { row, columns, separator };
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
    }
  }
  return undefined;
}

/** One person however often they joined: by address, else by name; a name that has an address in another row is that person. */
function countDistinct(people: readonly { name: string; address: string }[]): number {
  const named = new Set(people.filter(({ address }) => address !== '').map(({ name }) => name));
  const keys = people.flatMap(({ name, address }) => {
    if (address !== '') return [`@${address}`];
    return name !== '' && named.has(name) ? [] : [name];
  });
  return new Set(keys).size;
}

/**
 * How many people took part, by the list that a meeting tool gives: one row for each time that somebody joined. Of names and addresses
 * nothing is kept.
 */
export function countMeeting(bytes: Buffer): Counted {
  const text = textOf(bytes);
  if (text.includes('\0')) return { kind: 'refused', fault: { key: 'spreadsheet.refused.broken' } };
  const lines = text.split(/\r\n|\n|\r/);
  const header = findHeader(lines);
  if (!header) return { kind: 'refused', fault: { key: 'registration.online.fault.columns' } };
  try {
    const rows = cellsOf(lines.slice(header.row + 1).join('\n'), header.separator);
    if (rows.length > mostRows)
      return { kind: 'refused', fault: { key: 'spreadsheet.refused.too-many-lines' } };
    return countRows(rows, header);
  } catch (error) {
    if (error instanceof CsvError) return { kind: 'refused', fault: { key: 'spreadsheet.refused.broken' } };
    throw error;
  }
}

function countRows(
  rows: readonly (readonly string[])[],
  { row: headerRow, columns }: { row: number; columns: Columns },
): Counted {
  const people: { name: string; address: string }[] = [];
  for (const [index, cells] of rows.entries()) {
    const cell = (column: number) => (cells[column] ?? '').trim().toLowerCase();
    const isEmpty = cells.every((one) => one.trim() === '');
    // After the people, some tools go on with a table of what they did.
    if (isEmpty && people.length > 0) break;
    if (isEmpty) continue;
    if (!/\d/.test(cell(columns.join))) {
      const row = headerRow + index + 2;
      return { kind: 'refused', fault: { key: 'registration.online.fault.time', values: { row } } };
    }
    const name = `${cell(columns.name)} ${cell(columns.surname)}`.trim().replace(/\s+/g, ' ');
    people.push({ name, address: cell(columns.address) });
  }
  if (people.length === 0) return { kind: 'refused', fault: { key: 'registration.online.fault.none' } };
  return { kind: 'counted', people: countDistinct(people) };
}
