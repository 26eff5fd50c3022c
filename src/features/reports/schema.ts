import { z } from 'zod';
import { optionalText, version } from '#forms/fields.ts';

/** Characters of a foreword, and of the lessons: some pages. */
export const longest = 20_000;

/** What is written around a report's figures, in both languages; one may follow later. */
export const saveWords = z.object({
  version: version(),
  foreword_sq: optionalText(longest),
  foreword_en: optionalText(longest),
  lessons_sq: optionalText(longest),
  lessons_en: optionalText(longest),
});

export type SaveWords = z.infer<typeof saveWords>;

/** The text that someone saw and makes public. */
export const publishWords = z.object({ version: version() });

/** A form that says nothing but that its button was pressed. */
export const pressed = z.object({});

/** Which report a page of the workspace is about, as its address names it. */
export const workPlace = z.object({
  mandate: z.string().min(1).max(100),
  number: z
    .string()
    .regex(/^[1-9]\d?$/)
    .transform(Number),
});
