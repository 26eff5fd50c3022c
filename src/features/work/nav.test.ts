import { expect, test } from 'vitest';
import { nobody, type Actor, type Scope } from '#features/accounts/actor.ts';
import type { Role } from '#features/accounts/role.ts';
import { workAreas } from './nav.ts';

const network: Scope = { kind: 'network' };
const organisation: Scope = { kind: 'organisation', organisationId: 'o', municipalityIds: ['m'] };
const municipality: Scope = { kind: 'municipality', municipalityId: 'm' };

function areasOf(role: Role | undefined, scope: Scope = network): string[] {
  const grants = role ? [{ role, scope }] : [];
  const actor: Actor = { kind: 'account', id: 'any', grants, awaitsSecondFactor: false };
  return workAreas(actor).map(({ path }) => path.replace(/^\/work\/?/, ''));
}

test('each role is led to what it may use, and to nothing else', () => {
  expect(workAreas(nobody)).toEqual([]);
  expect(areasOf(undefined)).toEqual(['']);
  expect(areasOf('monitor', organisation)).toEqual([
    '',
    'contracts',
    'rounds',
    'evidence',
    'coding',
    'requests',
    'experiences',
    'questions',
    'articles',
  ]);
  const exchange = ['experiences', 'questions'];
  expect(areasOf('municipality-contact', municipality)).toEqual([
    '',
    'contracts',
    'events',
    'replies',
    ...exchange,
  ]);
  const ofOrganisation = [
    '',
    'listening',
    'cards',
    'questionnaires',
    'compiling',
    'contracts',
    'forums',
    'events',
  ];
  expect(areasOf('facilitator', organisation)).toEqual([...ofOrganisation, ...exchange, 'articles']);
  expect(areasOf('editor', organisation)).toEqual([
    ...ofOrganisation,
    'conclusions',
    'rounds',
    'evidence',
    'coding',
    'disputes',
    'voice',
    'requests',
    'replies',
    'publishing',
    'reports',
    ...exchange,
    'start',
    'declarations',
    'capacity',
    'directory',
    'methodology',
    'library',
    'articles',
    'people',
  ]);
  expect(areasOf('administrator')).toEqual(['', 'people', 'audit']);
  expect(areasOf('coordinator')).toEqual([
    '',
    'cycles',
    'listening',
    'cards',
    'questionnaires',
    'compiling',
    'contracts',
    'forums',
    'events',
    'conclusions',
    'rounds',
    'evidence',
    'coding',
    'disputes',
    'requests',
    'replies',
    'publishing',
    'reports',
    'experiences',
    'questions',
    'context',
    'start',
    'declarations',
    'capacity',
    'directory',
    'joining',
    'methodology',
    'library',
    'articles',
    'people',
    'audit',
  ]);
});
