import type { App } from '#server/app.ts';
import { perVersion } from '#server/cache/per-version.ts';
import {
  comparisonOf,
  computeFigures,
  type Comparison,
  type Figures,
  type StatusCounts,
} from '../figures.ts';
import type { Round } from '../round.ts';
import { type readNetworkTallies, readPublishedFigures, readRounds } from './store.ts';
import { talliesOf } from './tallies.ts';

/** Counts of one round, and the size of the contracts that they are of. */
type TallyRow = StatusCounts &
  Pick<Awaited<ReturnType<typeof readNetworkTallies>>[number], 'frozenCount' | 'frozenIs'>;

function countsOf(row: TallyRow): StatusCounts {
  const { fully, partly, not, noData, notAssessable, notAssessed, contested } = row;
  return { fully, partly, not, noData, notAssessable, notAssessed, contested };
}

/** The figures of one row of counts, by the size of its contracts as frozen. */
export function figuresOf(row: TallyRow): Figures {
  return computeFigures(countsOf(row), { count: row.frozenCount, is: row.frozenIs });
}

/** The same of which only the numbers to compare are needed. */
export function comparisonOfRow(row: TallyRow): Comparison {
  return comparisonOf(countsOf(row), { count: row.frozenCount, is: row.frozenIs });
}

export const listRounds = perVersion((app): Promise<Round[]> => readRounds(app.db));

const networkTallies = perVersion((app, fieldId: string | undefined, shownAs: string | undefined) =>
  talliesOf(app, shownAs).network(fieldId),
);

export interface RoundFigures {
  round: Round;
  figures: Figures;
  /** Municipalities with a status in the record for this round. */
  municipalities: number;
}

/** The network's figures of every round that has a status, oldest first, from the rows in the record. */
export async function networkFigures(
  app: App,
  rounds: readonly Round[],
  fieldId?: string,
  shownAs?: string,
): Promise<RoundFigures[]> {
  const tallies = new Map((await networkTallies(app, fieldId, shownAs)).map((row) => [row.roundId, row]));
  return rounds.flatMap((round) => {
    const tally = tallies.get(round.id);
    if (!tally) return [];
    const figures = figuresOf(tally);
    return [{ round, figures, municipalities: tally.municipalities }];
  });
}

/** The figures of some municipalities in some rounds, by municipality and round id. */
export async function municipalityFigures(
  app: App,
  filter: { roundIds: readonly string[]; municipalityIds?: readonly string[]; fieldId?: string },
  shownAs?: string,
): Promise<Map<string, Map<string, Figures>>> {
  const byMunicipality = new Map<string, Map<string, Figures>>();
  for (const row of await talliesOf(app, shownAs).ofMunicipalities(filter)) {
    if (row.municipalityId === null) continue;
    const own = byMunicipality.get(row.municipalityId) ?? new Map<string, Figures>();
    byMunicipality.set(row.municipalityId, own);
    own.set(row.roundId, figuresOf(row));
  }
  return byMunicipality;
}

/** The figures of one municipality in every round that it has any in, by round id. */
export const figuresOfMunicipality = perVersion(async (app, municipalityId: string, shownAs?: string) => {
  const roundIds = (await listRounds(app)).map(({ id }) => id);
  const all = await municipalityFigures(app, { roundIds, municipalityIds: [municipalityId] }, shownAs);
  return all.get(municipalityId) ?? new Map<string, Figures>();
});

/** The figures in one round of every county that has any, of its municipalities together. */
export const listCountyFigures = perVersion(async (app, roundId: string, shownAs?: string) => {
  const rows = await talliesOf(app, shownAs).counties(roundId);
  return rows.map(({ county, countyName, municipalities, ...row }) => ({
    key: county,
    name: countyName,
    /** Municipalities with a status in the record for this round. */
    municipalities,
    figures: figuresOf(row),
  }));
});

const publishedFigures = perVersion((app) => readPublishedFigures(app.db));

/**
 * The figures that the network itself published.
 * @param day by whose end they were public: those without a date of their own with their round, or always where they have none
 */
export async function listPublishedFigures(app: App, day?: string) {
  const all = await publishedFigures(app);
  return day === undefined ? all : all.filter(({ dated, roundSince }) => (dated ?? roundSince ?? '') <= day);
}
