import { perVersion } from '#server/cache/per-version.ts';
import { readPlansUnderWay } from './plan-store.ts';

/** The rounds of which something is not public yet, as the public may know of them: which, and their days. */
export const listRoundsUnderWay = perVersion(async (app) =>
  (await readPlansUnderWay(app.db)).map(({ id, number, mandate, days }) => ({ id, number, mandate, days })),
);

export type RoundUnderWay = Awaited<ReturnType<typeof listRoundsUnderWay>>[number];
