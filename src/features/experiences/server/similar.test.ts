import { expect, test } from 'vitest';
import { useRecord } from '#features/opendata/server/record.fixture.ts';
import { showSimilar } from './similar.ts';

const { app } = useRecord('demo');

test('a priority on water has similar ones elsewhere, each with what became of it and the experience that belongs to it', async () => {
  const page = await showSimilar(app(), 'aregjate-2021-1');
  expect(page.similar.length).toBeGreaterThan(0);
  for (const one of page.similar) {
    expect(one.municipalityKey).not.toBe('aregjate');
    expect(`${one.statement.sq} ${one.statement.en}`).toMatch(/ujë|ujë|uji|ujësjell|water/i);
  }
  expect(page.similar.some(({ status }) => status !== 'not-assessed')).toBe(true);
});

test('the experiences of the priority itself are told first', async () => {
  const { own } = await showSimilar(app(), 'kripale-2023-4');
  expect(own.map(({ key }) => key)).toEqual(['kalendari-i-kanaleve']);
});

test('a priority that is not there is not found', async () => {
  await expect(showSimilar(app(), 'nowhere')).rejects.toMatchObject({ code: 'not-found' });
});
