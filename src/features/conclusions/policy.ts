import { holdsForNetwork, municipalitiesOf, type Actor } from '#features/accounts/actor.ts';
import { mayPublish, mayRun } from '#features/events/policy.ts';

/** Where a gathering is held. null: it is of the whole network. */
export interface Gathering {
  municipalityId: string | null;
}

/** Whether someone writes minutes and conclusions, and adds photographs. Everyone else is not told that there are any. */
export function mayWriteAfter(actor: Actor, gathering: Gathering): boolean {
  return mayRun(actor, gathering);
}

/** Whether someone lets the public see it, and takes a photograph back. */
export function mayPublishAfter(actor: Actor, gathering: Gathering): boolean {
  return mayPublish(actor, gathering);
}

/** Whether someone says what came of a conclusion: who publishes the gathering, and those who follow the conclusion up. */
export function mayAddOutcome(
  actor: Actor,
  gathering: Gathering,
  followers: readonly { organisationId: string }[],
): boolean {
  const followed = organisationsFollowing(actor);
  return (
    mayPublishAfter(actor, gathering) ||
    followers.some(({ organisationId }) => followed.includes(organisationId))
  );
}

/** The organisations for which someone follows conclusions up. */
export function organisationsFollowing(actor: Actor): string[] {
  if (actor.kind !== 'account') return [];
  return actor.grants.flatMap(({ role, scope }) =>
    role === 'editor' && scope.kind === 'organisation' ? [scope.organisationId] : [],
  );
}

/** Whether there may be conclusions that somebody says something about. */
export function followsUp(actor: Actor): boolean {
  const municipalities = municipalitiesOf(actor, 'editor');
  return (
    holdsForNetwork(actor, 'coordinator') ||
    organisationsFollowing(actor).length > 0 ||
    municipalities === 'all' ||
    municipalities.length > 0
  );
}
