import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shownOfKept, shownTable, type Counted, type Shown } from './attendance-table.ts';
import { fewest, type Group } from './figures.ts';

interface Cell extends Group {
  of: number;
}

/** Several ways to part the same people on site, and some online. */
const tables: fc.Arbitrary<Counted<Cell>> = fc
  .record({
    onSite: fc.integer({ min: 0, max: 70 }),
    online: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 70 })),
    cuts: fc.array(fc.array(fc.nat(70), { maxLength: 4 }), { minLength: 1, maxLength: 4 }),
  })
  .map(({ onSite, online, cuts }) => ({
    onSite,
    online,
    breakdowns: cuts.map((places, of) => {
      const ends = [...places.map((place) => Math.min(place, onSite)), onSite].toSorted((a, b) => a - b);
      return ends.map((end, index) => ({ of, key: `g${index}`, people: end - (ends[index - 1] ?? 0) }));
    }),
  }));

/**
 * Whoever knows the total of all and what is shown writes down one equation for each breakdown and one for the two ways of
 * taking part. @returns the names of the cells that these equations give away
 */
function computable({ breakdowns, ...counted }: Counted<Cell>, shown: Shown<Cell>): string[] {
  const modes = (['on-site', 'online'] as const).filter((key) => !shown.modes.some((one) => one.key === key));
  const isShown = (cell: Cell) => shown.groups.some(({ of, key }) => of === cell.of && key === cell.key);
  const hidden = breakdowns.map((own) => own.filter((cell) => cell.people > 0 && !isShown(cell)));
  const names = [...modes, ...hidden.flat().map(({ of, key }) => `${of}/${key}`)];
  const total = names.map((name) => (name === 'on-site' || name === 'online' ? 1 : 0));
  const parts = hidden.map((own, of) =>
    names.map((name) => {
      if (name === 'on-site') return -1;
      return own.some(({ key }) => name === `${of}/${key}`) ? 1 : 0;
    }),
  );
  const isCounted = (name: string) => (name === 'online' ? counted.online : counted.onSite) > 0;
  return solved([total, ...parts]).flatMap((column) => {
    const name = names[column] ?? '';
    return isCounted(name) ? [name] : [];
  });
}

/** The columns that Gauss's elimination leaves alone in a row. */
function solved(equations: readonly (readonly number[])[]): number[] {
  const rows = equations.map((row) => [...row]);
  const width = rows[0]?.length ?? 0;
  let top = 0;
  for (let column = 0; column < width; column += 1) {
    const found = rows.findIndex((row, index) => index >= top && Math.abs(row[column] ?? 0) > 1e-9);
    if (found === -1) continue;
    const pivot = rows.splice(found, 1)[0] ?? [];
    const lead = pivot[column] ?? 1;
    const own = pivot.map((value) => value / lead);
    rows.splice(top, 0, own);
    rows.forEach((row, index) => {
      const factor = row[column] ?? 0;
      if (index !== top) rows[index] = row.map((value, at) => value - factor * (own[at] ?? 0));
    });
    top += 1;
  }
  return rows.flatMap((row) => {
    const left = row.flatMap((value, column) => (Math.abs(value) > 1e-9 ? [column] : []));
    return left.length === 1 ? left : [];
  });
}

function peopleOf(counted: Counted<Cell>, name: string): number {
  if (name === 'on-site') return counted.onSite;
  if (name === 'online') return counted.online;
  return counted.breakdowns.flat().find(({ of, key }) => name === `${of}/${key}`)?.people ?? 0;
}

/** Where nobody came the other way, the total of all is theirs. */
function isOneWay({ onSite, online }: Counted<Cell>): boolean {
  return onSite === 0 || online === 0;
}

test('no group under ten is shown', () => {
  fc.assert(
    fc.property(tables, (counted) => {
      const { modes, groups } = shownTable(counted);
      expect([...modes, ...groups].filter(({ people }) => people < fewest)).toEqual([]);
    }),
  );
});

test('no group under ten can be computed from the total of all and what is shown', () => {
  fc.assert(
    fc.property(tables, (counted) => {
      fc.pre(!isOneWay(counted));
      const known = computable(counted, shownTable(counted));
      expect(known.filter((name) => peopleOf(counted, name) < fewest)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('nor from what was kept, however many online are told of later', () => {
  fc.assert(
    fc.property(tables, fc.nat(30), (counted, later) => {
      fc.pre(!isOneWay(counted) && later > 0);
      const kept = shownTable({ ...counted, online: 0 }).groups;
      const breakdowns = counted.breakdowns.map((_, index) => kept.filter(({ of }) => of === index));
      const then = { ...counted, online: later };
      const known = computable(then, shownOfKept({ ...then, breakdowns }));
      expect(known.filter((name) => peopleOf(then, name) < fewest)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

const sexes = [
  { of: 0, key: 'women', people: 24 },
  { of: 0, key: 'men', people: 16 },
];

test('four people online are not what is left of the total once women and men are known', () => {
  expect(shownTable({ onSite: 40, online: 4, breakdowns: [sexes] })).toEqual({
    modes: [],
    groups: [sexes[0]],
  });
});

test('where both ways of taking part are shown, or there was one, breakdowns are shown whole', () => {
  expect(shownTable({ onSite: 40, online: 30, breakdowns: [sexes] }).groups).toEqual(sexes);
  expect(shownTable({ onSite: 40, online: 0, breakdowns: [sexes] })).toEqual({
    modes: [{ key: 'on-site', people: 40 }],
    groups: sexes,
  });
});
