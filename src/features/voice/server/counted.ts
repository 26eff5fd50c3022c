import { listMunicipalities } from '#features/places/server/service.ts';
import type { App } from '#server/app.ts';
import { countViews, type AnswerCounts } from '../counts.ts';
import { readCountedViews } from './counted-store.ts';

/** Counts of a priority in a round: of all who answered, or of one unit (its key) in which enough did. */
export interface CountedRow {
  municipality: string;
  priority: string;
  round: string;
  unit: string | null;
  n: number;
  counts: AnswerCounts;
}

interface Filter {
  municipality?: string | undefined;
  priority?: string | undefined;
  round?: string | undefined;
}

const atOnce = 100;

/** The counts that pages show, of every priority that residents answered about; never an answer by itself. */
export async function* streamCountedViews(app: App, filter: Filter): AsyncGenerator<CountedRow[]> {
  const places = (await listMunicipalities(app)).filter(({ key }) => (filter.municipality ?? key) === key);
  for (let start = 0; start < places.length; start += atOnce) {
    const ids = places.slice(start, start + atOnce).map(({ id }) => id);
    const rows = await readCountedViews(app.db, ids, filter);
    const questions = Map.groupBy(rows, (row) => `${row.priority} ${row.round}`);
    yield [...questions.values()].flatMap((own) => {
      const [first] = own;
      if (!first) return [];
      const { municipality, priority, round } = first;
      const { n, counts, units } = countViews(own);
      return [{ unit: null, n, counts }, ...units].map((one) => ({ municipality, priority, round, ...one }));
    });
  }
}
