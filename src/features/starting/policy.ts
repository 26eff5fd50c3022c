import { holdsForNetwork, organisationsOf, type Actor } from '#features/accounts/actor.ts';

/** The organisations whose start someone follows. */
export function startsFollowed(actor: Actor): 'all' | string[] {
  if (holdsForNetwork(actor, 'coordinator')) return 'all';
  return organisationsOf(actor, 'editor');
}

/** Whether someone says that an organisation's people have gone through the training material. */
export function marksTraining(actor: Actor, organisationId: string): boolean {
  return organisationsOf(actor, 'editor').includes(organisationId);
}

export function followsStarts(actor: Actor): boolean {
  const followed = startsFollowed(actor);
  return followed === 'all' || followed.length > 0;
}
