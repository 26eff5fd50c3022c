import { expect, test } from 'vitest';
import { useRecord } from '#features/opendata/server/record.fixture.ts';
import { listExperiences, listPublications, showSources } from './service.ts';

const { app } = useRecord('demo');

test.each([
  { name: 'experiences', list: listExperiences },
  { name: 'publications', list: listPublications },
])(
  'the list of $name goes on after the row it is told, and from its beginning after one that is not there',
  async ({ list }) => {
    const { rows } = await list(app(), {});
    const [first, ...others] = rows.map(({ key }) => key);
    expect(others.length).toBeGreaterThan(0);
    const next = await list(app(), { after: first });
    expect(next.rows.slice(0, others.length).map(({ key }) => key)).toEqual(others);
    expect((await list(app(), { after: 'nowhere' })).rows).toEqual(rows);
  },
);

test('every source says how many rows rest on it', async () => {
  const { sources } = await showSources(app());
  expect(sources.length).toBeGreaterThan(0);
  expect(sources.every(({ citations }) => Number(citations) > 0)).toBe(true);
});
