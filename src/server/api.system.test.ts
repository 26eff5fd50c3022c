import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { computeFigures, type Figures } from '#features/monitoring/figures.ts';
import { countStatuses } from '#features/monitoring/counts.ts';
import { publishedStatuses } from '#features/monitoring/status.ts';
import { keyFilters, type Dataset } from '#features/opendata/dataset.ts';
import { figureCells, figureColumns } from '#features/opendata/figure-cells.ts';
import { rowSchema } from '#features/opendata/schema.ts';
import { listDatasets } from '#features/opendata/server/datasets.ts';
import { useRecord } from '#features/opendata/server/record.fixture.ts';
import { answerApi } from './api.ts';

const rowsOfCsv = z.array(z.record(z.string(), z.string()));
const rowsOfJson = z.array(z.record(z.string(), z.unknown()));

describe.each(['real', 'demo'] as const)('the %s record', (record) => {
  const { app, database } = useRecord(record);
  const ask = (path: string, method = 'GET') =>
    answerApi(app(), new Request(`https://pop.example/api/v1/${path}`, { method }), 'request-1');
  const text = async (path: string) => (await ask(path)).text();
  const csv = async (path: string) => rowsOfCsv.parse(parse(await text(path), { columns: true, bom: true }));
  const json = async (path: string) => rowsOfJson.parse(JSON.parse(await text(path)));

  test('a dataset has the same cells in CSV and in JSON, and JSON is as described', async () => {
    for (const dataset of await listDatasets(app())) {
      const plain = await csv(`${dataset.name}.csv`);
      const objects = await json(`${dataset.name}.json`);
      expect(() => z.array(rowSchema(dataset)).parse(objects), dataset.name).not.toThrow();
      expect(
        objects.map((row) => cellsOf(dataset, row)),
        dataset.name,
      ).toEqual(plain.map((row) => Object.values(row)));
    }
  });

  test('a table is in the order of its keys and has every row once', async () => {
    for (const { name } of await listDatasets(app())) {
      const ids = (await json(`${name}.json`)).flatMap(({ id }) => (id === undefined ? [] : [id]));
      expect(new Set(ids).size, name).toBe(ids.length);
    }
    const { rows } = await database().pool.query('SELECT key FROM priority ORDER BY key');
    expect((await csv('priorities.csv')).map(({ id }) => id)).toEqual(rows.map(({ key }) => key));
  });

  test('a filter by a key that is nobody’s gives no rows, in every dataset that takes it', async () => {
    for (const { name, filters } of await listDatasets(app())) {
      for (const filter of filters.filter((candidate) => keyFilters.some((key) => key === candidate))) {
        expect(await json(`${name}.json?${filter}=nobody`), `${name} ${filter}`).toEqual([]);
      }
    }
  });

  test('filtering by each municipality splits the statuses without loss', async () => {
    const all = await csv('statuses.csv');
    const municipalities = new Set(all.map(({ municipality }) => municipality));
    const parts = await Promise.all(
      [...municipalities].map(async (municipality) => {
        const own = await csv(`statuses.csv?municipality=${municipality}`);
        expect(own.every((row) => row['municipality'] === municipality)).toBe(true);
        return own.length;
      }),
    );
    expect(all.length).toBeGreaterThan(0);
    expect(parts.reduce((sum, n) => sum + n, 0)).toBe(all.length);
  });

  test('the statuses in force are the last version of each priority and round', async () => {
    const last = new Map<string, string>();
    for (const row of await csv('statuses.csv')) {
      const subject = `${row['priority']} ${row['round']}`;
      const known = last.get(subject);
      if (known === undefined || Number(known.split('/').at(-1)) < Number(row['version']))
        last.set(subject, row['id'] ?? '');
    }
    const inForce = await csv('statuses.csv?in_force=true');
    expect(inForce.map(({ id = '' }) => id).toSorted()).toEqual([...last.values()].toSorted());
  });

  test('the figures of every municipality are those that the downloaded rows give', async () => {
    const [statuses, priorities, contracts] = await Promise.all([
      csv('statuses.csv?in_force=true'),
      csv('priorities.csv'),
      csv('contracts.csv'),
    ]);
    const figures = await csv('municipality-figures.csv');
    expect(figures.length).toBeGreaterThan(0);
    for (const row of figures) {
      const own = contracts.filter(
        ({ municipality, mandate }) => municipality === row['municipality'] && mandate === row['mandate'],
      );
      expect(own).toHaveLength(1);
      const [contract] = own;
      const rows = priorities
        .filter((priority) => priority['contract'] === contract?.['id'])
        .map((priority) => {
          const found = statuses.find(
            (status) => status['priority'] === priority['id'] && status['round'] === row['round'],
          );
          return found && inForceOf(found);
        });
      const count = contract?.['priority_count'];
      const expected = computeFigures(countStatuses(rows), {
        count: count === '' || count === undefined ? rows.length : Number(count),
        is: contract?.['priority_count_is'] === 'exact' ? 'exact' : 'at-least',
      });
      expect(figureRow(row), `${row['municipality']} ${row['round']}`).toEqual(shown(expected));
    }
  });

  test('every address that OpenAPI describes answers to its own examples', async () => {
    const document = z
      .object({
        openapi: z.string(),
        paths: z.record(
          z.string(),
          z.object({
            get: z.object({
              parameters: z.array(
                z.object({ name: z.string(), schema: z.object({ example: z.string().optional() }) }),
              ),
            }),
          }),
        ),
      })
      .parse(JSON.parse(await text('openapi.json')));
    expect(document.openapi).toBe('3.1.0');
    const datasets = await listDatasets(app());
    expect(Object.keys(document.paths)).toHaveLength(datasets.length * 2);
    for (const [path, { get }] of Object.entries(document.paths)) {
      const examples = get.parameters.flatMap(({ name, schema }) =>
        schema.example === undefined ? [] : [`${name}=${schema.example}`],
      );
      const answer = await ask(`${path.replace('/api/v1/', '')}?${examples.join('&')}`);
      expect(answer.status, path).toBe(200);
    }
  });

  test('no query makes an answer but 200 or 400', async () => {
    const datasets = await listDatasets(app());
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...datasets),
        fc.constantFrom('csv', 'json'),
        fc.array(fc.tuple(fc.constantFrom(...keyFilters, 'kind', 'year', 'excel', 'x'), fc.string()), {
          maxLength: 3,
        }),
        async ({ name }, format, query) => {
          const answer = await ask(`${name}.${format}?${new URLSearchParams(query)}`);
          await answer.text();
          return answer.status === 200 || answer.status === 400;
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('asked wrongly', () => {
  const { app, database } = useRecord('real');
  const ask = (path: string, method = 'GET') =>
    answerApi(app(), new Request(`https://pop.example/api/v1${path}`, { method }), 'request-1');

  test.each([
    ['/statuses.csv?municipality=FIER', 400],
    ['/statuses.csv?municipalty=fier', 400],
    [`/statuses.csv?municipality=${'a'.repeat(201)}`, 400],
    ['/statuses.csv?municipality=fier&municipality=durres', 400],
    ['/statuses.csv?municipality=', 200],
    ['/events.csv?kind=party', 400],
    ['/events.csv?year=19', 400],
    ['/articles.csv?round=2019-2020', 400],
    ['/nothing.csv', 404],
    ['/statuses.xml', 404],
    ['/statuses', 404],
  ])('%s is answered with %i', async (path, status) => {
    const answer = await ask(path);
    expect(answer.status).toBe(status);
    if (status !== 200) {
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
      expect(await answer.json()).toMatchObject({ status, requestId: 'request-1' });
    }
  });

  test('nothing can be written', async () => {
    const answer = await ask('/statuses.csv', 'DELETE');
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  test('a file is named by what it holds', async () => {
    const { headers } = await ask('/statuses.csv?contract=fier-2019&round=2019-2020');
    expect(headers.get('content-disposition')).toContain('"pop-statuses-fier-2019-2019-2020.csv"');
  });

  test('for Excel the file begins with a byte order mark, else without', async () => {
    const first = async (path: string) => new Uint8Array(await (await ask(path)).arrayBuffer()).slice(0, 3);
    expect([...(await first('/fields.csv?excel=1'))]).toEqual([0xef, 0xbb, 0xbf]);
    expect([...(await first('/fields.csv'))]).not.toEqual([0xef, 0xbb, 0xbf]);
  });

  test('a cell that a spreadsheet would run is made plain in CSV and left as it is in JSON', async () => {
    const formula = '=HYPERLINK("https://bad.example")';
    await database().pool.query(
      `UPDATE priority SET statement = jsonb_build_object('sq', $1::text) WHERE key = 'fier-2019-1'`,
      [formula],
    );
    expect(await (await ask('/priorities.csv?priority=fier-2019-1')).text()).toContain(
      `"'=HYPERLINK(""https://bad.example"")"`,
    );
    expect(await (await ask('/priorities.json?priority=fier-2019-1')).json()).toMatchObject([
      { statement: { sq: formula } },
    ]);
  });
});

function inForceOf(row: Record<string, string>) {
  const status = publishedStatuses.find((candidate) => candidate === row['status']);
  if (!status) throw new Error(`not a status: ${row['status']}`);
  return { status, contested: row['contested'] === 'true' };
}

function figureRow(row: Record<string, string>) {
  return figureColumns.map(({ name }) => row[name]);
}

function shown(figures: Figures) {
  return figureCells(figures).map((cell) => cell ?? '');
}

const texts = z.record(z.string(), z.string()).nullable();
const plain = z.union([z.string(), z.number(), z.boolean()]);

/** The cells of a CSV row, made again of its JSON; text that was guarded is guarded. */
function cellsOf(dataset: Dataset, row: Record<string, unknown>): string[] {
  return dataset.columns.map(({ name, type, translation }) => {
    if (translation) return texts.parse(row[translation.of])?.[translation.language] ?? '';
    const value = row[name];
    if (value === null || value === undefined) return '';
    if (Array.isArray(value)) return type === 'json' ? JSON.stringify(value) : value.join(';');
    return String(plain.parse(value));
  });
}
