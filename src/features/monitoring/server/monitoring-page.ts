import { listBands } from '#features/context/server/service.ts';
import { publishedAgreement } from '#features/coding/server/agreements.ts';
import { listFields } from '#features/contracts/server/service.ts';
import { listRoundsUnderWay } from '#features/rounds/server/under-way.ts';
import type { App } from '#server/app.ts';
import { perVersion } from '#server/cache/per-version.ts';
import type { MonitoringFilter } from '../schema.ts';
import { asOfNow, type AsOf } from './as-of.ts';
import { publishedRound } from './published-round.ts';
import { figuresOf, listRounds, municipalityFigures, networkFigures } from './rounds.ts';
import { spreadOfRound } from './round-spread.ts';
import { talliesOf } from './tallies.ts';

const pageSize = 60;

/**
 * The monitoring of one mandate: the network's figures per round, the municipalities x rounds grid a page at a time, and
 * for one round the spread between municipalities and the fields. As of a day that is over: of what was public by then.
 */
export async function showMonitoring(app: App, filter: MonitoringFilter, asOf: AsOf = asOfNow) {
  const [rounds, fields] = await Promise.all([listRounds(app), listFields(app)]);
  const field = fields.find((candidate) => candidate.key === filter.field);
  const { shownAs } = asOf;
  const day = asOf.day ?? undefined;
  const all = await networkFigures(app, rounds, field?.id, shownAs);
  const asked = rounds.find((round) => round.key === filter.round);
  const mandate = filter.mandate ?? asked?.mandate ?? all.at(-1)?.round.mandate;
  const network = all.filter(({ round }) => round.mandate === mandate);
  const current = network.find(({ round }) => round.key === filter.round) ?? network.at(-1);
  const roundIds = network.map(({ round }) => round.id);

  const municipalities = await talliesOf(app, shownAs).municipalities(
    roundIds,
    filter.after ?? '',
    pageSize + 1,
  );
  const shown = municipalities.slice(0, pageSize);
  const of = {
    roundIds,
    municipalityIds: shown.map(({ id }) => id),
    ...(field ? { fieldId: field.id } : {}),
  };
  const byMunicipality = await municipalityFigures(app, of, shownAs);
  return {
    mandates: [...new Set(all.map(({ round }) => round.mandate))].toReversed(),
    mandate: mandate ?? null,
    // Of now alone: what was under way then is not kept.
    underWay: day === undefined ? await listRoundsUnderWay(app) : [],
    fields,
    field: field ?? null,
    network,
    context: await listBands(app, { municipalityId: null, day: asOf.day }),
    current: current ?? null,
    // What the network published is of all fields together.
    published:
      current && !field ? await publishedRound(app, current.round, current.figures.counts, day) : null,
    grid: shown.map(({ id, key, name }) => ({
      key,
      name,
      figures: network.map(({ round }) => byMunicipality.get(id)?.get(round.id) ?? null),
    })),
    next: municipalities.length > pageSize ? (shown.at(-1)?.key ?? null) : null,
    // Of the whole round: coders don't share the fields out.
    agreement: current && !field ? ((await publishedAgreement(app, current.round.id, day)) ?? null) : null,
    spread: current ? await spreadOfRound(app, current.round.id, field?.id, shownAs) : null,
    byField: current ? await fieldFigures(app, current.round.id, shownAs) : [],
  };
}

const fieldFigures = perVersion(async (app, roundId: string, shownAs: string | undefined) => {
  const rows = await talliesOf(app, shownAs).fields(roundId);
  return rows.map((row) => ({ key: row.field, name: row.fieldName, figures: figuresOf(row) }));
});

export type MonitoringPage = Awaited<ReturnType<typeof showMonitoring>>;
