import { listFields } from '#features/contracts/server/service.ts';
import { asOfParameter } from '#features/monitoring/as-of.ts';
import type { Round } from '#features/monitoring/round.ts';
import { asOfAsked } from '#features/monitoring/server/as-of.ts';
import {
  listCountyFigures,
  listRounds,
  municipalityFigures,
  networkFigures,
} from '#features/monitoring/server/rounds.ts';
import { spreadBetween, stepsOfShares } from '#features/monitoring/spread.ts';
import { listMunicipalities } from '#features/places/server/service.ts';
import { defaultLanguage, languages } from '#i18n/languages.ts';
import { formatsFor } from '#i18n/format.ts';
import type { App } from '#server/app.ts';
import type { DataColumn, DataFilter, DataRow, Dataset } from '../dataset.ts';
import { figureCells, figureColumns } from '../figure-cells.ts';
import { evidenceFilesDataset } from './evidence-files-dataset.ts';
import { signingsDataset } from './signings-dataset.ts';
import { viewsDataset } from './views-dataset.ts';
import { yearlyDataset } from './yearly-dataset.ts';

function text(name: string, nullable = false): DataColumn {
  return { name, type: 'string', nullable };
}

function translations(of: string): DataColumn[] {
  return languages.map((language) => ({
    name: `${of}_${language}`,
    type: 'string',
    nullable: true,
    translation: { of, language },
  }));
}

async function roundsIn(app: App, { round, mandate }: DataFilter): Promise<Round[]> {
  const rounds = await listRounds(app);
  return rounds.filter(({ key, mandate: own }) => (round ?? key) === key && (mandate ?? own) === own);
}

/** The field asked for; undefined where there is no such field, 'all' where none was asked for. */
async function fieldIn(app: App, { field }: DataFilter) {
  if (field === undefined) return 'all';
  return (await listFields(app)).find(({ key }) => key === field);
}

/** As of which day: `shownAs` of the figures. */
async function shownAsOf(app: App, filter: DataFilter): Promise<string | undefined> {
  return (await asOfAsked(app, filter[asOfParameter])).shownAs;
}

/** The places asked for with their figures in one round; those without any are left out. */
async function placesIn(app: App, filter: DataFilter, round: Round, fieldId: string | undefined) {
  const wanted = { roundIds: [round.id], ...(fieldId === undefined ? {} : { fieldId }) };
  const [municipalities, figures] = await Promise.all([
    listMunicipalities(app),
    municipalityFigures(app, wanted, await shownAsOf(app, filter)),
  ]);
  return municipalities
    .filter(
      ({ key, county }) =>
        (filter.municipality ?? key) === key && (filter.county ?? county.key) === county.key,
    )
    .flatMap(({ id, key, name }) => {
      const own = figures.get(id)?.get(round.id);
      return own ? [{ key, name, figures: own }] : [];
    });
}

async function* readNetwork(app: App, filter: DataFilter): AsyncGenerator<readonly DataRow[]> {
  const field = await fieldIn(app, filter);
  if (!field) return;
  const all = await networkFigures(
    app,
    await roundsIn(app, filter),
    field === 'all' ? undefined : field.id,
    await shownAsOf(app, filter),
  );
  yield all.map(({ round, figures, municipalities }) => [
    round.key,
    round.mandate,
    filter.field ?? null,
    String(municipalities),
    ...figureCells(figures),
  ]);
}

async function* readMunicipalities(app: App, filter: DataFilter): AsyncGenerator<readonly DataRow[]> {
  const field = await fieldIn(app, filter);
  if (!field) return;
  for (const round of await roundsIn(app, filter)) {
    const places = await placesIn(app, filter, round, field === 'all' ? undefined : field.id);
    yield places.map(({ key, name, figures }) => [
      round.key,
      round.mandate,
      key,
      name,
      filter.field ?? null,
      ...figureCells(figures),
    ]);
  }
}

async function* readCounties(app: App, filter: DataFilter): AsyncGenerator<readonly DataRow[]> {
  const shownAs = await shownAsOf(app, filter);
  for (const round of await roundsIn(app, filter)) {
    const counties = await listCountyFigures(app, round.id, shownAs);
    yield counties
      .filter(({ key }) => (filter.county ?? key) === key)
      .map(({ key, name, municipalities, figures }) => [
        round.key,
        round.mandate,
        key,
        name,
        String(municipalities),
        ...figureCells(figures),
      ]);
  }
}

