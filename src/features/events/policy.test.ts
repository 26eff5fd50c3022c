import { expect, test } from 'vitest';
import { nobody, type Actor, type Scope } from '#features/accounts/actor.ts';
import type { Role } from '#features/accounts/role.ts';
import type { Plan, PlanSubject } from './plan.ts';
import { mayChange, mayPublish, mayRead, mayRun, planningReach, readingReach } from './policy.ts';

function who(role: Role, scope: Scope): Actor {
  return { kind: 'account', id: 'a', grants: [{ role, scope }], awaitsSecondFactor: false };
}

const member: Scope = { kind: 'organisation', organisationId: 'o', municipalityIds: ['fier'] };
const coordinator = who('coordinator', { kind: 'network' });
const editor = who('editor', member);
const facilitator = who('facilitator', member);
const contact = who('municipality-contact', { kind: 'municipality', municipalityId: 'fier' });
const monitor = who('monitor', member);
const administrator = who('administrator', { kind: 'network' });

function plan(
  municipalityId: string | null,
  state: PlanSubject['state'] = 'draft',
  reopenedAt: Date | null = null,
): PlanSubject & Pick<Plan, 'comingFrom' | 'reopenedAt'> {
  return { organisationId: 'o', municipalityId, state, reopenedAt, comingFrom: [] };
}

test('people of a member run the events of their own municipalities, coordinators all', () => {
  for (const actor of [editor, facilitator, coordinator]) expect(mayRun(actor, plan('fier'))).toBe(true);
  for (const actor of [contact, monitor, administrator, nobody])
    expect(mayRun(actor, plan('fier'))).toBe(false);
  for (const actor of [editor, facilitator]) expect(mayRun(actor, plan('vlore'))).toBe(false);
});

test('an event of the whole network is the coordinators’ alone', () => {
  expect(mayRun(coordinator, plan(null))).toBe(true);
  for (const actor of [editor, facilitator, contact, administrator, nobody]) {
    expect(mayRun(actor, plan(null))).toBe(false);
    expect(mayPublish(actor, plan(null))).toBe(false);
  }
});

test('a facilitator prepares, an editor of the same municipality makes public', () => {
  expect(mayPublish(facilitator, plan('fier'))).toBe(false);
  expect(mayPublish(editor, plan('fier'))).toBe(true);
  expect(mayPublish(editor, plan('vlore'))).toBe(false);
});

test('what everyone sees is changed only by who may publish, what is over by nobody', () => {
  expect(mayChange(facilitator, plan('fier'))).toBe(true);
  expect(mayChange(facilitator, plan('fier', 'announced'))).toBe(false);
  expect(mayChange(editor, plan('fier', 'announced'))).toBe(true);
  for (const state of ['cancelled', 'published'] as const) {
    expect(mayChange(coordinator, plan('fier', state))).toBe(false);
  }
});

test('what is published is changed once it is open for a correction, by who may publish', () => {
  const open = plan('fier', 'published', new Date('2027-06-01'));
  expect(mayChange(editor, open)).toBe(true);
  expect(mayChange(coordinator, open)).toBe(true);
  for (const actor of [facilitator, contact, administrator, nobody])
    expect(mayChange(actor, open)).toBe(false);
  expect(mayChange(editor, { ...open, municipalityId: 'vlore' })).toBe(false);
});

test('a town hall’s contact finds what was announced in its own municipality, and no draft', () => {
  expect(mayRead(contact, plan('fier', 'announced'))).toBe(true);
  expect(mayRead(contact, plan('fier'))).toBe(false);
  expect(mayRead(contact, plan('vlore', 'announced'))).toBe(false);
  expect(mayRead(nobody, plan('fier', 'announced'))).toBe(false);
});

test('the contact reads what was announced elsewhere once somebody of the municipality is to come, and changes nothing', () => {
  const coming = { ...plan(null, 'announced'), comingFrom: ['fier'] };
  expect(mayRead(contact, coming)).toBe(true);
  expect(mayRead(contact, { ...coming, comingFrom: ['vlore'] })).toBe(false);
  expect(mayRead(contact, { ...coming, state: 'draft' })).toBe(false);
  for (const actor of [monitor, editor, nobody]) expect(mayRead(actor, coming)).toBe(false);
  expect(mayChange(contact, coming)).toBe(false);
});

test('reach follows the same rules', () => {
  expect(planningReach(coordinator)).toBe('all');
  expect(planningReach(facilitator)).toEqual(['fier']);
  expect(planningReach(contact)).toEqual([]);
  expect(readingReach(contact)).toEqual({ whole: [], announced: ['fier'] });
});
