import type { Actor } from '#features/accounts/actor.ts';
import { mostBytes } from '#forms/file-limits.ts';
import type { FieldFault, Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction } from '#server/database/db.ts';
import { notFound } from '#server/errors.ts';
import { localTime } from '../local-time.ts';
import { countMeeting } from './meeting-list.ts';
import { modesOf } from '../mode.ts';
import type { OnlineCommand } from '../schema.ts';
import { updateSettings, type EventPlan, type RegistrationPlan } from './plan-store.ts';
import { hasSettings } from './registering.ts';
import { planToManage } from './settings.ts';

/** Whether it can be said how many took part online: of an event that is held online too, once it has begun. */
export function countsOnline(plan: EventPlan, now: Date): plan is RegistrationPlan {
  return (
    hasSettings(plan) &&
    modesOf(plan.mode).includes('online') &&
    (plan.state === 'announced' || plan.state === 'published') &&
    plan.startsOn <= localTime(now).day
  );
}

async function planToCount(app: App, db: App['db'], actor: Actor, key: string) {
  const plan = await planToManage(db, actor, key);
  const { actorId } = plan;
  if (!countsOnline(plan, app.clock())) throw notFound(`online part of ${key}`);
  return { plan, actorId };
}

/** How many took part online, as it stands. Of a published event it reaches the record by a correction. */
export async function showOnline(app: App, actor: Actor, key: string) {
  const { plan } = await planToCount(app, app.db, actor, key);
  const { onlinePeople, onlineBasis, version } = plan.settings;
  return {
    event: { key: plan.key, title: plan.title },
    people: onlinePeople,
    basis: onlineBasis,
    isPublished: plan.state === 'published',
    version,
  };
}

export type OnlinePage = Awaited<ReturnType<typeof showOnline>>;

/** Says how many took part online; left empty, nobody counted. */
export function enterOnline(
  app: App,
  actor: Actor,
  key: string,
  { people, version }: OnlineCommand,
): Promise<Outcome<null>> {
  return save(app, actor, key, { people, basis: people === null ? null : 'entered', version });
}

/** The same, counted from the list of a meeting tool, of which nothing else is kept. */
export async function importOnline(
  app: App,
  actor: Actor,
  key: string,
  { bytes, version }: { bytes: Uint8Array | undefined; version: number },
): Promise<Outcome<null>> {
  // Who may not is told so before the file is looked at.
  await planToCount(app, app.db, actor, key);
  const refused = (fault: Omit<FieldFault, 'field'>): Outcome<null> => ({
    kind: 'refused',
    faults: [{ field: 'file', ...fault }],
  });
  if (bytes === undefined) return refused({ key: 'form.fault.missing' });
  if (bytes.length === 0) return refused({ key: 'spreadsheet.refused.empty' });
  if (bytes.length > mostBytes.spreadsheet) return refused({ key: 'spreadsheet.refused.too-large' });
  const counted = countMeeting(Buffer.from(bytes));
  if (counted.kind === 'refused') return refused(counted.fault);
  return save(app, actor, key, { people: counted.people, basis: 'imported', version });
}

function save(
  app: App,
  actor: Actor,
  key: string,
  {
    people,
    basis,
    version,
  }: { people: number | null; basis: 'entered' | 'imported' | null; version: number },
): Promise<Outcome<null>> {
  return inTransaction(app.db, async (tx): Promise<Outcome<null>> => {
    const { plan, actorId } = await planToCount(app, tx, actor, key);
    const before = plan.settings.onlinePeople;
    const row = { online_people: people, online_basis: basis };
    if (!(await updateSettings(tx, plan.id, version, row))) {
      return {
        kind: 'conflict',
        theirs: { people: before === null ? '' : String(before) },
        theirVersion: plan.settings.version,
      };
    }
    await recordAudit(tx, {
      actor: actorId,
      action: 'count-online',
      subject: { kind: 'registration', id: plan.id },
      ...(plan.municipalityId === null ? {} : { municipalityId: plan.municipalityId }),
      before: { people: before },
      after: { people, basis },
    });
    return { kind: 'done', value: null };
  });
}
