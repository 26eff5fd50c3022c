/** What a person may do for the network (product.md, "People"); residents need no grant. */
export const roles = [
  'facilitator',
  'monitor',
  'editor',
  'municipality-contact',
  'coordinator',
  'administrator',
] as const;

export type Role = (typeof roles)[number];

/** Roles that can publish or administer: in force only in a session that has passed a second factor. */
const guarded: ReadonlySet<Role> = new Set([
  'editor',
  'municipality-contact',
  'coordinator',
  'administrator',
]);

export function needsSecondFactor(role: Role): boolean {
  return guarded.has(role);
}

/** What a role is bound to: an organisation (and the municipalities that it is a member for), a municipality, or the network. */
export type RoleScope = 'organisation' | 'municipality' | 'network';

export function scopeOfRole(role: Role): RoleScope {
  switch (role) {
    case 'facilitator':
    case 'monitor':
    case 'editor':
      return 'organisation';
    case 'municipality-contact':
      return 'municipality';
    case 'coordinator':
    case 'administrator':
      return 'network';
  }
}

export function isRole(value: string): value is Role {
  return roles.some((role) => role === value);
}
