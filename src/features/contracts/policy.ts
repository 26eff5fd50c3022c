import { holdsForNetwork, holdsIn, municipalitiesOf, type Actor } from '#features/accounts/actor.ts';

// Who may do what with a contract while it is written, signed and amended. What is published, everyone may see.

export type DraftState = 'draft' | 'submitted' | 'approved' | 'frozen';

/** Whether there is anything for them in this part of the workspace. */
export function worksOnContracts(actor: Actor): boolean {
  const roles = ['facilitator', 'monitor', 'editor', 'municipality-contact', 'coordinator'] as const;
  const reach = municipalitiesOf(actor, ...roles);
  return reach === 'all' || reach.length > 0;
}

interface Draft {
  municipalityId: string;
  state: DraftState;
}

/** The working text, its versions and comments: the member organisation's people and the network's coordinators. */
export function seesDraft(actor: Actor, municipalityId: string): boolean {
  return (
    holdsIn(actor, municipalityId, 'facilitator', 'monitor', 'editor') ||
    holdsForNetwork(actor, 'coordinator')
  );
}

/**
 * The one version that was approved; nothing of the work before it. The municipality's contact prepares the town hall for
 * the signing with it, so from approval on, not earlier: what is still discussed is the organisation's own.
 */
export function seesApproved(actor: Actor, { municipalityId, state }: Draft): boolean {
  if (seesDraft(actor, municipalityId)) return true;
  return (
    (state === 'approved' || state === 'frozen') && holdsIn(actor, municipalityId, 'municipality-contact')
  );
}

/** The text, its order, its submission: editors of the member organisation. A coordinator cannot edit it. */
export function writesDraft(actor: Actor, municipalityId: string): boolean {
  return holdsIn(actor, municipalityId, 'editor');
}

export function commentsOnDraft(actor: Actor, municipalityId: string): boolean {
  return seesDraft(actor, municipalityId);
}

/** Approves, or sends back with words. */
export function reviewsDraft(actor: Actor): boolean {
  return holdsForNetwork(actor, 'coordinator');
}

/** Publishes the approved text, and records what happened with signatures. */
export function publishesContract(actor: Actor, municipalityId: string): boolean {
  return holdsIn(actor, municipalityId, 'editor');
}

/** Who was elected is a fact of the whole network's cycle. */
export function recordsWinner(actor: Actor, municipalityId: string): boolean {
  return holdsIn(actor, municipalityId, 'editor') || holdsForNetwork(actor, 'coordinator');
}

export function proposesAmendment(actor: Actor, municipalityId: string): boolean {
  return holdsIn(actor, municipalityId, 'editor');
}

/**
 * Each side signs for itself; an editor may record what the town hall has signed on paper, with the scan.
 * @see recordsOnPaper
 */
export function answersAmendment(
  actor: Actor,
  municipalityId: string,
  side: 'organisation' | 'municipality',
): boolean {
  return holdsIn(actor, municipalityId, side === 'organisation' ? 'editor' : 'municipality-contact');
}

export function recordsOnPaper(actor: Actor, municipalityId: string): boolean {
  return holdsIn(actor, municipalityId, 'editor');
}
