import { expect, test } from 'vitest';
import { useRecord } from '#features/opendata/server/record.fixture.ts';
import { listExperiences, showExperience } from './public.ts';

const { app } = useRecord('demo');

test('the list goes on after the row it is told, and from its beginning after one that is not there', async () => {
  const { rows } = await listExperiences(app(), {});
  const [first, ...others] = rows.map(({ key }) => key);
  expect(others.length).toBeGreaterThan(0);
  const next = await listExperiences(app(), { after: first });
  expect(next.rows.map(({ key }) => key)).toEqual(others);
  expect((await listExperiences(app(), { after: 'nowhere' })).rows).toEqual(rows);
});

test('experiences are found by place, by field, and by whether others have tried them', async () => {
  const all = (await listExperiences(app(), {})).rows;
  for (const { key } of (await listExperiences(app(), {})).municipalities) {
    const { rows } = await listExperiences(app(), { municipality: key });
    expect(rows).toEqual(all.filter((row) => row.municipalityKey === key));
  }
  const tried = (await listExperiences(app(), { tried: 'others' })).rows;
  expect(tried.map(({ key }) => key).toSorted()).toEqual(['ditari-i-ujit', 'tabela-e-kerkesave']);
  const { rows } = await listExperiences(app(), { tried: 'wanted', field: 'infrastructure' });
  expect(rows.map(({ key, tried: count, wanted }) => [key, count, wanted])).toEqual([
    ['ditari-i-ujit', 3, 1],
  ]);
});

test('a page shows over how many steps places learned, and what they said before', async () => {
  const { lineage } = await showExperience(app(), 'ditari-i-ujit');
  expect(lineage.map(({ place, depth }) => [place.key, depth])).toEqual([
    ['ujekthjelle', 0],
    ['gurevale', 1],
    ['boremal', 2],
    ['urezall', 3],
    ['kripale', 1],
  ]);
  expect(lineage[1]?.said?.earlier.map(({ state }) => state)).toEqual(['wants']);
});

test('an experience that is not there is not found', async () => {
  await expect(showExperience(app(), 'nowhere')).rejects.toMatchObject({ code: 'not-found' });
});
