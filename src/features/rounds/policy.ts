import { holdsForNetwork, holdsIn, municipalitiesOf, type Actor } from '#features/accounts/actor.ts';

// Who may do what with rounds while they are worked on. What is published, everyone may see.

/** Opens rounds, sets their deadlines, and the days on which nothing is published. */
export function plansRounds(actor: Actor): boolean {
  return holdsForNetwork(actor, 'coordinator');
}

/** Says who gathers evidence and who codes in a municipality. */
export function assignsPeople(actor: Actor, municipalityId: string): boolean {
  return holdsIn(actor, municipalityId, 'editor') || holdsForNetwork(actor, 'coordinator');
}

/** Sees how far an assessment is, and who works on it. Codes have a policy of their own. */
export function seesAssessment(actor: Actor, municipalityId: string): boolean {
  return holdsIn(actor, municipalityId, 'monitor', 'editor') || holdsForNetwork(actor, 'coordinator');
}

/** The municipalities whose assessments someone sees. Coders from elsewhere see their own tasks beside. */
export function assessmentsReach(actor: Actor): 'all' | string[] {
  if (holdsForNetwork(actor, 'coordinator')) return 'all';
  return municipalitiesOf(actor, 'monitor', 'editor');
}

/** Opens the coding, or goes back to the evidence: an editor, who answers for the municipality's assessment. */
export function opensCoding(actor: Actor, municipalityId: string): boolean {
  return holdsIn(actor, municipalityId, 'editor') || holdsForNetwork(actor, 'coordinator');
}

/** Whether someone has a part in rounds at all. */
export function worksOnRounds(actor: Actor): boolean {
  const reach = assessmentsReach(actor);
  return reach === 'all' || reach.length > 0;
}

/** Declares conflicts of interest: everyone who could be given a place. */
export function declaresConflicts(actor: Actor): actor is Extract<Actor, { kind: 'account' }> {
  return actor.kind === 'account' && worksOnRounds(actor);
}

/** Records somebody else's conflict of interest, and ends any. */
export function recordsConflicts(actor: Actor): boolean {
  return holdsForNetwork(actor, 'coordinator');
}

/** Whose conflicts someone reads beside their own: editors need to know whom they cannot assign. */
export function conflictsReach(actor: Actor): 'all' | string[] {
  return holdsForNetwork(actor, 'coordinator') ? 'all' : municipalitiesOf(actor, 'editor');
}
