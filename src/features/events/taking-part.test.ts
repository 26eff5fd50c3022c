import { expect, test } from 'vitest';
import type { Attendance } from './detail.ts';
import { takingPart } from './taking-part.ts';

function place(municipality: string, attendance: Attendance, id = municipality) {
  return {
    id,
    municipalityId: municipality,
    municipalityKey: municipality,
    municipalityName: municipality,
    attendance,
  };
}

function named(municipality: string, attendance: Attendance) {
  return { ...place(municipality, attendance), representedBy: { sq: 'nënkryetari', en: 'a deputy mayor' } };
}

test('a municipality takes part where it is named, or where somebody comes for it, once', () => {
  const nobody = {
    ...place('', 'on-site'),
    municipalityId: null,
    municipalityKey: null,
    municipalityName: null,
  };
  const all = takingPart(
    [named('fier', 'online')],
    [place('fier', 'on-site', 'a'), place('vlore', 'online', 'b'), place('vlore', 'on-site', 'c'), nobody],
  );
  expect(all.map(({ municipalityKey, attendance }) => [municipalityKey, attendance])).toEqual([
    // What is said of the municipality goes before what its people do.
    ['fier', 'online'],
    ['vlore', 'on-site'],
  ]);
  expect(all.map(({ representedBy }) => representedBy?.en)).toEqual(['a deputy mayor', undefined]);
});

test('how a municipality takes part is told by its people where nothing else is known', () => {
  const [puke, kukes] = takingPart(
    [named('puke', 'unknown'), named('kukes', 'unknown')],
    [place('puke', 'online', 'a')],
  );
  expect([puke?.attendance, kukes?.attendance]).toEqual(['online', 'unknown']);
});
