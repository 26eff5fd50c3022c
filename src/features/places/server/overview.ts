import { asOfNow, type AsOf } from '#features/monitoring/server/as-of.ts';
import { municipalityFigures, networkFigures, listRounds } from '#features/monitoring/server/rounds.ts';
import type { Figures } from '#features/monitoring/figures.ts';
import { listMemberships } from '#features/network/server/posts.ts';
import { fold } from '#features/search/fold.ts';
import { formatsFor } from '#i18n/format.ts';
import type { Language } from '#i18n/languages.ts';
import type { App } from '#server/app.ts';
import type { MunicipalityFilter } from '../schema.ts';
import { listCounties, listMunicipalities } from './service.ts';
import { showMap } from './map.ts';

/** A whole country of most sizes: as many rows as the script that narrows the list as one types is quick with. */
const pageSize = 150;

/**
 * The municipalities by name, with population, member organisation and figures in the latest round that has any; and the
 * map, which the filter leaves whole.
 */
export async function listOverviews(
  app: App,
  filter: MunicipalityFilter,
  language: Language,
  { shownAs }: Pick<AsOf, 'shownAs'> = asOfNow,
) {
  const [municipalities, counties, rounds, memberships] = await Promise.all([
    listMunicipalities(app),
    listCounties(app),
    listRounds(app),
    listMemberships(app),
  ]);
  const round = (await networkFigures(app, rounds, undefined, shownAs)).at(-1)?.round;
  const wanted = fold(filter.q ?? '').trim();
  const { compare } = formatsFor(language);
  const found = municipalities
    .filter(
      ({ name, aliases, county }) =>
        (filter.county === undefined || county.key === filter.county) &&
        (wanted === '' || [name, ...aliases].some((own) => fold(own).includes(wanted))),
    )
    .toSorted((a, b) => compare(a.name, b.name));
  // From the beginning, where the one to go on from is not there.
  const start = found.findIndex(({ key }) => key === filter.after) + 1;
  const page = found.slice(start, start + pageSize);
  const [map, figures] = await Promise.all([
    showMap(app, round?.id, shownAs),
    figuresIn(
      app,
      round?.id,
      page.map(({ id }) => id),
      shownAs,
    ),
  ]);
  const members = new Map(
    memberships.filter(({ until }) => until === null).map((member) => [member.municipalityId, member]),
  );
  return {
    listed: page.map((municipality) => {
      const member = members.get(municipality.id);
      return {
        ...municipality,
        figures: figures.get(municipality.id)?.get(round?.id ?? '') ?? null,
        member: member ? { key: member.organisationKey, name: member.name } : null,
      };
    }),
    found: found.length,
    first: start + 1,
    next: start + pageSize < found.length ? (page.at(-1)?.key ?? null) : null,
    counties,
    round: round ?? null,
    map,
  };
}

async function figuresIn(
  app: App,
  roundId: string | undefined,
  municipalityIds: readonly string[],
  shownAs: string | undefined,
): Promise<Map<string, Map<string, Figures>>> {
  return roundId === undefined
    ? new Map()
    : municipalityFigures(app, { roundIds: [roundId], municipalityIds }, shownAs);
}

export type MunicipalityOverviews = Awaited<ReturnType<typeof listOverviews>>;
export type MunicipalityOverview = MunicipalityOverviews['listed'][number];
