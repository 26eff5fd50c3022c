import { z } from 'zod';
import { languages } from '#i18n/languages.ts';

/** A day, counted from the first start: -7 was a week before it. */
export const offset = z.coerce.number().int().min(-400).max(400);

/** A whole number, or nothing. */
export const optionalNumber = z
  .string()
  .transform((cell) => (cell === '' ? null : Number(cell)))
  .pipe(z.int().nullable());

/** Several values in one cell, set apart by ';'. */
export const list = z.string().transform((cell) => (cell === '' ? [] : cell.split(';')));

export const yes = z.enum(['', 'yes']).transform((cell) => cell === 'yes');

export const localised = z.object({ sq: z.string().min(1), en: z.string().min(1) });

export const language = z.enum(languages);

/** The four fields, by their key in the record. */
export const field = z.enum(['infrastructure', 'governance', 'economy', 'social']);

/** '' where none was named. */
export const optionalField = z.union([z.literal(''), field]);
