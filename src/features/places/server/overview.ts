import { municipalityFigures, networkFigures, listRounds } from '#features/monitoring/server/rounds.ts';
import type { Figures } from '#features/monitoring/figures.ts';
import { listMemberships } from '#features/network/server/posts.ts';
import { fold } from '#features/search/fold.ts';
import type { App } from '#server/app.ts';
import { listCounties, listMunicipalities } from './service.ts';

export interface MunicipalityFilter {
  /** Part of the name, with or without diacritics. */
  q?: string | undefined;
  county?: string | undefined;
}

/**
 * Every municipality with its population, member organisation and figures in the latest round that has any: what the map
 * and the list show. The filter narrows the list; the map keeps all.
 */
export async function listOverviews(app: App, filter: MunicipalityFilter = {}) {
  const [municipalities, counties, rounds, memberships] = await Promise.all([
    listMunicipalities(app),
    listCounties(app),
    listRounds(app),
    listMemberships(app),
  ]);
  const network = await networkFigures(app, rounds);
  const round = network.at(-1)?.round;
  const figures: Map<string, Map<string, Figures>> = round
    ? await municipalityFigures(app, { roundIds: [round.id] })
    : new Map();
  const members = new Map(
    memberships
      .filter((m) => m.municipalityId !== null && m.until === null)
      .map((m) => [m.municipalityId ?? '', m]),
  );
  const all = municipalities.map((municipality) => {
    const member = members.get(municipality.id);
    return {
      ...municipality,
      figures: (round && figures.get(municipality.id)?.get(round.id)) ?? null,
      member: member ? { key: member.organisationKey, name: member.name } : null,
    };
  });
  const wanted = fold(filter.q ?? '').trim();
  const listed = all.filter(
    (municipality) =>
      (filter.county === undefined || municipality.county.key === filter.county) &&
      (wanted === '' ||
        [municipality.name, ...municipality.aliases].some((name) => fold(name).includes(wanted))),
  );
  return { all, listed, counties, round: round ?? null, network };
}

export type MunicipalityOverview = Awaited<ReturnType<typeof listOverviews>>['all'][number];
