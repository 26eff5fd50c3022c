import type { Actor } from '#features/accounts/actor.ts';
import { noteRecordChange } from '#features/opendata/server/record-change.ts';
import { freezeOn } from '#features/rounds/freeze.ts';
import { listFreezes } from '#features/rounds/server/freezes.ts';
import { correctStatus } from '#features/publishing/server/correct-status.ts';
import { fieldOf, type Fields, type Outcome } from '#forms/form.ts';
import { pickText, type Localised } from '#i18n/languages.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { changesStatus } from '../dispute.ts';
import type { DecisionCommand } from '../schema.ts';
import { noticeToDecide } from './access.ts';
import { citeDispute } from './admitting.ts';
import { changedMeanwhile } from './changed.ts';
import { tellSender } from './mails.ts';
import { isAsSeen, updateNotice, type Notice } from './notice-store.ts';
import { insertDecision } from './record-store.ts';
import { readCodes } from './status-store.ts';

class Refused extends Error {
  readonly outcome: Outcome<never>;
  constructor(outcome: Outcome<never>) {
    super('the decision cannot stand');
    this.outcome = outcome;
  }
}

function words(sq: string, en: string): Localised {
  return { ...(sq === '' ? {} : { sq }), ...(en === '' ? {} : { en }) };
}

/**
 * Decides a dispute, in public and with the reason. Where it was upheld, the next version of the status is published in the
 * same moment, derived from the codes as the decision leaves them; so it waits where nothing is published before an election. What
 * is known of the sender is not kept any longer.
 * @param typed the form, with each component's code in `code-<component>`
 */
export async function decideDispute(
  app: App,
  actor: Actor,
  id: string,
  { command, typed }: { command: DecisionCommand; typed: Fields },
  requestId: string,
): Promise<Outcome<null>> {
  const { version, outcome } = command;
  try {
    return await inTransaction(app.db, async (tx) => {
      const { notice, account } = await noticeToDecide(app, tx, actor, id);
      if (!(await isAsSeen(tx, { id, version }, 'open'))) return changedMeanwhile(tx, id);
      if (notice.disputeId === null || notice.disputeKey === null) return changedMeanwhile(tx, id);
      const day = dayOf(app.clock());
      const reason = words(command.reasonSq, command.reasonEn);
      if (changesStatus(outcome))
        await publishChange(tx, notice, { command, typed, reason, day, by: account.id });
      const key = `${notice.disputeKey}/decision`;
      const decision = idOf('dispute_decision', key);
      await insertDecision(tx, {
        id: decision,
        key,
        dispute_id: notice.disputeId,
        decided_on: day,
        outcome,
        reason: JSON.stringify(reason),
      });
      await citeDispute(tx, notice, key, { id: decision, kind: 'dispute_decision' }, day);
      const decided = { state: 'decided', decided_by: account.id, name: '', email: '' } as const;
      await updateNotice(tx, { id, version }, 'open', decided);
      await recordAudit(tx, {
        actor: account.id,
        action: 'decide',
        subject: { kind: 'dispute', id },
        municipalityId: notice.municipalityId,
        before: { state: 'open' },
        after: { state: 'decided', outcome },
        reason: pickText(reason, 'sq'),
        requestId,
      });
      await noteRecordChange(tx, {
        tables: ['dispute_decision', 'source'],
        municipalityIds: [notice.municipalityId],
      });
      const told = pickText(reason, notice.language);
      await tellSender(app, tx, notice, { kind: 'decided', outcome, reason: told });
      return { kind: 'done', value: null };
    });
  } catch (error) {
    if (error instanceof Refused) return error.outcome;
    throw error;
  }
}

interface Change {
  command: DecisionCommand;
  typed: Fields;
  reason: Localised;
  day: string;
  by: string;
}

async function publishChange(
  tx: Tx,
  notice: Notice,
  { command, typed, reason, day, by }: Change,
): Promise<void> {
  if (freezeOn(await listFreezes(tx, day), notice.municipalityId, day)) throw refusal('frozen');
  const before = await readCodes(tx, notice);
  const codes = before.flatMap(({ id: componentId, code }) => {
    const now = fieldOf(typed, `code-${componentId}`) || code;
    // What the code rests on now is the reason of the decision.
    return now === code ? [] : [{ componentId, code: now, rationale: reason }];
  });
  const { corrects, rationaleSq, rationaleEn, late, reversed, blockedBy } = command;
  const changed = await correctStatus(tx, {
    kind: 'dispute',
    priorityId: notice.priorityId,
    roundId: notice.roundId,
    corrects,
    codes,
    beside: { rationale: words(rationaleSq, rationaleEn), late, reversed, blockedBy },
    reason,
    day,
    actor: by,
  });
  if (changed.kind === 'done') return;
  throw refusal(changed.kind);
}

function refusal(why: 'frozen' | Exclude<Awaited<ReturnType<typeof correctStatus>>['kind'], 'done'>) {
  return new Refused({ kind: 'refused', faults: [{ field: 'outcome', key: `disputes.fault.${why}` }] });
}
