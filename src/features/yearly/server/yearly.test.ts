import { expect, test } from 'vitest';
import { useRecord } from '#features/opendata/server/record.fixture.ts';
import { figureDatasets } from '#features/opendata/server/figure-datasets.ts';
import type { Measure } from '../measure.ts';
import { showYears } from './yearly.ts';

const { app } = useRecord('real');

async function cellOf(year: number, measure: Measure) {
  const { years } = await showYears(app());
  return years.find((one) => one.year === year)?.cells.find((cell) => cell.measure === measure);
}

test('2019 shows the sessions in the record beside the 53 focus groups that were published, each by itself', async () => {
  const cell = await cellOf(2019, 'sessions');
  expect(cell?.published.map(({ value }) => value)).toEqual([53]);
  const { count } = await app()
    .db.selectFrom('event')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('kind', '=', 'listening')
    .where('starts', 'like', '2019%')
    .executeTakeFirstOrThrow();
  expect(cell?.computed).toMatchObject({ count, rows: 'events.csv?kind=listening&year=2019' });
});

test('people reached are known as published alone, and not known in a year without a figure', async () => {
  expect(await cellOf(2019, 'people-reached')).toMatchObject({
    computed: null,
    published: [{ value: 190_000 }],
  });
  expect(await cellOf(2021, 'people-reached')).toMatchObject({ computed: null, published: [] });
});

test('a municipality counts from the year in which its member joined', async () => {
  expect((await cellOf(2020, 'municipalities'))?.computed?.count).toBe(9);
  expect((await cellOf(2021, 'municipalities'))?.computed?.count).toBe(12);
});

test('no line of the open data holds a computed and a published figure, and one says what is not known', async () => {
  const dataset = figureDatasets(app()).find(({ name }) => name === 'yearly-figures');
  const lines: (readonly (string | null)[])[] = [];
  for await (const rows of dataset?.read({ year: '2019' }) ?? []) lines.push(...rows);
  const known = (measure: string) => lines.filter((line) => line[1] === measure).map((line) => line[2]);
  expect(known('sessions')).toEqual(['computed', 'published']);
  expect(known('people-reached')).toEqual(['published']);
  expect(known('priorities')).toEqual(['not-known']);
  for (const line of lines) expect(line[10] !== null && line[11] !== null).toBe(false);
});
