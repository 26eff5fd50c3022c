import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distribute, type OpenTask, type Situation } from './distribute.ts';
import { faultOfSeats, isOutsider, organisationFor, type Worker } from './seats.ts';

const ownOrganisation = 'own';

const worker = fc.record({
  organisationIds: fc.subarray([ownOrganisation, 'second', 'third'], { minLength: 1 }),
});
const workers = fc
  .array(worker, { maxLength: 8 })
  .map((list) => list.map((one, index): Worker => ({ ...one, id: `w${index}` })));
const tasks = fc.array(fc.constantFrom('road', 'school', 'water'), { maxLength: 30 }).map((priorities) =>
  priorities.map((priorityId, index): OpenTask => ({
    id: `t${index}`,
    priorityId,
    monitorId: null,
    firstId: null,
    secondId: null,
  })),
);
const barred = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 7 }), fc.constantFrom('road', 'school', 'water')),
  { maxLength: 12 },
);

function situation(given: readonly Worker[], bars: readonly (readonly [number, string])[] = []): Situation {
  return {
    organisationId: ownOrganisation,
    workers: given,
    seatsOf: new Map(),
    monitoringOf: new Map(),
    isBarred: (id, priority) => bars.some(([index, of]) => id === `w${index}` && of === priority),
  };
}

function loads(ids: readonly (string | null)[], of: readonly Worker[]): number[] {
  return of.map(({ id }) => ids.filter((one) => one === id).length);
}

const spreadOf = (counts: readonly number[]) =>
  counts.length === 0 ? 0 : Math.max(...counts) - Math.min(...counts);

describe('a fair distribution', () => {
  test('gives every task two coders whom the rule lets, none of them barred, or says why not', () => {
    fc.assert(
      fc.property(tasks, workers, barred, (given, people, bars) => {
        const where = situation(people, bars);
        for (const task of distribute(given, where)) {
          const find = (id: string | null) => people.find((one) => one.id === id);
          const [first, second] = [find(task.firstId), find(task.secondId)];
          expect(faultOfSeats({ first, second }, ownOrganisation)).toBeUndefined();
          for (const id of [task.firstId, task.secondId, task.monitorId]) {
            if (id !== null) expect(where.isBarred(id, task.priorityId)).toBe(false);
          }
          const free = people.filter(({ id }) => !where.isBarred(id, task.priorityId));
          const outsiders = free.filter((one) => isOutsider(one, ownOrganisation));
          const isPossible = outsiders.length > 0 && free.length > 1;
          expect(first !== undefined && second !== undefined).toBe(isPossible);
          expect(task.gaps.length > 0).toBe(!isPossible || task.monitorId === null);
          expect(task.monitorId === null).toBe(outsiders.length === free.length);
        }
      }),
    );
  });

  test('is even: where nobody is barred, no two who could take the same seats differ by more than one', () => {
    fc.assert(
      fc.property(tasks, workers, (given, people) => {
        const proposed = distribute(given, situation(people));
        const insiders = people.filter((one) => !isOutsider(one, ownOrganisation));
        const outsiders = people.filter((one) => isOutsider(one, ownOrganisation));
        const seats = proposed.flatMap(({ firstId, secondId }) => [firstId, secondId]);
        expect(spreadOf(loads(seats, insiders))).toBeLessThanOrEqual(1);
        expect(spreadOf(loads(seats, outsiders))).toBeLessThanOrEqual(1);
        expect(
          spreadOf(
            loads(
              proposed.map(({ monitorId }) => monitorId),
              insiders,
            ),
          ),
        ).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('always comes to the same, and changes nothing that it is given', () => {
    fc.assert(
      fc.property(tasks, workers, barred, (given, people, bars) => {
        const where = situation(people, bars);
        const before = structuredClone(given);
        expect(distribute(given, where)).toEqual(distribute(given, where));
        expect(given).toEqual(before);
      }),
    );
  });

  test('leaves those who have a task with it, and fills what is open', () => {
    const people = [
      { id: 'ana', organisationIds: [ownOrganisation] },
      { id: 'beni', organisationIds: ['second'] },
    ];
    const task = { id: 't', priorityId: 'road', monitorId: 'ana', firstId: 'ana', secondId: null };
    expect(distribute([task], situation(people))).toEqual([{ ...task, secondId: 'beni', gaps: [] }]);
  });

  test('asks those first who have less to do in the round', () => {
    const people = [
      { id: 'ana', organisationIds: [ownOrganisation] },
      { id: 'beni', organisationIds: ['second'] },
      { id: 'dea', organisationIds: ['third'] },
    ];
    const open = { id: 't', priorityId: 'road', monitorId: null, firstId: null, secondId: null };
    const busy = { ...situation(people), seatsOf: new Map([['beni', 3]]) };
    expect(distribute([open], busy)[0]?.secondId).toBe('dea');
  });
});

test('who belongs to the monitoring organisation too is not of another one', () => {
  const both = { id: 'ana', organisationIds: ['second', ownOrganisation] };
  expect(isOutsider(both, ownOrganisation)).toBe(false);
  expect(organisationFor(both, ownOrganisation)).toBe(ownOrganisation);
  expect(faultOfSeats({ first: undefined, second: both }, ownOrganisation)).toBe('no-other-organisation');
  expect(faultOfSeats({ first: both, second: both }, ownOrganisation)).toBe('same-person');
});
