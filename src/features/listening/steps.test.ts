import { expect, test } from 'vitest';
import { stepsOf } from './steps.ts';

const planned = {
  session: { state: 'planned' as const },
  needs: { open: 0, accepted: 0, withheld: 0 },
  photos: [],
  isOver: true,
  mayRecord: true,
  mayPublish: true,
};
type Facts = Parameters<typeof stepsOf>[0];

function told(given: Partial<Facts>) {
  return Object.fromEntries(
    stepsOf({ ...planned, ...given }).map(({ step, state, path }) => [step, `${state} ${path ?? '-'}`]),
  );
}

test('before its day a session can only be planned anew', () => {
  expect(told({ isOver: false })).toMatchObject({ plan: 'done /plan', record: 'open -', needs: 'open -' });
});

test('after its day the record comes next, then needs, review and publication; photographs are never next', () => {
  expect(told({})).toMatchObject({ record: 'next /record', needs: 'open /needs', review: 'open -' });
  const held = { session: { state: 'held' as const } };
  expect(told(held)).toMatchObject({ record: 'done /record', needs: 'next /needs', photos: 'open /photos' });
  const voiced = { ...held, needs: { open: 2, accepted: 1, withheld: 0 } };
  expect(told(voiced)).toMatchObject({ review: 'next /review', publish: 'open -' });
  const reviewed = { ...held, needs: { open: 0, accepted: 2, withheld: 1 } };
  expect(told(reviewed)).toMatchObject({ review: 'done /review', publish: 'next /publish' });
});

test('who only records is not led to review or publish, and who only reads to nothing that changes', () => {
  const reviewed = { session: { state: 'held' as const }, needs: { open: 0, accepted: 2, withheld: 0 } };
  expect(told({ ...reviewed, mayPublish: false })).toMatchObject({ review: 'done -', publish: 'open -' });
  const paths = stepsOf({ ...planned, ...reviewed, mayPublish: false, mayRecord: false }).map(
    ({ path }) => path,
  );
  expect(paths.filter((path) => path !== undefined)).toEqual(['/needs']);
  const reads = (given: Partial<Facts>) =>
    stepsOf({ ...planned, ...given }).find(({ step }) => step === 'needs')?.reads;
  expect([reads(reviewed), reads({ ...reviewed, mayRecord: false })]).toEqual([false, true]);
  expect(told({ mayRecord: false, mayPublish: false })).toMatchObject({ needs: 'open -' });
});

test('what is published or called off is not changed', () => {
  for (const state of ['published', 'cancelled'] as const) {
    expect(told({ session: { state } })).toMatchObject({
      plan: 'done -',
      record: 'done -',
      publish: expect.stringMatching(/-$/),
    });
  }
});
