import { describe, expect, test } from 'vitest';
import { listRounds, networkFigures } from '#features/monitoring/server/rounds.ts';
import { useRecord } from '#features/opendata/server/record.fixture.ts';
import { addMunicipalities } from '#testing/factories.ts';
import { mostTiles } from '#ui/charts/tiles.ts';
import { showMap } from './map.ts';
import { listOverviews } from './overview.ts';

describe('a country of few municipalities', () => {
  const { app } = useRecord('real');

  test('is mapped by municipality, with the figures of the round asked for', async () => {
    const network = await networkFigures(app(), await listRounds(app()));
    const { of, areas } = await showMap(app(), network[0]?.round.id);
    expect([of, areas.length]).toEqual(['municipality', 61]);
    expect(areas.find(({ key }) => key === 'fier')?.figures?.counts).toMatchObject({ partly: 3, not: 2 });
    expect(areas.filter(({ inNetwork }) => inNetwork)).toHaveLength(12);
  });

  test('is mapped without figures where no round has any', async () => {
    const { areas } = await showMap(app(), undefined);
    expect(areas.filter(({ figures }) => figures !== null)).toEqual([]);
  });

  test('is listed on one page', async () => {
    const { listed, found, next } = await listOverviews(app(), {}, 'sq');
    expect([listed.length, found, next]).toEqual([61, 61, null]);
  });
});

describe('a country of more municipalities than a phone can show', () => {
  const { app, database } = useRecord('demo');

  test('is mapped by county, each with the counts of its municipalities together', async () => {
    const network = await networkFigures(app(), await listRounds(app()));
    const latest = network.at(-1);
    const byMunicipality = await showMap(app(), latest?.round.id);
    expect(byMunicipality.of).toBe('municipality');
    await addMunicipalities(
      database().db,
      Array.from({ length: mostTiles }, (_, index) => ({ name: `Zz ${index}` })),
    );
    const { of, areas } = await showMap(app(), latest?.round.id);
    expect(of).toBe('county');
    const sum = (all: typeof areas) =>
      all.reduce((total, { figures }) => total + (figures?.counts.partly ?? 0), 0);
    expect(sum(areas)).toBe(latest?.figures.counts.partly);
    expect(sum(areas)).toBe(sum(byMunicipality.areas));
  });

  test('is listed a page at a time, each municipality once', async () => {
    const seen: string[] = [];
    for (let after: string | undefined; ;) {
      const { listed, found, first, next } = await listOverviews(app(), { after }, 'en');
      expect(first).toBe(seen.length + 1);
      seen.push(...listed.map(({ key }) => key));
      if (next === null) {
        expect(seen).toHaveLength(found);
        break;
      }
      after = next;
    }
    expect(new Set(seen).size).toBe(seen.length);
  });
});