async function* readFields(app: App, filter: DataFilter): AsyncGenerator<readonly DataRow[]> {
  const [rounds, fields, shownAs] = await Promise.all([
    roundsIn(app, filter),
    listFields(app),
    shownAsOf(app, filter),
  ]);
  for (const field of fields) {
    if ((filter.field ?? field.key) !== field.key) continue;
    const all = await networkFigures(app, rounds, field.id, shownAs);
    yield all.map(({ round, figures, municipalities }) => [
      round.key,
      round.mandate,
      field.key,
      ...languages.map((language) => field.name[language] ?? null),
      String(municipalities),
      ...figureCells(figures),
    ]);
  }
}

const indicators = [
  ['fully-addressed', 'fullyAddressed'],
  ['at-least-partly-addressed', 'atLeastPartlyAddressed'],
] as const;

async function* readSpread(app: App, filter: DataFilter): AsyncGenerator<readonly DataRow[]> {
  const field = await fieldIn(app, filter);
  if (!field) return;
  const { compare } = formatsFor(defaultLanguage);
  for (const round of await roundsIn(app, filter)) {
    const places = await placesIn(app, filter, round, field === 'all' ? undefined : field.id);
    if (places.length === 0) continue;
    yield indicators.map(([name, indicator]) => {
      const { spread, leftOut } = spreadBetween(places, indicator, compare);
      return [
        round.key,
        round.mandate,
        filter.field ?? null,
        name,
        String(spread?.n ?? 0),
        String(leftOut.length),
        ...[spread?.least, spread?.lowerQuartile, spread?.median, spread?.upperQuartile, spread?.most].map(
          (value) => (value === undefined ? null : String(value)),
        ),
      ];
    });
  }
}

async function* readSpreadSteps(app: App, filter: DataFilter): AsyncGenerator<readonly DataRow[]> {
  const field = await fieldIn(app, filter);
  if (!field) return;
  for (const round of await roundsIn(app, filter)) {
    const places = await placesIn(app, filter, round, field === 'all' ? undefined : field.id);
    if (places.length === 0) continue;
    yield indicators.flatMap(([name, indicator]) => {
      const { points } = spreadBetween(places, indicator, () => 0);
      return stepsOfShares(points.map(({ percent }) => percent)).map((count, index, { length }) => [
        round.key,
        round.mandate,
        filter.field ?? null,
        name,
        String((index * 100) / length),
        String(((index + 1) * 100) / length),
        String(count),
      ]);
    });
  }
}

const ofRound = [text('round'), text('mandate')];
const municipalities: DataColumn = { name: 'municipalities', type: 'integer', nullable: false };
const quartiles = ['least', 'lower_quartile', 'median', 'upper_quartile', 'most'];

/** The figures of the pages as datasets: computed by the same rules, from the same rows. */
export function figureDatasets(app: App): Dataset[] {
  return [
    {
      name: 'figures',
      columns: [...ofRound, text('field', true), municipalities, ...figureColumns],
      filters: ['mandate', 'round', 'field', asOfParameter],
      read: (filter) => readNetwork(app, filter),
    },
    {
      name: 'county-figures',
      columns: [...ofRound, text('county'), text('name'), municipalities, ...figureColumns],
      filters: ['county', 'mandate', 'round', asOfParameter],
      read: (filter) => readCounties(app, filter),
    },
    {
      name: 'municipality-figures',
      columns: [...ofRound, text('municipality'), text('name'), text('field', true), ...figureColumns],
      filters: ['municipality', 'county', 'mandate', 'round', 'field', asOfParameter],
      read: (filter) => readMunicipalities(app, filter),
    },
    {
      name: 'field-figures',
      columns: [...ofRound, text('field'), ...translations('name'), municipalities, ...figureColumns],
      filters: ['mandate', 'round', 'field', asOfParameter],
      read: (filter) => readFields(app, filter),
    },
    {
      name: 'spread',
      columns: [
        ...ofRound,
        text('field', true),
        { ...text('indicator'), values: indicators.map(([name]) => name) },
        { name: 'compared', type: 'integer', nullable: false },
        { name: 'left_out', type: 'integer', nullable: false },
        ...quartiles.map((name): DataColumn => ({ name, type: 'number', nullable: true })),
      ],
      filters: ['county', 'mandate', 'round', 'field', asOfParameter],
      read: (filter) => readSpread(app, filter),
    },
    {
      name: 'spread-steps',
      columns: [
        ...ofRound,
        text('field', true),
        { ...text('indicator'), values: indicators.map(([name]) => name) },
        { name: 'from', type: 'integer', nullable: false },
        { name: 'to', type: 'integer', nullable: false },
        municipalities,
      ],
      filters: ['county', 'mandate', 'round', 'field', asOfParameter],
      read: (filter) => readSpreadSteps(app, filter),
    },
    signingsDataset(app),
    viewsDataset(app),
    evidenceFilesDataset(app),
    yearlyDataset(app),
  ];
}
