import { z } from 'zod';
import { sanitised } from './sanitised.ts';

// Building blocks of command schemas: each takes what a form sends (text) and gives what the service works with. Their faults
// become messages in faults.ts.

/** Text that must be there. One that is empty is told as missing. */
export function text(longest: number) {
  return z.string().transform(sanitised).pipe(z.string().min(1).max(longest));
}

/** Text that may be left out: '' then. */
export function optionalText(longest: number) {
  return z.string().default('').transform(sanitised).pipe(z.string().max(longest));
}

/** A day, YYYY-MM-DD, that exists, in a year that people speak of: the database knows no year 0, and no form 9999. */
export function calendarDay() {
  return z.iso
    .date('form.fault.day')
    .refine((value) => value >= '1900-01-01' && value < '2200-01-01', 'form.fault.day');
}

/** The same, as it stands in a form. */
export function day() {
  return z.string().trim().min(1).pipe(calendarDay());
}

export function optionalDay() {
  return emptyAsNull(calendarDay());
}

/** Where a list goes on, as it stands in an address: day and id of the last row before; anything else is as if it were not. */
export function afterDayAndId(separator: ' ' | '_', day: z.ZodType<string, string> = calendarDay()) {
  return z
    .string()
    .refine((value) => {
      const [on = '', id = '', ...more] = value.split(separator);
      return more.length === 0 && day.safeParse(on).success && z.uuid().safeParse(id).success;
    })
    .optional()
    .catch(undefined);
}

/** A time of day, HH:MM. */
export function optionalTime() {
  return emptyAsNull(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'form.fault.time'));
}

/** A whole number, within bounds that the message names. */
export function wholeNumber(least: number, most: number) {
  return z
    .string()
    .trim()
    .min(1)
    .regex(/^-?\d{1,9}$/, 'form.fault.whole-number')
    .transform(Number)
    .pipe(z.number().min(least).max(most));
}

/** The same, where nothing may stand: null then. */
export function optionalWholeNumber(least: number, most: number) {
  return emptyAsNull(wholeNumber(least, most));
}

/** One of a list of values. */
export function choice<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.enum(values);
}

/** Any number of a list of values. */
export function choices<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.preprocess(asList, z.array(z.enum(values)));
}

/** Any number of ids. */
export function ids() {
  return z.preprocess(asList, z.array(z.uuid('form.fault.choice')));
}

/** The id of something that the person chose. */
export function id() {
  return z.string().min(1).pipe(z.uuid('form.fault.choice'));
}

export function optionalId() {
  return emptyAsNull(z.uuid('form.fault.choice'));
}

/** A checkbox: true where it is ticked. */
export function ticked() {
  return z
    .string()
    .optional()
    .transform((value) => value !== undefined && value !== '');
}

/** The version of what is edited that the person began from. */
export function version() {
  return z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number);
}

function asList(value: unknown): unknown[] {
  if (value === undefined || value === '') return [];
  return Array.isArray(value) ? value : [value];
}

function emptyAsNull<Schema extends z.ZodType<unknown, string>>(schema: Schema) {
  return z
    .string()
    .default('')
    .transform((value) => (value.trim() === '' ? null : value.trim()))
    .pipe(z.union([z.null(), schema]));
}
