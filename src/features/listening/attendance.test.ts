import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ageBands, imbalancesOf, isAccounted, sexes, type Attendance } from './attendance.ts';
import { countedGroups } from './session.ts';

const people = fc.integer({ min: 1, max: 500 });
const cells = fc.uniqueArray(
  fc.record({ sex: fc.constantFrom(...sexes), ageBand: fc.constantFrom(...ageBands), people }),
  { selector: ({ sex, ageBand }) => `${sex} ${ageBand}` },
);
const balanced = cells.chain((given) => {
  const participants = given.reduce((sum, cell) => sum + cell.people, 0);
  const groups = fc.uniqueArray(
    fc.record({
      group: fc.constantFrom(...countedGroups),
      people: fc.integer({ min: 0, max: participants }),
    }),
    { selector: ({ group }) => group },
  );
  return groups.map((each): Attendance => ({ participants, cells: given, groups: each }));
});

test('counts whose cells sum to everyone, with no group larger than everyone, need no note', () => {
  fc.assert(
    fc.property(
      balanced,
      (attendance) => imbalancesOf(attendance).length === 0 && isAccounted(attendance, ''),
    ),
  );
});

test('one person more or less anywhere is found, and stands only with a note', () => {
  fc.assert(
    fc.property(balanced, fc.constantFrom(-1, 1), (attendance, by) => {
      const off = { ...attendance, participants: attendance.participants + by };
      expect(imbalancesOf(off)).toContainEqual({
        kind: 'cells',
        sum: attendance.participants,
        participants: off.participants,
      });
      expect(isAccounted(off, '')).toBe(false);
      expect(isAccounted(off, '  ')).toBe(false);
      expect(isAccounted(off, 'two left early')).toBe(true);
    }),
  );
});

test('a group larger than everyone is told by its name', () => {
  fc.assert(
    fc.property(balanced, fc.constantFrom(...countedGroups), people, (attendance, group, more) => {
      const size = attendance.participants + more;
      const others = attendance.groups.filter((one) => one.group !== group);
      const imbalances = imbalancesOf({ ...attendance, groups: [...others, { group, people: size }] });
      expect(imbalances).toEqual([
        { kind: 'group', group, people: size, participants: attendance.participants },
      ]);
    }),
  );
});
