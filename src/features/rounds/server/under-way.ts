import { dayOf } from '#server/cache/day.ts';
import { perVersion } from '#server/cache/per-version.ts';
import type { App } from '#server/app.ts';
import { comingDeadline } from '../deadlines.ts';
import { readPlansUnderWay } from './plan-store.ts';

const readUnderWay = perVersion(async (app) =>
  (await readPlansUnderWay(app.db)).map(({ id, number, mandate, days }) => ({ id, number, mandate, days })),
);

/** The rounds of which something is not public yet, as the public may know of them: which, their days, which comes next. */
export async function listRoundsUnderWay(app: App) {
  const today = dayOf(app.clock());
  return (await readUnderWay(app)).map((round) => ({ ...round, next: comingDeadline(round.days, today) }));
}

export type RoundUnderWay = Awaited<ReturnType<typeof listRoundsUnderWay>>[number];
