import { randomUUID } from 'node:crypto';
import { addWorkingDays } from '#features/calendar/working-days.ts';
import { getPublishedStatus } from '#features/monitoring/server/published-status.ts';
import { mostBytes } from '#forms/file-limits.ts';
import type { Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction } from '#server/database/db.ts';
import { notFound } from '#server/errors.ts';
import type { Bytes } from '#server/files/file-store.ts';
import { recordFile } from '#server/files/record-file.ts';
import { takeIn } from '#server/files/take-in.ts';
import { takeTurn } from '#server/http/rate-limit.ts';
import { isLate } from '../dispute.ts';
import type { DisputeCommand } from '../schema.ts';
import { tellSender } from './mails.ts';
import { insertNotice, readNoticeByReceipt } from './notice-store.ts';
import { newReceipt } from './receipt.ts';

// People behind one address write a few; a program would write thousands.
const limit = { name: 'dispute', burst: 10, perSecond: 1 / 180 };
const rules = {
  accept: ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'],
  mostBytes: mostBytes.scan,
};

export interface Disputed {
  priority: string;
  round: string;
}

/** What is disputed, and until when it would be decided. @throws not-found where nothing was published */
export async function showDisputeForm(app: App, { priority, round }: Disputed) {
  return {
    status: await getPublishedStatus(app.db, priority, round),
    days: app.config.disputeDays,
  };
}

export type DisputePage = Awaited<ReturnType<typeof showDisputeForm>>;

interface Sent {
  /** For the limit alone, never kept. */
  address: string;
  file: { bytes: Bytes; name: string } | undefined;
}

/**
 * Takes a dispute of a published status from anyone. Nothing of it is public until an editor has let it into the record;
 * the term for the decision runs from the day on which it came.
 * @returns its receipt
 */
export async function disputeStatus(
  app: App,
  disputed: Disputed,
  command: DisputeCommand,
  { address, file }: Sent,
): Promise<Outcome<{ receipt: string }>> {
  if (!(await takeTurn(app, limit, address)).allowed) {
    return { kind: 'refused', faults: [{ field: 'send', key: 'disputes.fault.too-fast' }] };
  }
  const status = await getPublishedStatus(app.db, disputed.priority, disputed.round);
  const taken = file && (await takeIn(app, file.bytes, rules));
  if (taken && 'refused' in taken) {
    return { kind: 'refused', faults: [{ field: 'file', key: `disputes.file.${taken.refused}` }] };
  }
  const now = app.clock();
  const dueOn = addWorkingDays(app.calendar, dayOf(now), app.config.disputeDays);
  const { ground, statement, name, email, language, once } = command;
  const receipt = await inTransaction(app.db, async (tx) => {
    if (taken) await recordFile(tx, { original: taken.original, publicCopy: undefined });
    const added = await insertNotice(tx, {
      id: randomUUID(),
      municipality_id: status.municipalityId,
      priority_id: status.priorityId,
      round_id: status.roundId,
      status_version: status.version,
      receipt: newReceipt(),
      ground,
      statement,
      language,
      name,
      email,
      file_sha256: taken?.original.sha256 ?? null,
      file_name: file?.name.slice(0, 200) ?? '',
      received_at: now,
      due_on: dueOn,
      once,
    });
    const { municipalityName, statement: priorityStatement } = status;
    const told = { email, language, receipt: added.receipt, municipalityName, priorityStatement, dueOn };
    if (added.isNew) await tellSender(app, tx, told, { kind: 'received' });
    return added.receipt;
  });
  return { kind: 'done', value: { receipt } };
}

/** How far a dispute is, for who has its receipt. @throws not-found */
export async function followDispute(app: App, receipt: string) {
  const found = /^[0-9a-z-]{20,30}$/.test(receipt) ? await readNoticeByReceipt(app.db, receipt) : undefined;
  if (!found) throw notFound('receipt of a dispute');
  const { email, name: _, file: __, municipalityId: ___, version: ____, ...shown } = found;
  const receivedOn = dayOf(found.receivedAt);
  return {
    ...shown,
    receivedOn,
    isToldByMail: email !== '',
    isLate: found.state !== 'not-admitted' && isLate(found, dayOf(app.clock())),
  };
}

export type FollowedDispute = Awaited<ReturnType<typeof followDispute>>;
