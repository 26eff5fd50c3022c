import { z } from 'zod';

const localisedSchema = z.strictObject({ sq: z.string().min(1), en: z.string().min(1) });

const rule = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('fixed'),
    month: z.int().min(1).max(12),
    day: z.int().min(1).max(31),
  }),
  /** Easter Sunday, or so many days after it. */
  z.strictObject({
    kind: z.literal('easter'),
    church: z.enum(['western', 'orthodox']),
    after: z.int().min(-60).max(60).optional(),
  }),
  /** A day of the Islamic year. It may be declared a day earlier or later: then `except` and `extra` say so. */
  z.strictObject({
    kind: z.literal('islamic'),
    month: z.int().min(1).max(12),
    day: z.int().min(1).max(30),
  }),
]);

const day = z.iso.date();

/**
 * The days on which a country works, as a file of the installation: data/calendars/<country>.json. Legal deadlines (the
 * town hall's reply, requests for information, disputes) are counted in its working days.
 */
export const calendarSchema = z.strictObject({
  country: z.string().regex(/^[A-Z]{2}$/),
  /** Where the days stand that it has. */
  source: z.string().min(1),
  /** Days of the week without work, 0 for Sunday. */
  weekend: z.array(z.int().min(0).max(6)).max(6),
  holidaysOnWeekends: z.enum(['next-working-day', 'not-moved']),
  holidays: z.array(
    z.strictObject({
      name: localisedSchema,
      rule,
      /** First and last year in which it is one. */
      from: z.int().optional(),
      until: z.int().optional(),
    }),
  ),
  /** Single days off; and days that would be holidays by a rule, and are not. */
  extra: z.array(z.strictObject({ date: day, name: localisedSchema })).default([]),
  except: z.array(day).default([]),
});

export type Calendar = z.output<typeof calendarSchema>;
export type HolidayRule = z.output<typeof rule>;
