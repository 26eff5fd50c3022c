import type { Actor } from '#features/accounts/actor.ts';
import type { Task } from '#features/work/task.ts';
import type { App } from '#server/app.ts';
import { DomainError } from '#server/errors.ts';
import { experiencesReach, isAmongMembers, mayPublish, mayReview, mayWrite, writesIn } from '../policy.ts';
import { readDrafts } from './draft-store.ts';
import { readExperiences } from './public-store.ts';
import { readOpenTries } from './try-store.ts';

const mostListed = 200;

/** What is told, said and public of the municipalities that the actor reads. @throws forbidden to whom there are none */
export async function showExperienceWork(app: App, actor: Actor) {
  if (!isAmongMembers(actor)) throw new DomainError('forbidden', 'experiences');
  const reach = experiencesReach(actor);
  const [drafts, tries, all] = await Promise.all([
    readDrafts(app.db, reach),
    readOpenTries(app.db, reach),
    readExperiences(app.db, { limit: mostListed }),
  ]);
  const experiences = all.map((one) => ({
    ...one,
    mayCorrect: mayWrite(actor, one.municipalityId) || mayReview(actor, one.municipalityId),
  }));
  return { drafts, tries, experiences, mayBegin: writesIn(actor).length > 0 };
}

/** What waits: to be read by who publishes it, or to be mended by who wrote it. */
export async function listExperienceTasks(app: App, actor: Actor): Promise<Task[]> {
  if (!isAmongMembers(actor)) return [];
  const reach = experiencesReach(actor);
  const [drafts, tries] = await Promise.all([
    readDrafts(app.db, reach, 50),
    readOpenTries(app.db, reach, 50),
  ]);
  const stepOf = (work: { municipalityId: string; writtenBy: string | null }, state: string) => {
    if (state === 'submitted' && mayPublish(actor, work)) return 'review';
    return state === 'returned' && mayWrite(actor, work.municipalityId) ? 'mend' : undefined;
  };
  const place = (work: { municipalityKey: string; municipalityName: string }) => ({
    municipality: { key: work.municipalityKey, name: work.municipalityName },
    due: null,
  });
  return [
    ...drafts.flatMap((draft): Task[] => {
      const step = stepOf(draft, draft.state);
      if (!step) return [];
      return [
        { key: `work.task.experience-${step}`, href: `/work/experiences/${draft.id}`, ...place(draft) },
      ];
    }),
    ...tries.flatMap((one): Task[] => {
      const step = stepOf(one, one.review);
      if (!step) return [];
      return [{ key: `work.task.try-${step}`, href: `/work/experiences/tries/${one.id}`, ...place(one) }];
    }),
  ];
}
