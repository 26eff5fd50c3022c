import type { Actor } from '#features/accounts/actor.ts';
import { recordAudit } from '#server/audit/audit.ts';
import type { Tx } from '#server/database/db.ts';
import { notFound } from '#server/errors.ts';
import type { Item } from './item-store.ts';

type Noted = Pick<
  Item,
  'id' | 'municipalityId' | 'kind' | 'class' | 'stance' | 'visibility' | 'review' | 'createdBy' | 'readerIds'
>;

/**
 * What the audit keeps of an item: never its words, place or address, which a later wish to protect the source could not take
 * back. `visibility` and `named` say to audit/kinds.ts who may read the event.
 */
function kept({ kind, class: evidenceClass, stance, visibility, review, createdBy, readerIds }: Noted) {
  return {
    kind,
    class: evidenceClass,
    stance,
    visibility,
    review,
    ...(visibility === 'private' ? { named: [...(createdBy ? [createdBy] : []), ...readerIds] } : {}),
  };
}

interface Event {
  actor: Actor;
  action: string;
  before?: Noted;
  after: Noted;
  reason?: string;
  /** Names of the fields that changed, files that were added. */
  more?: Readonly<Record<string, unknown>>;
  requestId?: string | undefined;
}

export async function noteItem(tx: Tx, event: Event): Promise<void> {
  const { actor, action, before, after, reason, more, requestId } = event;
  if (actor.kind !== 'account') throw notFound('the workspace');
  await recordAudit(tx, {
    actor: actor.id,
    action,
    subject: { kind: 'evidence-item', id: after.id },
    municipalityId: after.municipalityId,
    ...(before ? { before: kept(before) } : {}),
    after: { ...kept(after), ...more },
    ...(reason ? { reason } : {}),
    ...(requestId ? { requestId } : {}),
  });
}
