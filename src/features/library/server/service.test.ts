import { expect, test } from 'vitest';
import { useRecord } from '#features/opendata/server/record.fixture.ts';
import { listPublications, showSources } from './service.ts';

const { app } = useRecord('demo');

test('the list of publications goes on after the row it is told, and from its beginning after one that is not there', async () => {
  const { rows } = await listPublications(app(), {});
  const [first, ...others] = rows.map(({ key }) => key);
  expect(others.length).toBeGreaterThan(0);
  const next = await listPublications(app(), { after: first });
  expect(next.rows.slice(0, others.length).map(({ key }) => key)).toEqual(others);
  expect((await listPublications(app(), { after: 'nowhere' })).rows).toEqual(rows);
});

test('every source says how many rows rest on it', async () => {
  const { sources } = await showSources(app());
  expect(sources.length).toBeGreaterThan(0);
  expect(sources.every(({ citations }) => Number(citations) > 0)).toBe(true);
});
