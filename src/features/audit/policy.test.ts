import { describe, expect, test } from 'vitest';
import { nobody, type Actor, type Grant } from '#features/accounts/actor.ts';
import type { Role } from '#features/accounts/role.ts';
import type { AuditedEvent } from './event.ts';
import { mayReadEvent, maySearchAudit } from './policy.ts';

function accountWith(...grants: Grant[]): Actor {
  return { kind: 'account', id: 'arta', grants, awaitsSecondFactor: false };
}

function inOrganisation(role: Role, municipalityId: string): Actor {
  return accountWith({
    role,
    scope: { kind: 'organisation', organisationId: 'o', municipalityIds: [municipalityId] },
  });
}

function inNetwork(role: Role): Actor {
  return accountWith({ role, scope: { kind: 'network' } });
}

const contact = accountWith({
  role: 'municipality-contact',
  scope: { kind: 'municipality', municipalityId: 'fier' },
});

function event(given: Partial<AuditedEvent>): AuditedEvent {
  return {
    id: 'e',
    happenedAt: new Date('2027-03-01T10:00:00Z'),
    actor: 'somebody',
    action: 'change',
    subjectKind: 'forum',
    subjectId: 'f',
    municipalityId: 'fier',
    reason: null,
    before: null,
    after: null,
    requestId: null,
    ...given,
  };
}

describe('what happened to a municipality’s forum', () => {
  test.each<[string, Actor, boolean]>([
    ['an editor there', inOrganisation('editor', 'fier'), true],
    ['a facilitator there', inOrganisation('facilitator', 'fier'), true],
    ['a monitor there', inOrganisation('monitor', 'fier'), true],
    ['an editor of another municipality', inOrganisation('editor', 'vlore'), false],
    ['the municipality’s contact', contact, false],
    ['a resident', accountWith(), false],
    ['nobody', nobody, false],
    ['a coordinator', inNetwork('coordinator'), true],
    ['an administrator', inNetwork('administrator'), false],
  ])('%s', (_, actor, may) => {
    expect(mayReadEvent(actor, event({}))).toBe(may);
  });
});

describe('what happened to an account', () => {
  const ofAnother = event({ subjectKind: 'account', subjectId: 'besa', municipalityId: null });
  test.each<[string, Actor, boolean]>([
    ['an administrator', inNetwork('administrator'), true],
    ['an editor', inOrganisation('editor', 'fier'), false],
    ['a resident', accountWith(), false],
  ])('%s, of another’s', (_, actor, may) => {
    expect(mayReadEvent(actor, ofAnother)).toBe(may);
  });

  test.each<[string, Actor]>([
    ['a resident', accountWith()],
    ['the municipality’s contact', contact],
  ])('%s, of their own', (_, actor) => {
    expect(mayReadEvent(actor, { ...ofAnother, subjectId: 'arta' })).toBe(true);
  });
});

test('a kind that no rule names is for coordinators alone', () => {
  const unknown = event({ subjectKind: 'something-new' });
  expect(mayReadEvent(inOrganisation('editor', 'fier'), unknown)).toBe(false);
  expect(mayReadEvent(inNetwork('coordinator'), unknown)).toBe(true);
});

test('the audit is searched by coordinators and administrators', () => {
  expect(maySearchAudit(inNetwork('coordinator'))).toBe(true);
  expect(maySearchAudit(inNetwork('administrator'))).toBe(true);
  for (const actor of [nobody, contact, accountWith(), inOrganisation('editor', 'fier')]) {
    expect(maySearchAudit(actor)).toBe(false);
  }
});
