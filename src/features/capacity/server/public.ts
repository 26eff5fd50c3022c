import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { currentVersion, readScores } from '../dimensions.ts';
import { countedTogether, spreadOf } from '../spread.ts';
import * as store from './store.ts';

const yearsShown = 5;

/** What everyone reads of an organisation's capacity: its trainings, and how it sees itself where it says so in public. */
export async function capacityOf(app: App, organisationId: string) {
  const [trainings, assessments] = await Promise.all([
    store.readTrainings(app.db, dayOf(app.clock()), organisationId),
    store.readAssessments(app.db, organisationId),
  ]);
  return {
    trainings,
    years: assessments
      .filter(({ isPublic, dimensions }) => isPublic && dimensions === currentVersion)
      .flatMap(({ year, scores }) => {
        const read = readScores(scores);
        return read ? [{ year, scores: read }] : [];
      })
      .slice(0, yearsShown),
  };
}

/** The network's capacity: trainings by year, and how its members see themselves, from five up. */
export async function showCapacity(app: App) {
  const today = dayOf(app.clock());
  const since = Number(today.slice(0, 4)) - yearsShown;
  const [trainings, all] = await Promise.all([
    store.readTrainings(app.db, today),
    store.readAllScores(app.db, since),
  ]);
  const byYear = Map.groupBy(
    all.filter(({ dimensions }) => dimensions === currentVersion),
    ({ year }) => year,
  );
  return {
    trainings,
    years: [...byYear].map(([year, rows]) => {
      const scores = countedTogether(rows).flatMap((row) => readScores(row.scores) ?? []);
      const spread = spreadOf(scores);
      // How few they are is not told either.
      return { year, members: spread ? scores.length : null, spread: spread ?? null };
    }),
  };
}

export type CapacityPage = Awaited<ReturnType<typeof showCapacity>>;
