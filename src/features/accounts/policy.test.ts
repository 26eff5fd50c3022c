import { describe, expect, test } from 'vitest';
import { nobody, type Actor, type Scope } from './actor.ts';
import { grantableRoles, mayGrant, peopleSeenBy, type BoundRole } from './policy.ts';
import { roles, type Role } from './role.ts';

const network: Scope = { kind: 'network' };
const ours: Scope = { kind: 'organisation', organisationId: 'ours', municipalityIds: ['fier', 'patos'] };
const narrowed: Scope = { kind: 'organisation', organisationId: 'ours', municipalityIds: ['fier'] };
const theirs: Scope = { kind: 'organisation', organisationId: 'theirs', municipalityIds: ['fier'] };

function actor(role: Role, scope: Scope): Actor {
  return { kind: 'account', id: 'someone', grants: [{ role, scope }], awaitsSecondFactor: false };
}

const resident: Actor = { kind: 'account', id: 'drita', grants: [], awaitsSecondFactor: false };
const contact = actor('municipality-contact', { kind: 'municipality', municipalityId: 'fier' });

function bound(role: Role, given: Partial<BoundRole> = {}): BoundRole {
  return { role, organisationId: null, municipalityId: null, organisationReach: [], ...given };
}
const forOurs = (role: Role, municipalityId: string | null = null) =>
  bound(role, { organisationId: 'ours', municipalityId, organisationReach: ['fier', 'patos'] });

/** The roles that an actor may give, of all, each bound as widely as it can be. */
function given(who: Actor): Role[] {
  return roles.filter((role) => mayGrant(who, forOurs(role)));
}

test.each<[string, Actor, Role[]]>([
  ['nobody', nobody, []],
  ['a resident', resident, []],
  ['a facilitator', actor('facilitator', ours), []],
  ['a monitor', actor('monitor', ours), []],
  ['a municipality contact', contact, []],
  ['an editor', actor('editor', ours), ['facilitator', 'monitor']],
  ['an editor of another organisation', actor('editor', theirs), []],
  [
    'a coordinator',
    actor('coordinator', network),
    ['facilitator', 'monitor', 'editor', 'municipality-contact', 'coordinator'],
  ],
  ['an administrator', actor('administrator', network), ['coordinator', 'administrator']],
])('%s may give these roles: %o', (_, who, expected) => {
  expect(given(who)).toEqual(expected);
  if (expected.length > 0) expect(grantableRoles(who).toSorted()).toEqual(expected.toSorted());
});

describe('an editor of one of the organisation’s municipalities', () => {
  test('gives roles there, not for the whole organisation, and not in its others', () => {
    const who = actor('editor', narrowed);
    expect(mayGrant(who, forOurs('monitor', 'fier'))).toBe(true);
    expect(mayGrant(who, forOurs('monitor'))).toBe(false);
    expect(mayGrant(who, forOurs('monitor', 'patos'))).toBe(false);
  });
});

test('an editor gives no role where the organisation is no member', () => {
  const gone: Scope = { kind: 'organisation', organisationId: 'ours', municipalityIds: [] };
  expect(mayGrant(actor('editor', gone), bound('monitor', { organisationId: 'ours' }))).toBe(false);
});

test('addresses are seen by who runs the network, and by editors of their own organisation', () => {
  expect(peopleSeenBy(actor('coordinator', network))).toBe('all');
  expect(peopleSeenBy(actor('administrator', network))).toBe('all');
  expect(peopleSeenBy(actor('editor', ours))).toEqual(['ours']);
  for (const who of [nobody, resident, contact, actor('facilitator', ours), actor('monitor', ours)]) {
    expect(peopleSeenBy(who)).toEqual([]);
  }
});
