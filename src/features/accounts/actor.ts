import type { Role } from './role.ts';

/** Where a role holds. An organisation's reaches the municipalities that it is a member for on that day. */
export type Scope =
  | { kind: 'network' }
  | { kind: 'organisation'; organisationId: string; municipalityIds: readonly string[] }
  | { kind: 'municipality'; municipalityId: string };

export interface Grant {
  role: Role;
  scope: Scope;
}

/**
 * Who acts, as every policy is asked about them. Someone who is signed in and has no grant is a resident. Grants are those
 * in force: begun, not ended, and, where the role needs a second factor, given in a session that has passed one.
 */
export type Actor =
  { kind: 'nobody' } | { kind: 'account'; id: string; grants: readonly Grant[]; awaitsSecondFactor: boolean };

export const nobody: Actor = { kind: 'nobody' };

/** The actor's grants of some roles. */
function grantsOf(actor: Actor, roles: readonly Role[]): readonly Grant[] {
  return actor.kind === 'account' ? actor.grants.filter(({ role }) => roles.includes(role)) : [];
}

/** Whether the actor holds one of the roles for the whole network. */
export function holdsForNetwork(actor: Actor, ...roles: Role[]): boolean {
  return grantsOf(actor, roles).some(({ scope }) => scope.kind === 'network');
}

/** Whether the actor holds one of the roles where it reaches this municipality. */
export function holdsIn(actor: Actor, municipalityId: string, ...roles: Role[]): boolean {
  return grantsOf(actor, roles).some(({ scope }) => {
    switch (scope.kind) {
      case 'network':
        return true;
      case 'organisation':
        return scope.municipalityIds.includes(municipalityId);
      case 'municipality':
        return scope.municipalityId === municipalityId;
    }
  });
}

/** The municipalities in which the actor holds one of the roles; 'all' where for the network. */
export function municipalitiesOf(actor: Actor, ...roles: Role[]): 'all' | string[] {
  if (holdsForNetwork(actor, ...roles)) return 'all';
  const ids = grantsOf(actor, roles).flatMap(({ scope }) => {
    if (scope.kind === 'organisation') return scope.municipalityIds;
    return scope.kind === 'municipality' ? [scope.municipalityId] : [];
  });
  return [...new Set(ids)];
}

/** The organisations for which the actor holds one of the roles in this municipality. */
export function organisationsIn(actor: Actor, municipalityId: string, ...roles: Role[]): string[] {
  return grantsOf(actor, roles).flatMap(({ scope }) =>
    scope.kind === 'organisation' && scope.municipalityIds.includes(municipalityId)
      ? [scope.organisationId]
      : [],
  );
}

/** The organisations for which the actor holds one of the roles, wherever. */
export function organisationsOf(actor: Actor, ...roles: Role[]): string[] {
  const ids = grantsOf(actor, roles).flatMap(({ scope }) =>
    scope.kind === 'organisation' ? [scope.organisationId] : [],
  );
  return [...new Set(ids)];
}
