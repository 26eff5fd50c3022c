import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { asOfAsked } from '#features/monitoring/server/as-of.ts';
import { showMonitoring } from '#features/monitoring/server/monitoring-page.ts';
import { listDatasets } from '#features/opendata/server/datasets.ts';
import { useRecord } from '#features/opendata/server/record.fixture.ts';
import { answerApi } from './api.ts';

const rowsOfCsv = z.array(z.record(z.string(), z.string()));

describe('open data as of a day', () => {
  const { app, database } = useRecord('demo');
  const ask = (path: string) =>
    answerApi(app(), new Request(`https://pop.example/api/v1/${path}`), 'request-1');
  const csv = async (path: string) =>
    rowsOfCsv.parse(parse(await (await ask(path)).text(), { columns: true, bom: true }));

  /** The eve of the first publication, and each day on which a status became public. */
  async function days(): Promise<string[]> {
    const { rows } = await database().pool.query<{ day: string }>(
      `SELECT DISTINCT coalesce(status.published_on, round.published_on, round.ends)::text AS day
       FROM status JOIN round ON round.id = status.round_id ORDER BY 1`,
    );
    const known = rows.map(({ day }) => day).filter((day) => /^\d{4}-\d\d-\d\d$/.test(day));
    return ['2001-01-01', ...known.slice(0, 3), ...known.slice(-3)].filter((day) => day < '2026-01-01');
  }

  test('has the figures of the page of that day, and the statuses that they were counted from', async () => {
    const asked = await days();
    expect(asked.length).toBeGreaterThan(3);
    for (const day of asked) {
      const page = await showMonitoring(app(), {}, await asOfAsked(app(), day));
      const figures = await csv(`municipality-figures.csv?as-of=${day}`);
      const inForce = await csv(`statuses.csv?as-of=${day}&in_force=true`);
      for (const [index, { round, figures: whole }] of page.network.entries()) {
        for (const { key, figures: own } of page.grid) {
          const row = figures.find((one) => one['round'] === round.key && one['municipality'] === key);
          expect(row?.['fully']).toBe(own[index] ? String(own[index].counts.fully) : undefined);
          expect(row?.['denominator']).toBe(own[index] ? String(own[index].denominator) : undefined);
        }
        const counted = inForce.filter((one) => one['round'] === round.key);
        expect(counted.filter(({ status }) => status === 'partly')).toHaveLength(whole.counts.partly);
        expect(counted.filter(({ status }) => status === 'fully')).toHaveLength(whole.counts.fully);
      }
      expect(new Set(figures.map((one) => one['round']))).toEqual(
        new Set(inForce.map((one) => one['round'])),
      );
    }
  });

  test('before the first publication has no row of any status or figure', async () => {
    for (const name of ['statuses', 'component-codes', 'disputes', 'figures', 'spread', 'county-figures']) {
      expect(await csv(`${name}.csv?as-of=2001-01-01`), name).toEqual([]);
    }
  });

  test('of today is what it is without a day, in every list that can be asked as of one', async () => {
    const today = app().clock().toISOString().slice(0, 10);
    let compared = 0;
    for (const { name, filters } of await listDatasets(app())) {
      if (!filters.includes('as-of')) continue;
      compared += 1;
      const now = await (await ask(`${name}.csv`)).text();
      expect(await (await ask(`${name}.csv?as-of=${today}`)).text(), name).toBe(now);
    }
    expect(compared).toBeGreaterThan(10);
  });

  test('says in the name of its file which day it is of', async () => {
    const answer = await ask('figures.csv?round=2019-2020&as-of=2021-01-01');
    expect(answer.headers.get('content-disposition')).toContain('pop-figures-2019-2020-as-of-2021-01-01.csv');
  });

  test.each([
    ['2099-01-01', 'still to come'],
    ['2021-02-30', 'not a day'],
    ['yesterday', 'not a day'],
    ['%27', 'not a day'],
  ])('is refused for %s with what is wrong', async (day, words) => {
    for (const name of ['statuses.csv', 'figures.json', 'signings.csv']) {
      const answer = await ask(`${name}?as-of=${day}`);
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({
        faults: [{ parameter: 'as-of', expected: expect.stringContaining(words) }],
      });
    }
  });

  test('is described: each list that takes a day says so', async () => {
    const described = await (await ask('openapi.json')).text();
    expect(described).toContain('"name":"as-of"');
    expect(described).toContain('A day that is over (YYYY-MM-DD)');
    expect((await ask('municipalities.csv?as-of=2021-01-01')).status).toBe(400);
  });
});
