import type { Actor } from '#features/accounts/actor.ts';
import { citeWork, noteRecordChange } from '#features/opendata/server/record-change.ts';
import type { Outcome } from '#forms/form.ts';
import { defaultLanguage } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { DomainError } from '#server/errors.ts';
import type { AdmissionCommand, RefusalCommand } from '../schema.ts';
import { noticeFor } from './access.ts';
import { changedMeanwhile } from './changed.ts';
import { tellSender } from './mails.ts';
import { isAsSeen, updateNotice, type Notice } from './notice-store.ts';
import { insertDispute, nextNumber } from './record-store.ts';

/** The network's own work as the source of a dispute's rows. */
export async function citeDispute(
  tx: Tx,
  notice: Notice,
  key: string,
  subject: { id: string; kind: string },
  day: string,
) {
  const t = translator(defaultLanguage);
  const title = t('disputes.source', { municipality: notice.municipalityName, round: notice.roundKey });
  await citeWork(tx, { key: `work/disputes/${key}`, title, publisher: 'POP', publishedOn: day }, [subject]);
}

/**
 * Lets a dispute into the record, in words that name no private person. From then on until it is decided the status is
 * contested, everywhere; its row stays as it is.
 */
export async function admitDispute(
  app: App,
  actor: Actor,
  id: string,
  { version, statementSq, statementEn }: AdmissionCommand,
  requestId: string,
): Promise<Outcome<null>> {
  return inTransaction(app.db, async (tx) => {
    const { notice, account } = await noticeFor(tx, actor, id);
    const number = await nextNumber(tx, notice);
    const key = `${notice.priorityKey}/${notice.roundKey}/${number}`;
    const row = {
      id: idOf('dispute', key),
      key,
      priority_id: notice.priorityId,
      round_id: notice.roundId,
      version: notice.statusVersion,
      ground: notice.ground,
      statement: JSON.stringify({
        ...(statementSq === '' ? {} : { sq: statementSq }),
        ...(statementEn === '' ? {} : { en: statementEn }),
      }),
      received_on: dayOf(notice.receivedAt),
      due_on: notice.dueOn,
    };
    // nextNumber lets one through at a time: what it finds holds until the end.
    if (!(await isAsSeen(tx, { id, version }, 'received'))) return changedMeanwhile(tx, id);
    await insertDispute(tx, row);
    const open = { state: 'open', dispute_id: row.id, admitted_by: account.id } as const;
    if (!(await updateNotice(tx, { id, version }, 'received', open))) throw new DomainError('conflict', key);
    await citeDispute(tx, notice, key, { id: row.id, kind: 'dispute' }, dayOf(app.clock()));
    await recordAudit(tx, {
      actor: account.id,
      action: 'admit',
      subject: { kind: 'dispute', id },
      municipalityId: notice.municipalityId,
      before: { state: notice.state },
      after: { state: 'open', key },
      requestId,
    });
    await noteRecordChange(tx, { tables: ['dispute', 'source'], municipalityIds: [notice.municipalityId] });
    await tellSender(app, tx, notice, { kind: 'admitted' });
    return { kind: 'done', value: null };
  });
}

/** Does not let a dispute into the record; its sender is told why. What is known of the sender is not kept. */
export async function refuseDispute(
  app: App,
  actor: Actor,
  id: string,
  { version, why }: RefusalCommand,
  requestId: string,
): Promise<Outcome<null>> {
  return inTransaction(app.db, async (tx) => {
    const { notice, account } = await noticeFor(tx, actor, id);
    const isDone = await updateNotice(tx, { id, version }, 'received', {
      state: 'not-admitted',
      not_admitted_reason: why,
      admitted_by: account.id,
      name: '',
      email: '',
    });
    if (!isDone) return changedMeanwhile(tx, id);
    await recordAudit(tx, {
      actor: account.id,
      action: 'refuse',
      subject: { kind: 'dispute', id },
      municipalityId: notice.municipalityId,
      before: { state: notice.state },
      after: { state: 'not-admitted' },
      reason: why,
      requestId,
    });
    await tellSender(app, tx, notice, { kind: 'not-admitted', why });
    return { kind: 'done', value: null };
  });
}
