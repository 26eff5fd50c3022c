import { holdsForNetwork, holdsIn, municipalitiesOf, type Actor } from '#features/accounts/actor.ts';

// Who may do what with evidence before it is published. What is public then, everyone may see.

export interface ItemSubject {
  municipalityId: string;
  visibility: 'public' | 'private';
  createdBy: string | null;
  /** Those named to see a private item. */
  readerIds: readonly string[];
  /** Those who code one of the components that it bears on. */
  coderIds: readonly string[];
}

const gatherers = ['monitor', 'editor'] as const;

/** Whether someone sees the evidence of a municipality by their role; coders from elsewhere see that of their components. */
export function seesEvidenceIn(actor: Actor, municipalityId: string): boolean {
  return holdsIn(actor, municipalityId, ...gatherers) || holdsForNetwork(actor, 'coordinator');
}

/** The municipalities of which the same holds. */
export function evidenceReach(actor: Actor): 'all' | string[] {
  return holdsForNetwork(actor, 'coordinator') ? 'all' : municipalitiesOf(actor, ...gatherers);
}

/** Whether there is anything for them in this part of the workspace: monitors code elsewhere too. */
export function worksWithEvidence(actor: Actor): boolean {
  const reach = evidenceReach(actor);
  return reach === 'all' || reach.length > 0;
}

/**
 * A private item, of a source at risk, is seen by who added it and those named, as long as they work there: by no
 * coordinator, editor or coder for what they are.
 */
export function seesItem(actor: Actor, item: ItemSubject): boolean {
  if (actor.kind !== 'account') return false;
  if (!seesEvidenceIn(actor, item.municipalityId) && !item.coderIds.includes(actor.id)) return false;
  return item.visibility === 'public' || isNamed(actor.id, item);
}

function isNamed(accountId: string, { createdBy, readerIds }: ItemSubject): boolean {
  return createdBy === accountId || readerIds.includes(accountId);
}

/** To add evidence. Coordinators read: the work in a municipality is that of its own people. */
export function gathersIn(actor: Actor, municipalityId: string): boolean {
  return holdsIn(actor, municipalityId, ...gatherers);
}

/** To change an item, add a file, or take it back with a reason: who added it, and editors who see it. */
export function changesItem(actor: Actor, item: ItemSubject): boolean {
  if (actor.kind !== 'account' || !seesItem(actor, item)) return false;
  return (
    holdsIn(actor, item.municipalityId, 'editor') ||
    (item.createdBy === actor.id && gathersIn(actor, item.municipalityId))
  );
}

/** To say whether it may be shown. A private item is never shown, so there is nothing to say. */
export function reviewsItem(actor: Actor, item: ItemSubject): boolean {
  return (
    item.visibility === 'public' && seesItem(actor, item) && holdsIn(actor, item.municipalityId, 'editor')
  );
}

/** To prepare what the public may see of an item's files: who may change the item or reviews it. A private one is never shown. */
export function preparesCopy(actor: Actor, item: ItemSubject): boolean {
  return item.visibility === 'public' && (changesItem(actor, item) || reviewsItem(actor, item));
}

/** To ask once more for the copy of the page that an item leads to. */
export function asksForCapture(actor: Actor, item: ItemSubject): boolean {
  return changesItem(actor, item) || reviewsItem(actor, item);
}

/** To make a private item public, and to say who sees it: its author alone knows what that means for the source. */
export function opensItem(actor: Actor, item: ItemSubject): boolean {
  if (!changesItem(actor, item)) return false;
  return item.visibility === 'public' || (actor.kind === 'account' && item.createdBy === actor.id);
}
