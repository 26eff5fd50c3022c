import { municipalitiesOf, type Actor } from '#features/accounts/actor.ts';

/** Sends files ahead of the form that they belong to. What a form takes, its own policy says. */
export function maySendAhead(actor: Actor): boolean {
  const places = municipalitiesOf(
    actor,
    'facilitator',
    'monitor',
    'editor',
    'municipality-contact',
    'coordinator',
  );
  return places === 'all' || places.length > 0;
}
