import { holdsIn, municipalitiesOf, type Actor } from '#features/accounts/actor.ts';

interface Placed {
  municipalityId: string;
}

/** Builds, opens and closes questionnaires, types in paper answers, reviews what was written. */
export function mayRunQuestionnaires(actor: Actor, { municipalityId }: Placed): boolean {
  return holdsIn(actor, municipalityId, 'facilitator', 'editor');
}

export function mayReadQuestionnaires(actor: Actor, { municipalityId }: Placed): boolean {
  return holdsIn(actor, municipalityId, 'facilitator', 'editor', 'coordinator');
}

export function mayPublishAnswers(actor: Actor, { municipalityId }: Placed): boolean {
  return holdsIn(actor, municipalityId, 'editor');
}

/** The municipalities whose questionnaires the actor sees. */
export function placesOfQuestionnaires(actor: Actor): 'all' | string[] {
  return municipalitiesOf(actor, 'facilitator', 'editor', 'coordinator');
}

/** Whether the workspace has anything about questionnaires for this person. */
export function hasQuestionnaires(actor: Actor): boolean {
  const places = placesOfQuestionnaires(actor);
  return places === 'all' || places.length > 0;
}
