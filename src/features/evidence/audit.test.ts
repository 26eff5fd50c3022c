import { describe, expect, test } from 'vitest';
import { nobody, type Actor } from '#features/accounts/actor.ts';
import { mayReadEvent } from '#features/audit/policy.ts';

const at = (id: string, role: 'coordinator' | 'editor'): Actor => ({
  kind: 'account',
  id,
  grants: [
    {
      role,
      scope:
        role === 'coordinator'
          ? { kind: 'network' }
          : { kind: 'organisation', organisationId: 'o', municipalityIds: ['fier'] },
    },
  ],
  awaitsSecondFactor: false,
});

function event(before: object | null, after: object) {
  return {
    id: '1',
    happenedAt: new Date(0),
    actor: 'author',
    action: 'change',
    subjectKind: 'evidence-item',
    subjectId: 'item',
    municipalityId: 'fier',
    reason: null,
    before: before && { ...before },
    after: { ...after },
    requestId: null,
  };
}
const open = { visibility: 'public' };
const secret = { visibility: 'private', named: ['author', 'ana'] };

describe('what happened to private evidence', () => {
  test.each([
    ['was private', event(secret, secret)],
    ['became private', event(open, secret)],
    ['was opened', event(secret, open)],
    ['was added', event(null, secret)],
  ])('is read by those named alone, when it %s', (_, told) => {
    expect(mayReadEvent(at('ana', 'editor'), told)).toBe(true);
    expect(mayReadEvent(at('ana', 'coordinator'), told)).toBe(true);
    for (const role of ['coordinator', 'editor'] as const)
      expect(mayReadEvent(at('ben', role), told)).toBe(false);
    expect(mayReadEvent(nobody, told)).toBe(false);
  });

  test('is read by all who may where it was never private', () => {
    for (const role of ['coordinator', 'editor'] as const)
      expect(mayReadEvent(at('ben', role), event(open, open))).toBe(true);
  });
});
