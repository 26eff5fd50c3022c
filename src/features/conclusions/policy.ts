import { holdsForNetwork, holdsIn, type Actor } from '#features/accounts/actor.ts';
import type { Role } from '#features/accounts/role.ts';

/** Whose a gathering is. municipalityId null: of the whole network. */
export interface Gathering {
  organisationId: string | null;
  municipalityId: string | null;
}

/** Whether someone works for the organisation that holds a gathering, or in its municipality, or coordinates the network. */
export function worksAt(
  actor: Actor,
  { organisationId, municipalityId }: Gathering,
  ...roles: Role[]
): boolean {
  if (holdsForNetwork(actor, 'coordinator')) return true;
  if (organisationId !== null && worksFor(actor, organisationId, ...roles)) return true;
  return municipalityId !== null && holdsIn(actor, municipalityId, ...roles);
}

function worksFor(actor: Actor, organisationId: string, ...roles: Role[]): boolean {
  return (
    actor.kind === 'account' &&
    actor.grants.some(
      ({ role, scope }) =>
        roles.includes(role) && scope.kind === 'organisation' && scope.organisationId === organisationId,
    )
  );
}

/** Whether someone reads what is written after a gathering before it is public. Everyone else is not told that it exists. */
export function mayReadAfter(actor: Actor, gathering: Gathering): boolean {
  return worksAt(actor, gathering, 'facilitator', 'editor');
}

/** Whether someone writes minutes and conclusions, and adds photographs. */
export function mayWriteAfter(actor: Actor, gathering: Gathering): boolean {
  return worksAt(actor, gathering, 'facilitator', 'editor');
}

/** Whether someone lets the public see it, and takes a photograph back. */
export function mayPublishAfter(actor: Actor, gathering: Gathering): boolean {
  return worksAt(actor, gathering, 'editor');
}

/** Whether someone says what came of a conclusion: who holds the gathering, and those who follow the conclusion up. */
export function mayAddOutcome(
  actor: Actor,
  gathering: Gathering,
  followers: readonly { organisationId: string }[],
): boolean {
  return (
    mayPublishAfter(actor, gathering) ||
    followers.some(({ organisationId }) => worksFor(actor, organisationId, 'editor'))
  );
}

/** The organisations for which someone follows conclusions up. */
export function organisationsFollowed(actor: Actor): string[] {
  if (actor.kind !== 'account') return [];
  return actor.grants.flatMap(({ role, scope }) =>
    role === 'editor' && scope.kind === 'organisation' ? [scope.organisationId] : [],
  );
}
