import { expect, test } from 'vitest';
import { useRecordDatabase } from '#features/opendata/server/record.fixture.ts';
import { onClient } from '#server/database/on-client.ts';
import { rebuildTally } from './tally.ts';

const database = useRecordDatabase('demo');

interface Counted {
  round: string;
  municipality: string;
  field: string;
  priority: string;
  status: string | null;
  initiated: boolean;
  contested: boolean;
}

const columns = {
  fully: 'fully',
  partly: 'partly',
  not: 'not_addressed',
  'no-data': 'no_data',
  'not-assessable': 'not_assessable',
} as const;

/** Every priority in every assessed round that its contract covers, with the last version of its status: row by row. */
async function readRows(): Promise<Counted[]> {
  const { rows } = await database().pool.query<Counted & { version: number | null }>(`
    SELECT round.key AS round, municipality.key AS municipality, field.key AS field, priority.key AS priority,
           status.status, status.version, coalesce(status.initiated, false) AS initiated,
           coalesce(status.contested, false) AS contested
    FROM round
    JOIN contract ON contract.mandate_id = round.mandate_id
      AND (contract.starts IS NULL OR contract.starts <= round.ends)
    JOIN municipality ON municipality.id = contract.municipality_id
    JOIN priority ON priority.contract_id = contract.id
    JOIN field ON field.id = priority.field_id
    LEFT JOIN status ON status.priority_id = priority.id AND status.round_id = round.id
    WHERE EXISTS (SELECT FROM status WHERE round_id = round.id)`);
  const last = new Map<string, Counted & { version: number | null }>();
  for (const row of rows) {
    const key = `${row.round} ${row.priority}`;
    if ((last.get(key)?.version ?? 0) <= (row.version ?? 0)) last.set(key, row);
  }
  return [...last.values()];
}

function count(rows: readonly Counted[]): Map<string, Record<string, number>> {
  const groups = new Map<string, Counted[]>();
  for (const row of rows) {
    for (const municipality of [row.municipality, '']) {
      for (const field of [row.field, '']) {
        const key = [row.round, municipality, field].join(' ');
        groups.set(key, [...(groups.get(key) ?? []), row]);
      }
    }
  }
  return new Map(
    [...groups].map(([key, group]) => [
      key,
      {
        priorities: group.length,
        ...Object.fromEntries(
          Object.entries(columns).map(([status, column]) => [
            column,
            group.filter((row) => row.status === status).length,
          ]),
        ),
        not_assessed: group.filter((row) => row.status === null).length,
        initiated: group.filter((row) => row.initiated).length,
        contested: group.filter((row) => row.contested).length,
        municipalities: new Set(group.filter((row) => row.status !== null).map((row) => row.municipality))
          .size,
      },
    ]),
  );
}

test('the tally says what a count of the rows says, for every round, municipality and field', async () => {
  const { pool } = database();
  const { rows } = await pool.query<Record<string, unknown> & { key: string }>(`
    SELECT concat_ws(' ', round.key, coalesce(municipality.key, ''), coalesce(field.key, '')) AS key,
           priorities, fully, partly, not_addressed, no_data, not_assessable, not_assessed, initiated, contested,
           municipalities
    FROM tally JOIN round ON round.id = round_id
    LEFT JOIN municipality ON municipality.id = tally.municipality_id LEFT JOIN field ON field.id = field_id`);
  const tallied = new Map(rows.map(({ key, ...counts }) => [key, counts]));
  const counted = count(await readRows());
  expect(counted.size).toBeGreaterThan(100);
  expect(tallied).toEqual(counted);
});

test('a tally made again is the same', async () => {
  const { pool } = database();
  const read = async () => (await pool.query('SELECT * FROM tally ORDER BY 1, 2, 3')).rows;
  const before = await read();
  const client = await pool.connect();
  try {
    await rebuildTally(onClient(client));
  } finally {
    client.release();
  }
  expect(await read()).toEqual(before);
});
