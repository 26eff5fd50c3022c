import type { Actor } from '#features/accounts/actor.ts';
import { countWaiting } from '#features/joining/server/reviewing.ts';
import { reviewsApplications } from '#features/joining/policy.ts';
import { signsFor } from '#features/methodology/policy.ts';
import { showMethodologyWork } from '#features/methodology/server/signing.ts';
import { showDeclaring } from '#features/declarations/server/declarations.ts';
import type { App } from '#server/app.ts';
import type { MessageKey, MessageValues } from '#i18n/translate.ts';

interface Task {
  key: MessageKey;
  values?: MessageValues;
  href: string;
  due: string | null;
}

/** What of the network itself waits for someone: applications to decide on, a methodology to sign, a declaration to make. */
export async function listNetworkTasks(app: App, actor: Actor): Promise<Task[]> {
  const tasks: Task[] = [];
  if (reviewsApplications(actor)) {
    const count = await countWaiting(app.db);
    if (count > 0) tasks.push({ key: 'joining.task', values: { count }, href: '/work/joining', due: null });
  }
  if (signsFor(actor).length === 0) return tasks;
  const [{ organisations }, declaring] = await Promise.all([
    showMethodologyWork(app, actor),
    showDeclaring(app, actor),
  ]);
  if (organisations.some(({ maySign }) => maySign)) {
    tasks.push({ key: 'methodology.task', href: '/work/methodology', due: null });
  }
  for (const { id, version, mayDeclare } of declaring.members) {
    if (!mayDeclare || version !== null) continue;
    tasks.push({
      key: 'declarations.task',
      href: `/work/declarations/${id}`,
      due: `${declaring.year}-12-31`,
    });
  }
  return tasks;
}
