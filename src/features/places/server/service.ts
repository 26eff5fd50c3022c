import type { App } from '#server/app.ts';
import { perVersion } from '#server/cache/per-version.ts';
import { notFound } from '#server/errors.ts';
import {
  latestPopulation,
  type AdministrativeUnit,
  type Municipality,
  type Population,
} from '../municipality.ts';
import { readCounties, readMunicipalities, readMunicipality, readPopulations, readUnits } from './store.ts';

type MunicipalityRow = Awaited<ReturnType<typeof readMunicipalities>>[number];

function present({ countyKey, countyName, ...row }: MunicipalityRow): Municipality {
  return { ...row, county: { key: countyKey, name: countyName } };
}

/** All municipalities, with their latest known population. */
export const listMunicipalities = perVersion(
  async (app): Promise<(Municipality & { population: Population | null })[]> => {
    const [rows, counts] = await Promise.all([readMunicipalities(app.db), readPopulations(app.db)]);
    const byMunicipality = Map.groupBy(counts, (count) => count.municipalityId);
    return rows.map((row) => ({
      ...present(row),
      population: latestPopulation(byMunicipality.get(row.id) ?? []),
    }));
  },
);

export const listCounties = perVersion((app) => readCounties(app.db));

/** One municipality with its census counts, codes and administrative units. @throws not-found */
export async function getMunicipality(app: App, key: string) {
  const row = await readMunicipality(app.db, key);
  if (!row) throw notFound(`municipality ${key}`);
  const [populations, units] = await Promise.all([readPopulations(app.db, row.id), listUnits(app, row.id)]);
  const { code, lauCode, areaKm2, voters, votersYear, ...base } = row;
  return {
    ...present(base),
    code,
    lauCode,
    areaKm2,
    voters,
    votersYear,
    populations: populations.map(({ year, people }) => ({ year, people })),
    units,
  };
}

export async function listUnits(app: App, municipalityId: string): Promise<AdministrativeUnit[]> {
  const rows = await readUnits(app.db, municipalityId);
  return rows.map(({ year, people, ...unit }) => ({
    ...unit,
    population: year !== null && people !== null ? { year, people } : null,
  }));
}
