import { glob, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { forumChecks } from '#features/forums/server/import-checks.ts';
import { monitoringChecks } from '#features/monitoring/server/import-checks.ts';
import { isMessageKey, translator } from '#i18n/translate.ts';
import { readConstraints } from '#server/datapackage/constraints.ts';
import { describeTables } from '#server/database/describe.ts';
import { useDatabase } from '#testing/database.ts';
import { faultLine } from './fault-line.ts';
import { recordResources } from './resources.ts';
import { recordChecks } from './server/checks.ts';

const database = useDatabase();

test('a fault is one line that names file, row, column, value and what was expected', () => {
  const fault = {
    file: 'statuses.csv',
    row: 7,
    column: 'published_on',
    value: '2021-02-30',
    expected: { rule: 'date' },
  };
  expect(faultLine(fault, translator('sq'))).toBe(
    'statuses.csv, rreshti 7, kolona published_on, "2021-02-30": pritej një datë e kalendarit, VVVV-MM-DD',
  );
  expect(faultLine(fault, translator('en'))).toBe(
    'statuses.csv, row 7, column published_on, "2021-02-30": expected a date of the calendar, YYYY-MM-DD',
  );
});

test('a row that is in the record alone is named by its id; a value of several lines stays in one', () => {
  const fault = {
    file: 'needs.csv',
    key: 'fier-1',
    column: 'unit',
    value: 'a\nb',
    expected: { rule: 'unit-in-municipality' },
  };
  expect(faultLine(fault, translator('en'))).toBe(
    'needs.csv, row fier-1 of the record, column unit, "a\\nb": the unit is not in this municipality',
  );
});

test('a rule without words of its own is told as the database has it', () => {
  const expected = { rule: 'check.new_rule', values: { rule: 'CHECK ((a > b))' } };
  expect(faultLine({ file: 'a.csv', expected }, translator('en'))).toBe(
    'a.csv: does not agree with a rule of the database: CHECK ((a > b))',
  );
});

/** Words in quotation marks beside a rule. */
const otherWords = ['true', 'false', 'values', 'name'];

test('every rule that the importer can tell has words', async () => {
  const rules = new Set([...recordChecks, ...monitoringChecks, ...forumChecks].map(({ rule }) => rule));
  for await (const path of glob('src/server/datapackage/*.ts', {
    exclude: ['**/*.test.ts', '**/*.fixture.ts'],
  })) {
    const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => /\brule\b|refuse\(/.test(line));
    for (const [, rule = ''] of lines.join('\n').matchAll(/'([a-z][a-z0-9-]+)'/g)) {
      if (!otherWords.includes(rule)) rules.add(rule);
    }
  }
  expect(rules.size).toBeGreaterThan(40);
  expect([...rules].filter((rule) => !isMessageKey(`package.expected.${rule}`))).toEqual([]);
});

test('every CHECK that is more than a choice, a range or a hash has words', async () => {
  const client = await database().pool.connect();
  try {
    const tables: readonly string[] = recordResources.map(({ table }) => table);
    const described = await describeTables(client);
    const untold = (await readConstraints(client)).filter(
      ({ table, kind, name, columns: [first, ...others] }) => {
        if (kind === 'unique' || !tables.includes(table)) return false;
        const column = described.find((one) => one.table === table && one.column === first);
        const isOfCell =
          others.length === 0 &&
          (column?.values.length || column?.least !== null || first?.endsWith('sha256'));
        return !isOfCell && !isMessageKey(`package.expected.check.${name}`);
      },
    );
    expect(untold).toEqual([]);
  } finally {
    client.release();
  }
});
