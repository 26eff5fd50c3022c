import { expect, test } from 'vitest';
import { faultsOfPlaces, type HeldPlaces, type Rules } from './assigning.ts';

const workers = [
  { id: 'ana', organisationIds: ['own'] },
  { id: 'arta', organisationIds: ['own'] },
  { id: 'beni', organisationIds: ['other'] },
];
const rules = { organisationId: 'own', workers, isBarred: () => false };
const empty: HeldPlaces = {
  monitorId: null,
  firstId: null,
  secondId: null,
  firstHandedIn: false,
  secondHandedIn: false,
};
const good = { monitorId: 'ana', firstId: 'ana', secondId: 'beni' };

function faults(held: HeldPlaces, wanted: typeof good | HeldPlaces, given: Rules = rules) {
  return faultsOfPlaces(held, wanted, given).map(({ field, fault }) => `${field}: ${fault}`);
}

test('two different people, of whom the second is of another organisation, can code', () => {
  expect(faults(empty, good)).toEqual([]);
  expect(faults(empty, { ...good, secondId: 'arta' })).toEqual(['second: no-other-organisation']);
  expect(faults(empty, { ...good, firstId: 'beni' })).toEqual(['second: same-person']);
});

test('evidence is gathered by the organisation that monitors', () => {
  expect(faults(empty, { ...good, monitorId: 'beni' })).toEqual(['monitor: not-of-the-organisation']);
});

test('whoever has a conflict of interest, or no such role, is given no place', () => {
  const barring = { ...rules, isBarred: (id: string) => id === 'ana' };
  expect(faults(empty, good, barring)).toEqual(['monitor: barred', 'first: barred']);
  expect(faults(empty, { ...good, firstId: 'nobody' })).toEqual(['first: unknown-person']);
});

test('who has handed in a code keeps the seat, and the other one can still change', () => {
  const held = { ...empty, ...good, firstHandedIn: true };
  expect(faults(held, { ...good, firstId: 'arta' })).toEqual(['first: handed-in']);
  expect(faults(held, { monitorId: 'arta', firstId: 'ana', secondId: 'beni' })).toEqual([]);
});

test('places that stay are not asked about', () => {
  const barring = { ...rules, isBarred: () => true };
  expect(faults({ ...empty, ...good }, good, barring)).toEqual([]);
});
