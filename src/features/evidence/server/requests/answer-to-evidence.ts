import type { z } from 'zod';
import type { Actor } from '#features/accounts/actor.ts';
import type { Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction } from '#server/database/db.ts';
import type { toEvidence } from '../../requests/schema.ts';
import { addItem } from '../gathering.ts';
import type { AttachedFile } from '../media/attach-upload.ts';
import { accountOf, holdToWork, requestToWork } from './access.ts';
import { updateRequest } from './requests-store.ts';

/**
 * Makes what came of a request evidence of the round: its dates and outcome, the answer as a file where there is one. The item
 * has the request's id, so that the same form sent twice makes one.
 */
export async function answerToEvidence(
  app: App,
  actor: Actor,
  id: string,
  command: z.output<typeof toEvidence>,
  file?: AttachedFile,
  requestId?: string,
): Promise<Outcome<{ assessmentId: string; itemId: string }>> {
  const account = accountOf(actor);
  const request = await requestToWork(app.db, actor, id);
  const { assessmentId, askedOn, dueOn, answeredOn, outcome, addressee } = request;
  if (outcome === 'open' || askedOn === null)
    return { kind: 'refused', faults: [{ field: 'stance', key: 'requests.fault.not-over' }] };
  if (assessmentId === null)
    return { kind: 'refused', faults: [{ field: 'stance', key: 'requests.fault.no-assessment' }] };
  const { stance, showsSq, showsEn, components } = command;
  const added = await addItem(
    app,
    actor,
    assessmentId,
    {
      kind: 'information-request',
      id,
      class: '',
      stance,
      dated: answeredOn ?? dueOn ?? dayOf(app.clock()),
      showsSq,
      showsEn,
      bindingLanguage: showsSq === '' ? 'en' : 'sq',
      publisher: request.municipalityName,
      url: '',
      components,
      ofMunicipality: true,
      visibility: 'public',
      readers: [],
      altSq: '',
      altEn: '',
      addressee,
      askedOn,
      dueOn,
      answeredOn,
      outcome,
    },
    file,
    requestId,
  );
  if (added.kind !== 'done') return added;
  await inTransaction(app.db, async (tx) => {
    const held = await holdToWork(tx, request);
    if (held.itemId !== null) return;
    await updateRequest(tx, held, { item_id: id });
    await recordAudit(tx, {
      actor: account,
      action: 'make-evidence',
      subject: { kind: 'information-request', id },
      municipalityId: held.municipalityId,
      after: { item: id },
      ...(requestId ? { requestId } : {}),
    });
  });
  return { kind: 'done', value: { assessmentId, itemId: id } };
}
