import type { Actor } from '#features/accounts/actor.ts';
import type { Task } from '#features/work/task.ts';
import type { App } from '#server/app.ts';
import { publicationsReach } from '../policy.ts';
import { readPublicationTasks } from './tasks-store.ts';

const mostOfAKind = 50;

/**
 * What waits for somebody who prepares or publishes: assessments whose reply was read, and what another person has prepared or
 * corrected. Those who work for the whole network prepare nothing themselves.
 */
export async function listPublicationTasks(app: App, actor: Actor): Promise<Task[]> {
  const reach = publicationsReach(actor);
  if (actor.kind !== 'account' || (reach !== 'all' && reach.length === 0)) return [];
  const rows = await readPublicationTasks(app.db, { actorId: actor.id, reach, most: mostOfAKind });
  return rows.map(({ kind, municipalityKey, municipalityName, path, due }) => ({
    key: `work.task.${kind}`,
    values: { count: 1 },
    href: `/work/publishing/${path}`,
    municipality: { key: municipalityKey, name: municipalityName },
    due,
  }));
}
