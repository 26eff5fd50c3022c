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
