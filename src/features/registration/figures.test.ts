import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fewest, shownGroups } from './figures.ts';

const groups = fc
  .array(fc.nat(60), { maxLength: 8 })
  .map((counts) => counts.map((people, index) => ({ key: `g${index}`, people })));

test('no group under ten is shown', () => {
  fc.assert(fc.property(groups, (all) => shownGroups(all).every(({ people }) => people >= fewest)));
});

test('what is left out is nobody, or two groups with ten people at least, so that the total tells of none', () => {
  fc.assert(
    fc.property(groups, (all) => {
      const shown = new Set(shownGroups(all).map(({ key }) => key));
      const hidden = all.filter(({ key, people }) => people > 0 && !shown.has(key));
      if (shown.size === 0 || hidden.length === 0) return;
      expect(hidden.length).toBeGreaterThanOrEqual(2);
      expect(hidden.reduce((sum, { people }) => sum + people, 0)).toBeGreaterThanOrEqual(fewest);
    }),
  );
});

test('whoever knows the total and what is shown finds more than one way in which the hidden groups can be filled', () => {
  fc.assert(
    fc.property(groups, (all) => {
      const shown = shownGroups(all);
      const total = all.reduce((sum, { people }) => sum + people, 0);
      const rest = total - shown.reduce((sum, { people }) => sum + people, 0);
      if (shown.length === 0) return;
      // One person moved from a hidden group to another would show the same.
      const hidden = all.filter(({ key, people }) => people > 0 && !shown.some((one) => one.key === key));
      expect(rest === 0 || hidden.length > 1).toBe(true);
    }),
  );
});

test('where every group has ten, all are shown, the largest first', () => {
  const all = [
    { key: 'a', people: 12 },
    { key: 'b', people: 40 },
  ];
  expect(shownGroups(all).map(({ key }) => key)).toEqual(['b', 'a']);
  expect(shownGroups([...all, { key: 'c', people: 3 }]).map(({ key }) => key)).toEqual(['b']);
  expect(shownGroups([all[1], { key: 'c', people: 3 }].filter((one) => one !== undefined))).toEqual([]);
});
