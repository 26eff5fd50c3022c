import { expect, test } from 'vitest';
import { nobody, type Actor } from '#features/accounts/actor.ts';
import type { Role } from '#features/accounts/role.ts';
import { isAnother, keepsAddresses, publishesArticles, worksOnArticles, writesArticles } from './policy.ts';

function member(role: Role, municipalityIds: string[] = ['here']): Actor {
  const scope = { kind: 'organisation' as const, organisationId: 'o', municipalityIds };
  return { kind: 'account', id: 'a', awaitsSecondFactor: false, grants: [{ role, scope }] };
}
const network = (role: Role): Actor => ({
  kind: 'account',
  id: 'c',
  awaitsSecondFactor: false,
  grants: [{ role, scope: { kind: 'network' } }],
});

test.each(['facilitator', 'monitor', 'editor'] as const)(
  'a %s writes in their own municipality and in no other',
  (role) => {
    expect(writesArticles(member(role), 'here')).toBe(true);
    expect(writesArticles(member(role), 'elsewhere')).toBe(false);
  },
);

test('an editor publishes in their own municipality alone, and not for the network', () => {
  const editor = member('editor');
  expect(publishesArticles(editor, 'here')).toBe(true);
  expect(publishesArticles(editor, 'elsewhere')).toBe(false);
  expect(writesArticles(editor, null)).toBe(true);
  expect(publishesArticles(editor, null)).toBe(false);
});

test('who writes alone publishes nothing', () => {
  expect(publishesArticles(member('facilitator'), 'here')).toBe(false);
  expect(writesArticles(member('facilitator'), null)).toBe(false);
});

test('a coordinator publishes for the network and in every municipality, and keeps old addresses', () => {
  const coordinator = network('coordinator');
  expect([publishesArticles(coordinator, null), publishesArticles(coordinator, 'here')]).toEqual([
    true,
    true,
  ]);
  expect(keepsAddresses(coordinator)).toBe(true);
  expect(keepsAddresses(member('editor'))).toBe(false);
});

test('administrators, town halls and residents have nothing to do with articles', () => {
  for (const actor of [network('administrator'), member('municipality-contact'), nobody]) {
    expect(worksOnArticles(actor)).toBe(false);
    expect(writesArticles(actor, 'here')).toBe(false);
    expect(keepsAddresses(actor)).toBe(false);
  }
});

test('nobody is another than themselves', () => {
  expect(isAnother(member('editor'), 'a')).toBe(false);
  expect(isAnother(member('editor'), 'b')).toBe(true);
});
