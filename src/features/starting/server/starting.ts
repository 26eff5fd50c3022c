import type { Actor } from '#features/accounts/actor.ts';
import { keepsDirectory } from '#features/directory/policy.ts';
import type { Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction } from '#server/database/db.ts';
import { DomainError } from '#server/errors.ts';
import { followsStarts, marksTraining, startsFollowed } from '../policy.ts';
import { checklistOf } from '../steps.ts';
import { insertMark, readStarts } from './start-store.ts';

const most = 100;
const yearAgo = (now: Date) => dayOf(new Date(now.getTime() - 366 * 24 * 60 * 60 * 1000));

/** The checklists of the organisations that someone follows: of a coordinator, those that joined within a year. */
export async function showStarts(app: App, actor: Actor) {
  if (!followsStarts(actor)) throw new DomainError('forbidden', 'start');
  const now = app.clock();
  const today = dayOf(now);
  const rows = await readStarts(app.db, startsFollowed(actor), { today, joinedAfter: yearAgo(now), most });
  return rows.map((row) => {
    const steps = checklistOf(row, row.municipality);
    return {
      organisationId: row.organisationId,
      organisation: row.organisation,
      name: row.name,
      municipality: { key: row.municipality, name: row.municipalityName },
      since: row.since,
      steps,
      done: steps.filter(({ isDone }) => isDone).length,
      /** Whether the coordination's own steps are theirs to do. */
      isCoordinator: keepsDirectory(actor),
      mayMark: marksTraining(actor, row.organisationId),
    };
  });
}

export type Start = Awaited<ReturnType<typeof showStarts>>[number];

/** Says that an organisation's people have gone through the training material. */
export async function markTrained(
  app: App,
  actor: Actor,
  { organisation }: { organisation: string },
): Promise<Outcome<null>> {
  if (actor.kind !== 'account' || !marksTraining(actor, organisation))
    throw new DomainError('forbidden', 'start');
  await inTransaction(app.db, async (tx) => {
    await insertMark(tx, organisation, actor.id);
    const subject = { kind: 'organisation', id: organisation };
    await recordAudit(tx, { actor: actor.id, action: 'mark-trained', subject });
  });
  return { kind: 'done', value: null };
}
