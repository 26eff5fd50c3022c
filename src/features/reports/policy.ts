import { holdsForNetwork, holdsIn, municipalitiesOf, type Actor } from '#features/accounts/actor.ts';

// Who may do what with reports before they are public, and who makes them so. What is public, everyone may see.

/** Writes what stands around the figures of a report; of the network's (null) those who coordinate it. */
export function writesReport(actor: Actor, municipalityId: string | null): boolean {
  if (holdsForNetwork(actor, 'coordinator')) return true;
  return municipalityId !== null && holdsIn(actor, municipalityId, 'editor');
}

/** Makes the PDFs of all reports of a round. */
export function makesReports(actor: Actor): boolean {
  return holdsForNetwork(actor, 'coordinator');
}

/** The municipalities whose reports someone writes. */
export function reportsReach(actor: Actor): 'all' | string[] {
  if (holdsForNetwork(actor, 'coordinator')) return 'all';
  return municipalitiesOf(actor, 'editor');
}

/**
 * Makes a further edition public: someone who may write it, but not who wrote its words last, so that two people have read
 * what the public reads.
 */
export function publishesEdition(
  actor: Actor,
  { municipalityId, savedBy }: { municipalityId: string | null; savedBy: string | null },
): boolean {
  return writesReport(actor, municipalityId) && !(actor.kind === 'account' && actor.id === savedBy);
}
