import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cycleSteps, nextStep, standOf, type CycleFacts, type CyclePlan } from './cycle.ts';

const nothing: CycleFacts = {
  sessions: 0,
  sessionsPublished: 0,
  sessionsPlanned: 0,
  needs: 0,
  needsPlaced: 0,
  candidates: 0,
  contract: 'none',
  forumOn: null,
  signed: false,
};
const plan: CyclePlan = {
  listen: '2027-01-15',
  compile: '2027-02-01',
  contract: '2027-02-15',
  confront: '2027-03-15',
  sign: '2027-04-01',
};

function statesOf(facts: Partial<CycleFacts>, today = '2027-01-01') {
  return Object.fromEntries(
    standOf({ ...nothing, ...facts }, plan, today).map(({ step, state }) => [step, state]),
  );
}

describe('where a municipality stands', () => {
  test('before anything, every step is ahead and the first is next', () => {
    const steps = standOf(nothing, plan, '2027-01-01');
    expect(steps.map(({ state }) => state)).toEqual(['ahead', 'ahead', 'ahead', 'ahead', 'ahead']);
    expect(nextStep(steps)?.step).toBe('listen');
  });

  test('listening is done when every session held is published and none is to come', () => {
    expect(statesOf({ sessions: 3, sessionsPublished: 2 })['listen']).toBe('under-way');
    expect(statesOf({ sessions: 3, sessionsPublished: 3, sessionsPlanned: 1 })['listen']).toBe('under-way');
    expect(statesOf({ sessions: 3, sessionsPublished: 3 })['listen']).toBe('done');
  });

  test('compiling is done when no need waits', () => {
    expect(statesOf({ needs: 10, needsPlaced: 9, candidates: 3 })['compile']).toBe('under-way');
    expect(statesOf({ needs: 10, needsPlaced: 10, candidates: 3 })['compile']).toBe('done');
    expect(statesOf({ needs: 10, needsPlaced: 10 })['compile']).toBe('under-way');
  });

  test('signing begins when there is an approved contract to sign', () => {
    expect(statesOf({ contract: 'submitted' })).toMatchObject({ contract: 'under-way', sign: 'ahead' });
    expect(statesOf({ contract: 'approved' })).toMatchObject({ contract: 'done', sign: 'under-way' });
    expect(statesOf({ contract: 'frozen', signed: true })).toMatchObject({ sign: 'done' });
  });

  test('a forum announced is under way, held is done', () => {
    expect(statesOf({ forumOn: '2027-03-01' })['confront']).toBe('under-way');
    expect(statesOf({ forumOn: '2027-03-01' }, '2027-03-01')['confront']).toBe('done');
  });
});

const anyFacts = fc.record({
  sessions: fc.nat(5),
  sessionsPublished: fc.nat(5),
  sessionsPlanned: fc.nat(5),
  needs: fc.nat(5),
  needsPlaced: fc.nat(5),
  candidates: fc.nat(5),
  contract: fc.constantFrom('none', 'draft', 'submitted', 'approved', 'frozen'),
  forumOn: fc.option(fc.constant('2027-03-01')),
  signed: fc.boolean(),
});

test('what is done is never late; the last day still counts; without a plan nothing is late', () => {
  fc.assert(
    fc.property(anyFacts, fc.constantFrom(...cycleSteps), (facts, step) => {
      const own = (today: string, by?: CyclePlan) =>
        standOf(facts, by, today).find((state) => state.step === step);
      expect(own(plan[step], plan)?.late).toBe(false);
      expect(own('2030-01-01', plan)?.late).toBe(own('2030-01-01', plan)?.state !== 'done');
      expect(own('2030-01-01')?.late).toBe(false);
    }),
  );
});
