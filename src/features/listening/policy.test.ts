import { describe, expect, test } from 'vitest';
import { nobody, type Actor, type Grant } from '#features/accounts/actor.ts';
import { mayPublishSessions, mayReadSessions, mayRecordSessions, municipalitiesRead } from './policy.ts';

function actor(...grants: Grant[]): Actor {
  return { kind: 'account', id: 'a', grants, awaitsSecondFactor: false };
}
const organisation = { kind: 'organisation', organisationId: 'o', municipalityIds: ['fier'] } as const;
const people: Record<string, Actor> = {
  nobody,
  resident: actor(),
  facilitator: actor({ role: 'facilitator', scope: organisation }),
  monitor: actor({ role: 'monitor', scope: organisation }),
  editor: actor({ role: 'editor', scope: organisation }),
  contact: actor({ role: 'municipality-contact', scope: { kind: 'municipality', municipalityId: 'fier' } }),
  coordinator: actor({ role: 'coordinator', scope: { kind: 'network' } }),
  administrator: actor({ role: 'administrator', scope: { kind: 'network' } }),
};

/** Of read, record, publish: what each may in the municipality of the grant, and in another. */
const expected: Record<string, [string, string]> = {
  nobody: ['', ''],
  resident: ['', ''],
  facilitator: ['read record', ''],
  monitor: ['', ''],
  editor: ['read record publish', ''],
  contact: ['', ''],
  coordinator: ['read', 'read'],
  administrator: ['', ''],
};

describe.each(Object.entries(expected))('%s', (name, [own, other]) => {
  const who = people[name] ?? nobody;
  test.each([
    ['fier', own],
    ['durres', other],
  ])('in %s may: %s', (municipality, may) => {
    const found = [
      ...(mayReadSessions(who, municipality) ? ['read'] : []),
      ...(mayRecordSessions(who, municipality) ? ['record'] : []),
      ...(mayPublishSessions(who, municipality) ? ['publish'] : []),
    ];
    expect(found.join(' ')).toBe(may);
  });
});

test('the list of sessions holds the municipalities that one may read', () => {
  expect(Object.entries(people).map(([name, who]) => [name, municipalitiesRead(who)])).toEqual([
    ['nobody', []],
    ['resident', []],
    ['facilitator', ['fier']],
    ['monitor', []],
    ['editor', ['fier']],
    ['contact', []],
    ['coordinator', 'all'],
    ['administrator', []],
  ]);
});
