import type { Language } from '#i18n/languages.ts';
import type { App } from '#server/app.ts';
import type { Answer } from '../answer.ts';
import { countViews, type ViewCounts } from '../counts.ts';
import { readCounts, readShown } from './view-store.ts';

/** So many sentences stand beside a status; of more, the newest. */
const mostShown = 20;

export interface RoundViews extends ViewCounts {
  /** What residents wrote and photographed, as far as an editor lets it be seen. */
  words: readonly { id: string; answer: Answer; sentence: string; language: Language; hasPhoto: boolean }[];
}

/** What residents say of a priority, by round id: for its page, beside the status and never inside it. */
export async function viewsOfPriority(
  app: App,
  { id, municipalityId }: { id: string; municipalityId: string },
): Promise<Map<string, RoundViews>> {
  const [counted, shown] = await Promise.all([
    readCounts(app.db, municipalityId, id),
    readShown(app.db, municipalityId, id, mostShown),
  ]);
  const rounds = Map.groupBy(counted, ({ roundId }) => roundId);
  return new Map(
    [...rounds].map(([roundId, rows]) => [
      roundId,
      {
        ...countViews(rows),
        words: shown
          .filter((row) => row.roundId === roundId)
          .map(({ id: view, answer, sentence, language, photo }) => ({
            id: view,
            answer,
            sentence,
            language,
            hasPhoto: photo !== null,
          })),
      },
    ]),
  );
}

export const noViews: RoundViews = { ...countViews([]), words: [] };
