import { z } from 'zod';

/** A number as people type it: '41.32', '41,32', '1 250 000'. undefined where it is none. */
export function numberOf(typed: string): number | undefined {
  const plain = typed.replaceAll(/[\s\u00A0\u202F]/g, '').replace(',', '.');
  return /^[+-]?\d{1,15}(\.\d{1,20})?$/.test(plain) ? Number(plain) : undefined;
}

/** A number within bounds, which the message names. */
export function decimal(least: number, most: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(40)
    .transform((typed, context) => {
      const number = numberOf(typed);
      if (number !== undefined) return number;
      context.addIssue({ code: 'custom', message: 'evidence.fault.number' });
      return z.NEVER;
    })
    .pipe(z.number().min(least).max(most));
}

/** The same, where nothing may stand: null then. */
export function optionalDecimal(least: number, most: number) {
  return z
    .string()
    .default('')
    .transform((typed) => (typed.trim() === '' ? null : typed))
    .pipe(z.union([z.null(), decimal(least, most)]));
}
