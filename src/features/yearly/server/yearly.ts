import { listBands } from '#features/context/server/service.ts';
import { sourcesOf } from '#features/library/server/sources.ts';
import { listPublishedFigures, listRounds, networkFigures } from '#features/monitoring/server/rounds.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { perVersion } from '#server/cache/per-version.ts';
import { besideTheYears, figuresByYear } from '../yearly.ts';
import { readGatherings, readPresences } from './yearly-store.ts';

const figuresUpTo = perVersion(async (app, today: string) => {
  const rounds = await listRounds(app);
  const [published, figures, gatherings, presences] = await Promise.all([
    listPublishedFigures(app),
    networkFigures(app, rounds),
    readGatherings(app.db, today),
    readPresences(app.db),
  ]);
  const years = figuresByYear({
    thisYear: Number(today.slice(0, 4)),
    gatherings,
    presences,
    rounds: figures.map(({ round, figures: own }) => ({ ...round, figures: own })),
    roundEnds: new Map(rounds.map(({ key, ends }) => [key, ends])),
    published,
  });
  return { years, others: besideTheYears(published, years) };
});

/** The network's figures of every year up to today: each computed from the record, or as published, or not known. */
export function listYears(app: App) {
  return figuresUpTo(app, dayOf(app.clock()));
}

/** The same with the sources of what was published, and what made years different. */
export async function showYears(app: App) {
  const [{ years, others }, context] = await Promise.all([
    listYears(app),
    listBands(app, { municipalityId: null, day: null }),
  ]);
  const shown = years.flatMap(({ cells }) =>
    cells.flatMap(({ published }) => published.flatMap(({ figures }) => figures.map(({ id }) => id))),
  );
  const sources = await sourcesOf(app, [...new Set([...shown, ...others.map(({ id }) => id)])]);
  return { years, others, sources: Object.fromEntries(sources), context };
}

export type YearsPage = Awaited<ReturnType<typeof showYears>>;
