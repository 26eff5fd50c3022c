import type { z } from 'zod';
import type { Actor } from '#features/accounts/actor.ts';
import type { Fields, FieldFault, Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';
import { dueAfter, dueExtended } from '../../requests/request.ts';
import type { ended, extended, handedIn } from '../../requests/schema.ts';
import { accountOf, holdToWork, requestToWork } from './access.ts';
import { updateRequest, type InformationRequest } from './requests-store.ts';

type Step = Outcome<{ id: string }>;
type Changes = Parameters<typeof updateRequest>[2];

interface Decision {
  action: string;
  changes: Changes;
  reason?: string;
}

const fault = (field: string, key: FieldFault['key'], values?: FieldFault['values']): FieldFault => ({
  field,
  key,
  ...(values ? { values } : {}),
});

/** Writes down that a request was handed in: from that day on the law's term runs. */
export function handIn(
  app: App,
  actor: Actor,
  id: string,
  command: z.output<typeof handedIn>,
  requestId?: string,
): Promise<Step> {
  return step(app, actor, id, { ...command, requestId }, (held) => {
    if (held.askedOn !== null) return fault('askedOn', 'requests.fault.sent');
    const { askedOn } = command;
    if (askedOn > today(app)) return fault('askedOn', 'requests.fault.future');
    if (askedOn < '2014-01-01') return fault('askedOn', 'form.fault.day');
    const due_on = dueAfter(app.calendar, app.informationLaw, askedOn);
    return { action: 'hand-in', changes: { asked_on: askedOn, due_on } };
  });
}

/** Writes down that the town hall takes longer, and why: once, in time, and by no more than the law lets it. */
export function extend(
  app: App,
  actor: Actor,
  id: string,
  command: z.output<typeof extended>,
  requestId?: string,
): Promise<Step> {
  const { extension } = app.informationLaw;
  return step(app, actor, id, { ...command, requestId }, (held) => {
    if (held.askedOn === null || held.dueOn === null) return fault('extendedOn', 'requests.fault.not-sent');
    if (held.outcome !== 'open') return fault('extendedOn', 'requests.fault.over');
    if (held.extendedOn !== null) return fault('extendedOn', 'requests.fault.extended');
    const { extendedOn, days, extensionReason } = command;
    if (extendedOn > today(app)) return fault('extendedOn', 'requests.fault.future');
    if (extendedOn < held.askedOn) return fault('extendedOn', 'requests.fault.before-asked');
    if (extendedOn > held.dueOn) return fault('extendedOn', 'requests.fault.too-late');
    if (days > extension.days) return fault('days', 'form.fault.too-big', { most: extension.days });
    const due_on = dueExtended(app.calendar, app.informationLaw, held.dueOn, days);
    const changes = { extended_on: extendedOn, extension_reason: extensionReason, due_on };
    return { action: 'extend', changes, reason: extensionReason };
  });
}

/** Writes down what came of a request. Until it is evidence that can be mended; silence can still be broken. */
export function end(
  app: App,
  actor: Actor,
  id: string,
  command: z.output<typeof ended>,
  requestId?: string,
): Promise<Step> {
  return step(app, actor, id, { ...command, requestId }, (held) => {
    const { outcome, answeredOn, outcomeNote } = command;
    if (held.askedOn === null || held.dueOn === null) return fault('outcome', 'requests.fault.not-sent');
    if (held.itemId !== null) return fault('outcome', 'requests.fault.is-evidence');
    const reason = outcomeNote === '' ? {} : { reason: outcomeNote };
    const changes = { outcome, outcome_note: outcomeNote };
    if (outcome === 'silent') {
      if (held.dueOn >= today(app)) return fault('outcome', 'requests.fault.not-due');
      if (answeredOn !== null) return fault('answeredOn', 'requests.fault.silent-date');
      return { action: 'end-silent', changes: { ...changes, answered_on: null }, ...reason };
    }
    if (answeredOn === null) return fault('answeredOn', 'form.fault.missing');
    if (answeredOn > today(app)) return fault('answeredOn', 'requests.fault.future');
    if (answeredOn < held.askedOn) return fault('answeredOn', 'requests.fault.before-asked');
    if (outcome !== 'answered' && outcomeNote === '') return fault('outcomeNote', 'form.fault.missing');
    return { action: `end-${outcome}`, changes: { ...changes, answered_on: answeredOn }, ...reason };
  });
}

function today(app: App): string {
  return dayOf(app.clock());
}

async function step(
  app: App,
  actor: Actor,
  id: string,
  { version, requestId }: { version: number; requestId?: string | undefined },
  decide: (held: InformationRequest) => Decision | FieldFault,
): Promise<Step> {
  const account = accountOf(actor);
  const known = await requestToWork(app.db, actor, id);
  return inTransaction(app.db, async (tx) => {
    const held = await holdToWork(tx, known);
    const decided = decide(held);
    if ('field' in decided) return { kind: 'refused', faults: [decided] };
    if (held.version !== version)
      return { kind: 'conflict', theirs: fieldsOf(held), theirVersion: held.version };
    await updateRequest(tx, held, decided.changes);
    await note(tx, { account, held, decided, requestId });
    return { kind: 'done', value: { id } };
  });
}

async function note(
  tx: Tx,
  given: { account: string; held: InformationRequest; decided: Decision; requestId: string | undefined },
): Promise<void> {
  const { account, held, decided, requestId } = given;
  const { action, changes, reason } = decided;
  const { outcome_note: _, extension_reason: __, ...after } = changes;
  await recordAudit(tx, {
    actor: account,
    action,
    subject: { kind: 'information-request', id: held.id },
    municipalityId: held.municipalityId,
    before: { outcome: held.outcome, due_on: held.dueOn },
    after,
    ...(reason ? { reason } : {}),
    ...(requestId ? { requestId } : {}),
  });
}

/** What someone else wrote down meanwhile, as the forms show it. */
function fieldsOf({
  askedOn,
  extendedOn,
  extensionReason,
  outcome,
  answeredOn,
  outcomeNote,
}: InformationRequest): Fields {
  return {
    askedOn: askedOn ?? '',
    extendedOn: extendedOn ?? '',
    extensionReason,
    outcome: outcome === 'open' ? '' : outcome,
    answeredOn: answeredOn ?? '',
    outcomeNote,
  };
}
