import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  lastPublication,
  nameAsOf,
  publicSince,
  readAskedDay,
  roundsAsOf,
  versionsAsOf,
  withDay,
  type PublishedVersion,
  type RoundDays,
} from './as-of.ts';

const today = '2028-12-31';
const anyDay = fc
  .date({ min: new Date('2019-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const anyKnown = fc.oneof(
  anyDay,
  anyDay.map((day) => day.slice(0, 7)),
  anyDay.map((day) => day.slice(0, 4)),
);
const anyVersions = fc
  .array(
    fc.record({
      publishedOn: fc.option(anyKnown),
      roundPublishedOn: fc.option(anyKnown),
      roundEnds: anyKnown,
    }),
    { maxLength: 6 },
  )
  .map((rows) => rows.map((row, index): PublishedVersion => ({ ...row, version: index + 1 })));

describe('as of a day', () => {
  test('what is public today is what is public now', () => {
    fc.assert(
      fc.property(anyVersions, (versions) => {
        expect(versionsAsOf(versions, today)).toEqual(versions);
      }),
    );
  });

  test('a later day shows all that an earlier one shows', () => {
    fc.assert(
      fc.property(anyVersions, anyDay, anyDay, (versions, one, other) => {
        const [early = '', late = ''] = [one, other].toSorted((a, b) => a.localeCompare(b));
        const later = versionsAsOf(versions, late);
        expect(versionsAsOf(versions, early).every((version) => later.includes(version))).toBe(true);
      }),
    );
  });

  test('nothing is shown that became public after it', () => {
    fc.assert(
      fc.property(anyVersions, anyDay, (versions, day) => {
        expect(versionsAsOf(versions, day).every((version) => publicSince(version) <= day)).toBe(true);
      }),
    );
  });

  test('every day between two publications shows the same as the first of them', () => {
    fc.assert(
      fc.property(anyVersions, anyDay, (versions, day) => {
        const days = versions.map(publicSince).toSorted();
        const last = lastPublication([{ roundId: 'one', begins: days[0] ?? null, days }], day);
        expect(versionsAsOf(versions, last)).toEqual(versionsAsOf(versions, day));
      }),
    );
  });
});

describe('an address', () => {
  test('asks for a day that is over; today is now', () => {
    expect(readAskedDay('2028-12-30', today)).toEqual({
      typed: '2028-12-30',
      day: '2028-12-30',
      fault: null,
    });
    expect(readAskedDay(today, today)).toEqual({ typed: today, day: null, fault: null });
    expect(readAskedDay(undefined, today)).toEqual({ typed: '', day: null, fault: null });
    expect(readAskedDay(' ', today)).toEqual({ typed: '', day: null, fault: null });
  });

  test.each(['2028-02-30', '2028-13-01', '2028', 'dje', '0x10-01-01', '2028-1-1'])(
    'that says %s is told that it is no day',
    (asked) => {
      expect(readAskedDay(asked, today)).toEqual({ typed: asked, day: null, fault: 'no-day' });
    },
  );

  test('of a day to come is told that it is still to come', () => {
    expect(readAskedDay('2029-01-01', today)).toMatchObject({ day: null, fault: 'to-come' });
  });

  test('is shown as of a day or told what is wrong, whatever is typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), anyDay), (typed) => {
        const read = readAskedDay(typed, '2024-06-30');
        expect(read.day !== null && read.fault !== null).toBe(false);
        expect(read.day === null || read.day < '2024-06-30').toBe(true);
        expect(read.typed.length).toBeLessThanOrEqual(40);
      }),
    );
  });

  test('keeps the day in front of its anchor and behind its other parameters', () => {
    expect(withDay('/sq/monitoring', null)).toBe('/sq/monitoring');
    expect(withDay('/sq/monitoring#grid', '2028-01-01')).toBe('/sq/monitoring?as-of=2028-01-01#grid');
    expect(withDay('/api/v1/figures.csv?round=a', '2028-01-01')).toBe(
      '/api/v1/figures.csv?round=a&as-of=2028-01-01',
    );
  });
});

test('a file says in its name which day it is of', () => {
  expect(nameAsOf('pop-fier-spread.csv', null)).toBe('pop-fier-spread.csv');
  expect(nameAsOf('pop-fier-spread.csv', '2028-01-01')).toBe('pop-fier-spread-as-of-2028-01-01.csv');
});

describe('of rounds, as of a day', () => {
  const anyRounds = fc.array(
    fc.array(anyDay, { minLength: 1, maxLength: 5 }).map((days) => days.toSorted()),
    { maxLength: 5 },
  );
  const roundsOf = (days: readonly (readonly string[])[]): RoundDays[] =>
    days.map((own, index) => ({ roundId: String(index), begins: own[0] ?? null, days: own }));

  test('those that begin later are absent, and those that changed since are counted anew', () => {
    fc.assert(
      fc.property(anyRounds, anyDay, (days, day) => {
        const { same, changed } = roundsAsOf(roundsOf(days), day);
        for (const [index, own] of days.entries()) {
          expect([...same, ...changed].includes(String(index))).toBe(own.some((one) => one <= day));
          expect(same.includes(String(index))).toBe(own.every((one) => one <= day));
        }
      }),
    );
  });

  test('a round of which only disputes are known is in none', () => {
    expect(roundsAsOf([{ roundId: 'a', begins: null, days: ['2028-01-01'] }], '2028-02-01')).toEqual({
      same: [],
      changed: [],
    });
  });
});
