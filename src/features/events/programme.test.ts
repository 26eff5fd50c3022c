import { expect, test } from 'vitest';
import type { Item, Participant } from './detail.ts';
import { programmeOf, timesOf } from './programme.ts';

function item(id: string, heldOn: string | null, startsAt: string | null): Item {
  return { id, heldOn, startsAt, endsAt: null, track: null, hall: null, title: { sq: id }, summary: null };
}

function speaker(id: string, itemId: string | null): Participant {
  return {
    id,
    itemId,
    name: id,
    role: 'speaker',
    capacity: null,
    organisation: null,
    municipality: null,
    attendance: 'unknown',
    biography: null,
    photo: null,
  };
}

test('a programme stands day by day and by time, each point with who speaks there', () => {
  const items = [
    item('late', '2027-05-13', '15:00'),
    item('second', '2027-05-12', '11:00'),
    item('first', '2027-05-12', '09:30'),
  ];
  const days = programmeOf(items, [speaker('Ana', 'first'), speaker('Besa', null)]);
  expect(days.map(({ day, points }) => [day, points.map(({ id }) => id)])).toEqual([
    ['2027-05-12', ['first', 'second']],
    ['2027-05-13', ['late']],
  ]);
  expect(days[0]?.points[0]?.people.map(({ name }) => name)).toEqual(['Ana']);
  expect(days[1]?.points[0]?.people).toEqual([]);
});

test('points without a time keep the order in which they were written', () => {
  const [day] = programmeOf([item('b', null, null), item('a', null, '09:00')], []);
  expect(day?.points.map(({ id }) => id)).toEqual(['b', 'a']);
});

test('a point says from when to when as far as that is known', () => {
  expect(timesOf({ startsAt: '10:00', endsAt: '11:30' })).toBe('10:00–11:30');
  expect(timesOf({ startsAt: '10:00', endsAt: null })).toBe('10:00');
  expect(timesOf({ startsAt: null, endsAt: '11:30' })).toBeUndefined();
});
