import type { Actor } from '#features/accounts/actor.ts';
import { versionOf } from '#features/events/server/event-now.ts';
import { citeWork, noteRecordChange } from '#features/opendata/server/record-change.ts';
import type { Outcome } from '#forms/form.ts';
import { defaultLanguage, pickText } from '#i18n/languages.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction } from '#server/database/db.ts';
import { DomainError } from '#server/errors.ts';
import { mayPublishAfter } from '../policy.ts';
import { auditAfter, done, holdToWrite, refused } from './access.ts';
import { publishAfter } from './publish-after.ts';

/** Publishes what was written about an event since it became public: later minutes, conclusions, photographs. */
export function publishMore(app: App, actor: Actor, key: string): Promise<Outcome<null>> {
  return inTransaction(app.db, async (tx): Promise<Outcome<null>> => {
    const plan = await holdToWrite(tx, actor, key);
    if (!mayPublishAfter(actor, plan)) throw new DomainError('forbidden', 'does not publish here');
    if (plan.eventId === null) return refused('publish', 'after.fault.not-published');
    const { eventId } = plan;
    const version = await versionOf(tx, eventId);
    const event = { planId: plan.id, eventId, eventKey: plan.key, version };
    const { rows, tables } = await publishAfter(tx, app, event);
    if (rows.length === 0) return done(null);
    const day = dayOf(app.clock());
    await citeWork(
      tx,
      {
        key: `work/events/${plan.key}/${day}`,
        title: pickText(plan.title, defaultLanguage),
        publisher: pickText(plan.organisationName, defaultLanguage),
        publishedOn: day,
      },
      rows,
    );
    await auditAfter(tx, actor, plan, { action: 'publish', after: { rows: rows.length } });
    await noteRecordChange(tx, {
      tables: [...tables, 'source'],
      ...(plan.municipalityId === null ? {} : { municipalityIds: [plan.municipalityId] }),
    });
    return done(null);
  });
}
