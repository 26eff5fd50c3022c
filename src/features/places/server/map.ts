import { listCountyFigures, municipalityFigures } from '#features/monitoring/server/rounds.ts';
import { perVersion } from '#server/cache/per-version.ts';
import { mostTiles } from '#ui/charts/tiles.ts';
import type { PlaceMap } from '../place-map.ts';
import { readMapCounties, readMapMunicipalities } from './map-store.ts';

/**
 * The map of one round: of the municipalities or, beyond the number that a tile map can show, of the counties.
 * @param roundId undefined where no round has figures yet
 * @param shownAs a day with a publication, as of which it is drawn; left out: now
 */
export const showMap = perVersion(
  async (app, roundId: string | undefined, shownAs?: string): Promise<PlaceMap> => {
    const municipalities = await readMapMunicipalities(app.db, mostTiles + 1);
    if (municipalities.length > mostTiles) {
      const [counties, figures] = await Promise.all([
        readMapCounties(app.db),
        roundId === undefined ? [] : listCountyFigures(app, roundId, shownAs),
      ]);
      const byCounty = new Map(figures.map((own) => [own.key, own.figures]));
      const areas = counties.map((county) => ({ ...county, figures: byCounty.get(county.key) ?? null }));
      return { of: 'county', areas };
    }
    const figures =
      roundId === undefined ? undefined : await municipalityFigures(app, { roundIds: [roundId] }, shownAs);
    const areas = municipalities.map(({ id, ...municipality }) => ({
      ...municipality,
      figures: figures?.get(id)?.get(roundId ?? '') ?? null,
    }));
    return { of: 'municipality', areas };
  },
);
