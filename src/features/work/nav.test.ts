import { expect, test } from 'vitest';
import { nobody, type Actor, type Scope } from '#features/accounts/actor.ts';
import type { Role } from '#features/accounts/role.ts';
import { areaAt, workGroups } from './nav.ts';

const network: Scope = { kind: 'network' };
const organisation: Scope = { kind: 'organisation', organisationId: 'o', municipalityIds: ['m'] };
const municipality: Scope = { kind: 'municipality', municipalityId: 'm' };

function actorAs(role: Role | undefined, scope: Scope): Actor {
  const grants = role ? [{ role, scope }] : [];
  return { kind: 'account', id: 'any', grants, awaitsSecondFactor: false };
}

function areasOf(role: Role | undefined, scope: Scope = network): string[][] {
  return workGroups(actorAs(role, scope)).map(({ areas }) =>
    areas.map(({ path }) => path.replace(/^\/work\/?/, '')),
  );
}

test('each role is led to what it may use, and to nothing else', () => {
  expect(workGroups(nobody)).toEqual([]);
  expect(areasOf(undefined)).toEqual([['']]);
  const exchange = ['experiences', 'questions'];
  expect(areasOf('monitor', organisation)).toEqual([
    [''],
    ['contracts'],
    ['rounds', 'evidence', 'coding', 'requests'],
    ['articles'],
    exchange,
  ]);
  expect(areasOf('municipality-contact', municipality)).toEqual([
    [''],
    ['contracts'],
    ['replies'],
    ['events', ...exchange],
  ]);
  const listening = ['listening', 'cards', 'questionnaires', 'compiling', 'contracts', 'forums'];
  expect(areasOf('facilitator', organisation)).toEqual([
    [''],
    listening,
    ['articles'],
    ['events', ...exchange],
  ]);
  expect(areasOf('editor', organisation)).toEqual([
    [''],
    listening,
    ['rounds', 'evidence', 'coding', 'disputes', 'voice', 'requests', 'replies'],
    ['publishing', 'reports', 'articles', 'library'],
    ['events', 'conclusions', ...exchange],
    ['directory', 'start', 'methodology', 'declarations', 'capacity'],
    ['people'],
  ]);
  expect(areasOf('administrator')).toEqual([[''], ['people', 'audit']]);
  expect(areasOf('coordinator')).toEqual([
    [''],
    ['cycles', ...listening],
    ['rounds', 'evidence', 'coding', 'disputes', 'requests', 'replies'],
    ['publishing', 'reports', 'articles', 'library'],
    ['events', 'conclusions', ...exchange, 'context'],
    ['directory', 'joining', 'start', 'methodology', 'declarations', 'capacity'],
    ['people', 'audit'],
  ]);
});

test('a page belongs to the area whose path begins its own', () => {
  const groups = workGroups(actorAs('coordinator', network));
  const at = (path: string) => areaAt(groups, path)?.area.path;
  expect(at('/work')).toBe('/work');
  expect(at('/work/questions/new')).toBe('/work/questions');
  expect(at('/work/questionnaires')).toBe('/work/questionnaires');
  // Of no area of its own: part of the work as a whole.
  expect(at('/work/uploads')).toBe('/work');
  expect(areaAt(groups, '/work/evidence/1')?.group.key).toBe('work.group.monitoring');
  expect(at('/priorities')).toBeUndefined();
});
