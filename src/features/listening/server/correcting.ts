import type { z } from 'zod';
import type { Actor } from '#features/accounts/actor.ts';
import { citeWork, noteRecordChange } from '#features/opendata/server/record-change.ts';
import type { Outcome } from '#forms/form.ts';
import { pickText, type Language } from '#i18n/languages.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction } from '#server/database/db.ts';
import { idOf } from '#server/datapackage/ids.ts';
import type { correction } from '../schema.ts';
import { titleOf } from '../session.ts';
import { accountOf, sessionToPublish } from './access.ts';
import { isFirstTime } from './once.ts';
import { done, refused } from './outcomes.ts';
import { todayOf } from './sessions.ts';
import { holdSession } from './sessions-store.ts';

/**
 * Says that a published need was written down wrongly: what it should say stands beside it, with the reason.
 * @param language of the page on which the reason was typed
 */
export async function correctNeed(
  app: App,
  actor: Actor,
  sessionId: string,
  given: z.output<typeof correction>,
  language: Language,
  requestId?: string,
): Promise<Outcome<{ version: number }>> {
  const account = accountOf(actor);
  const session = await sessionToPublish(app.db, actor, sessionId);
  const statement = {
    ...(given.statementSq ? { sq: given.statementSq } : {}),
    ...(given.statementEn ? { en: given.statementEn } : {}),
  };
  if (Object.keys(statement).length === 0) return refused('statementSq', 'form.fault.missing');
  return inTransaction(app.db, async (tx) => {
    const held = await holdSession(tx, sessionId);
    const need = await tx
      .selectFrom('voiced_need as voiced')
      .innerJoin('need', 'need.id', 'voiced.need_id')
      .select(['need.id', 'need.key', 'need.statement'])
      .where('voiced.municipality_id', '=', held.municipalityId)
      .where('voiced.session_id', '=', sessionId)
      .where('voiced.id', '=', given.need)
      .executeTakeFirst();
    if (!need) return refused('need', 'form.fault.choice');
    const { count } = await tx
      .selectFrom('need_correction')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('need_id', '=', need.id)
      .executeTakeFirstOrThrow();
    if (!(await isFirstTime(tx, given.token, account))) return done({ version: count });
    const version = count + 1;
    const key = `${need.key}/correction-${version}`;
    const id = idOf('need_correction', key);
    const today = todayOf(app);
    await tx
      .insertInto('need_correction')
      .values({
        id,
        key,
        need_id: need.id,
        version,
        statement: JSON.stringify(statement),
        reason: JSON.stringify({ [language]: given.reason }),
        corrected_on: today,
      })
      .execute();
    await citeWork(
      tx,
      {
        key: `work/${session.eventKey ?? need.key}`,
        title: titleOf(session.kind, session.unitName ?? session.municipalityName).sq,
        publisher: pickText(session.organisationName, 'sq'),
        publishedOn: today,
      },
      [{ id, kind: 'need_correction' }],
    );
    await recordAudit(tx, {
      actor: account,
      action: 'correct-need',
      subject: { kind: 'need', id: need.id },
      municipalityId: held.municipalityId,
      reason: given.reason,
      before: { statement: need.statement },
      after: { statement, version },
      ...(requestId ? { requestId } : {}),
    });
    await noteRecordChange(tx, { tables: ['need_correction'], municipalityIds: [held.municipalityId] });
    return done({ version });
  });
}
