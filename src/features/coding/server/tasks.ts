import type { Actor } from '#features/accounts/actor.ts';
import type { Task } from '#features/work/task.ts';
import type { App } from '#server/app.ts';
import { worksOnCodes } from '../policy.ts';
import { showCoding } from './lists.ts';

/** Where two coders differ and someone may decide between them: one task for each municipality, due when its codes are. */
export async function listDecisionTasks(app: App, actor: Actor): Promise<Task[]> {
  if (!worksOnCodes(actor)) return [];
  const { toDecide } = await showCoding(app, actor);
  const places = Map.groupBy(
    toDecide,
    ({ municipalityKey, codingUntil }) => `${municipalityKey} ${codingUntil}`,
  );
  return [...places.values()].flatMap((rows) => {
    const [first] = rows;
    if (!first) return [];
    return [
      {
        key: 'work.task.codes-to-decide' as const,
        values: { count: rows.length },
        href: rows.length === 1 ? `/work/coding/${first.id}` : '/work/coding',
        municipality: { key: first.municipalityKey, name: first.municipalityName },
        due: first.codingUntil,
      },
    ];
  });
}
