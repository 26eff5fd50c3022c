import { holdsForNetwork, type Actor, type Scope } from './actor.ts';
import type { Role } from './role.ts';

/** A role that is to be given, or ended. */
export interface BoundRole {
  role: Role;
  organisationId: string | null;
  municipalityId: string | null;
  /** The municipalities that the organisation is a member for, where the role is an organisation's. */
  organisationReach: readonly string[];
}

const ofNetwork: readonly Role[] = ['coordinator', 'administrator'];
const ofCoordinator: readonly Role[] = [
  'facilitator',
  'monitor',
  'editor',
  'municipality-contact',
  'coordinator',
];
const ofEditor: readonly Role[] = ['facilitator', 'monitor'];

/**
 * Whether someone may give this role, or end it. The coordinator decides on roles, the administrator on who runs the network's
 * installation, an editor on those who listen and monitor for their own organisation, no further than they reach themselves.
 */
export function mayGrant(actor: Actor, bound: BoundRole): boolean {
  if (holdsForNetwork(actor, 'administrator') && ofNetwork.includes(bound.role)) return true;
  if (holdsForNetwork(actor, 'coordinator') && ofCoordinator.includes(bound.role)) return true;
  return ofEditor.includes(bound.role) && editorScopes(actor).some((scope) => reaches(scope, bound));
}

type OrganisationScope = Extract<Scope, { kind: 'organisation' }>;

function editorScopes(actor: Actor): OrganisationScope[] {
  if (actor.kind === 'nobody') return [];
  return actor.grants.flatMap(({ role, scope }) =>
    role === 'editor' && scope.kind === 'organisation' ? [scope] : [],
  );
}

function reaches(scope: OrganisationScope, { organisationId, municipalityId, organisationReach }: BoundRole) {
  if (scope.organisationId !== organisationId) return false;
  const wanted = municipalityId === null ? organisationReach : [municipalityId];
  return wanted.length > 0 && wanted.every((id) => scope.municipalityIds.includes(id));
}

/** Roles that someone may give at all, wherever. */
export function grantableRoles(actor: Actor): Role[] {
  const may = (role: Role) =>
    (holdsForNetwork(actor, 'administrator') && ofNetwork.includes(role)) ||
    (holdsForNetwork(actor, 'coordinator') && ofCoordinator.includes(role)) ||
    (ofEditor.includes(role) && editorScopes(actor).length > 0);
  return [...new Set([...ofCoordinator, ...ofNetwork])].filter(may);
}

/** The people whom someone may see with their addresses: all, those of some organisations, or none. */
export function peopleSeenBy(actor: Actor): 'all' | string[] {
  if (holdsForNetwork(actor, 'administrator', 'coordinator')) return 'all';
  return editorScopes(actor).map(({ organisationId }) => organisationId);
}
