import { describe, expect, test } from 'vitest';
import { nobody, type Actor, type Grant } from '#features/accounts/actor.ts';
import {
  changesItem,
  evidenceReach,
  gathersIn,
  opensItem,
  reviewsItem,
  seesItem,
  worksWithEvidence,
  type ItemSubject,
} from './policy.ts';

function actor(id: string, ...grants: Grant[]): Actor {
  return { kind: 'account', id, grants, awaitsSecondFactor: false };
}
const here = { kind: 'organisation', organisationId: 'o', municipalityIds: ['fier'] } as const;
const there = { kind: 'organisation', organisationId: 'p', municipalityIds: ['vlore'] } as const;
const network = { kind: 'network' } as const;
const people: Record<string, Actor> = {
  nobody,
  resident: actor('resident'),
  author: actor('author', { role: 'monitor', scope: here }),
  monitor: actor('monitor', { role: 'monitor', scope: here }),
  editor: actor('editor', { role: 'editor', scope: here }),
  'named editor': actor('named editor', { role: 'editor', scope: here }),
  facilitator: actor('facilitator', { role: 'facilitator', scope: here }),
  contact: actor('contact', {
    role: 'municipality-contact',
    scope: { kind: 'municipality', municipalityId: 'fier' },
  }),
  coordinator: actor('coordinator', { role: 'coordinator', scope: network }),
  administrator: actor('administrator', { role: 'administrator', scope: network }),
  'coder elsewhere': actor('coder elsewhere', { role: 'monitor', scope: there }),
  'monitor elsewhere': actor('monitor elsewhere', { role: 'monitor', scope: there }),
  'editor elsewhere': actor('editor elsewhere', { role: 'editor', scope: there }),
  'author who left': actor('author who left'),
};

const item: ItemSubject = {
  municipalityId: 'fier',
  visibility: 'public',
  createdBy: 'author',
  readerIds: ['named editor', 'author who left', 'coordinator elsewhere'],
  coderIds: ['coder elsewhere'],
};

function may(who: Actor, subject: ItemSubject): string {
  return [
    ...(seesItem(who, subject) ? ['see'] : []),
    ...(changesItem(who, subject) ? ['change'] : []),
    ...(opensItem(who, subject) ? ['open'] : []),
    ...(reviewsItem(who, subject) ? ['review'] : []),
  ].join(' ');
}

/** What each may with a public item, and with a private one. */
const expected: Record<string, [string, string]> = {
  nobody: ['', ''],
  resident: ['', ''],
  author: ['see change open', 'see change open'],
  monitor: ['see', ''],
  editor: ['see change open review', ''],
  'named editor': ['see change open review', 'see change'],
  facilitator: ['', ''],
  contact: ['', ''],
  coordinator: ['see', ''],
  administrator: ['', ''],
  'coder elsewhere': ['see', ''],
  'monitor elsewhere': ['', ''],
  'editor elsewhere': ['', ''],
  'author who left': ['', ''],
};

describe.each(Object.entries(expected))('%s', (name, [open, secret]) => {
  const who = people[name] ?? nobody;
  test(`may with a public item: ${open}`, () => expect(may(who, item)).toBe(open));
  test(`may with a private item: ${secret}`, () =>
    expect(may(who, { ...item, visibility: 'private' })).toBe(secret));
});

test('coordinators and coders see a private item only where they are named', () => {
  for (const name of ['coordinator', 'coder elsewhere']) {
    const named: ItemSubject = { ...item, visibility: 'private', readerIds: [name] };
    expect(may(people[name] ?? nobody, named)).toBe('see');
  }
});

test('evidence is gathered where one’s organisation works, and read there and by coordinators', () => {
  const all = Object.entries(people);
  expect(all.filter(([, who]) => gathersIn(who, 'fier')).map(([name]) => name)).toEqual([
    'author',
    'monitor',
    'editor',
    'named editor',
  ]);
  expect(all.filter(([, who]) => worksWithEvidence(who)).map(([name]) => name)).toEqual([
    'author',
    'monitor',
    'editor',
    'named editor',
    'coordinator',
    'coder elsewhere',
    'monitor elsewhere',
    'editor elsewhere',
  ]);
  expect(evidenceReach(people['coordinator'] ?? nobody)).toBe('all');
});
