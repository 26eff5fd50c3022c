import { listBands } from '#features/context/server/service.ts';
import { listFields } from '#features/contracts/server/service.ts';
import { getMunicipality } from '#features/places/server/service.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { perVersion } from '#server/cache/per-version.ts';
import { besideOthers, type BesideOthers, type Compared } from '../compare.ts';
import { deriveStatus, parseMapping } from '../derivation.ts';
import { dueStateOf, midTermOf, type Reached } from '../due.ts';
import type { Figures } from '../figures.ts';
import { asOfNow, type AsOf } from './as-of.ts';
import * as store from './compare-store.ts';
import { comparisonOfRow, figuresOf, figuresOfMunicipality, listRounds } from './rounds.ts';
import { countsOn, talliesOf } from './tallies.ts';

/** A set of priorities of one municipality, beside the same of the others. */
export interface ComparedSet extends BesideOthers {
  key: string;
  figures: Figures;
}

type Shown = string | undefined;

const comparedInRound = perVersion(async (app, roundId: string, fieldId: Shown, shownAs: Shown) => {
  const rows = await talliesOf(app, shownAs).ofMunicipalities({
    roundIds: [roundId],
    ...(fieldId === undefined ? {} : { fieldId }),
  });
  return rows.flatMap((row) =>
    row.municipalityId === null
      ? []
      : [{ municipalityId: row.municipalityId, row, figures: comparisonOfRow(row) }],
  );
});

const competencesInRound = perVersion(async (app, roundId: string, shownAs: Shown) => {
  const counts = await countsOn(app, shownAs, { of: 'municipalities', roundIds: [roundId] });
  const rows = await store.readCompetenceTallies(app.db, counts, roundId, shownAs);
  return rows.map((row) => ({
    municipalityId: row.municipalityId,
    row,
    figures: comparisonOfRow(row),
  }));
});

type Row = Parameters<typeof figuresOf>[0];

function setOf(
  key: string,
  all: readonly (Compared & { row: Row })[],
  municipalityId: string,
): ComparedSet[] {
  const own = all.find((one) => one.municipalityId === municipalityId);
  return own ? [{ key, figures: figuresOf(own.row), ...besideOthers(all, municipalityId) }] : [];
}

/**
 * A municipality beside its own past and beside the spread of the others: by year of the mandate, and for one round by field
 * and competence; and its components that are late, or about to be.
 * @param asOf of what was public on a day that is over; left out: now
 * @throws not-found
 */
export async function showComparison(app: App, key: string, asked: string | undefined, asOf: AsOf = asOfNow) {
  const { shownAs } = asOf;
  const municipality = await getMunicipality(app, key);
  const { id } = municipality;
  const [rounds, own] = await Promise.all([listRounds(app), figuresOfMunicipality(app, id, shownAs)]);
  const withFigures = rounds.filter((round) => (own.get(round.id)?.read ?? 0) > 0);
  const chosen = withFigures.find((round) => round.key === asked) ?? withFigures.at(-1);
  const years = await Promise.all(
    withFigures.map(async (round) => ({
      round,
      sets: setOf(round.key, await comparedInRound(app, round.id, undefined, shownAs), id),
    })),
  );
  return {
    municipality: { key: municipality.key, name: municipality.name },
    years: years.flatMap(({ round, sets }) => sets.map((set) => ({ ...set, round }))),
    context: await listBands(app, { municipalityId: id, day: asOf.day }),
    chosen: chosen ?? null,
    byField: chosen ? await fieldsOf(app, id, chosen.id, shownAs) : [],
    byCompetence: chosen ? await competencesOf(app, id, chosen.id, shownAs) : [],
    due: chosen ? await dueOf(app, id, chosen.mandateId, asOf) : null,
  };
}

export type ComparisonPage = Awaited<ReturnType<typeof showComparison>>;

async function fieldsOf(app: App, municipalityId: string, roundId: string, shownAs: Shown) {
  const fields = await listFields(app);
  const sets = await Promise.all(
    fields.map(async (field) => ({
      field,
      sets: setOf(field.key, await comparedInRound(app, roundId, field.id, shownAs), municipalityId),
    })),
  );
  return sets.flatMap(({ field, sets: own }) => own.map((set) => ({ ...set, name: field.name })));
}

const competences = ['own', 'shared', 'national'] as const;

async function competencesOf(app: App, municipalityId: string, roundId: string, shownAs: Shown) {
  const all = await competencesInRound(app, roundId, shownAs);
  return competences.flatMap((competence) => {
    const same = all.filter(({ row }) => row.competence === competence);
    return setOf(competence, same, municipalityId).map((set) => ({ ...set, competence }));
  });
}

function reachedBy({ code, mapping }: store.CodedComponent): Reached | null {
  if (code === null) return null;
  const derived = deriveStatus(parseMapping(mapping), [code]);
  if (derived.kind !== 'derived') return null;
  switch (derived.status) {
    case 'fully':
      return 'complete';
    case 'partly':
      return 'partial';
    case 'not':
      return 'less';
    case 'no-data':
      return 'unknown';
    case 'not-assessable':
      return 'not-assessable';
  }
}

/** The components of a contract that are overdue or at risk on a day, by what was published by then. */
async function dueOf(app: App, municipalityId: string, mandateId: string, { day, shownAs }: AsOf) {
  const [components, mandate] = await Promise.all([
    store.readCodedComponents(app.db, municipalityId, mandateId, shownAs),
    store.readMandate(app.db, mandateId),
  ]);
  const today = day ?? dayOf(app.clock());
  const told = components.flatMap(({ mapping, ...component }) => {
    const reached = reachedBy({ mapping, ...component });
    const state = dueStateOf({ due: component.due, reached }, mandate, today);
    return state ? [{ ...component, state, dueOn: component.due ?? mandate.ends }] : [];
  });
  return {
    today,
    isMidTerm: today >= midTermOf(mandate),
    components: components.length,
    coded: components.filter(({ code }) => code !== null).length,
    overdue: told.filter(({ state }) => state === 'overdue'),
    atRisk: told.filter(({ state }) => state === 'at-risk'),
  };
}
