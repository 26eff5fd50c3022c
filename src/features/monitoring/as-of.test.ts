import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asOfDay, lastPublication, publicSince, versionsAsOf, type PublishedVersion } from './as-of.ts';

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
        const last = lastPublication(versions.map(publicSince), day);
        expect(versionsAsOf(versions, last)).toEqual(versionsAsOf(versions, day));
      }),
    );
  });
});

test('an address asks for a day that is over; anything else is now', () => {
  expect(asOfDay('2028-12-30', today)).toBe('2028-12-30');
  for (const asked of [
    undefined,
    '',
    today,
    '2029-01-01',
    '2028-02-30',
    '2028-13-01',
    '2028',
    'dje',
    '0x10-01-01',
  ]) {
    expect(asOfDay(asked, today)).toBeNull();
  }
});
