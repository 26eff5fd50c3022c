import { z } from 'zod';
import { choice, id, ids, optionalId, optionalText, text, version } from '#forms/fields.ts';
import { languages } from '#i18n/languages.ts';
import { competences, coverages, testabilities } from './contract-body.ts';

// Commands of the work on a contract, as forms send them.

/** A date known to the year, month or day, or nothing. */
const optionalPartialDate = z
  .string()
  .default('')
  .transform((value) => (value.trim() === '' ? null : value.trim()))
  .pipe(
    z.union([
      z.null(),
      z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'form.fault.day'),
    ]),
  );

export const longest = { statement: 2_000, heading: 200, test: 1_000, reason: 1_000, comment: 2_000 };

/** A text may be written in one language first; the checklist asks for the other. */
function hasText(given: { statement_sq: string; statement_en: string }): boolean {
  return given.statement_sq !== '' || given.statement_en !== '';
}

const noText = { path: ['statement_sq'], message: 'drafting.fault.no-text' };

export const beginDraft = z.object({
  municipality: id(),
  mandate: id(),
  binding_language: choice(languages),
});

export const savePriority = z
  .object({
    id: id(),
    version: version().optional(),
    heading_sq: optionalText(longest.heading),
    heading_en: optionalText(longest.heading),
    statement_sq: optionalText(longest.statement),
    statement_en: optionalText(longest.statement),
    field: optionalId(),
    coverage: z.enum(['', ...coverages]).default(''),
    units: ids(),
    directorate: optionalText(200),
    untested_reason_sq: optionalText(longest.reason),
    untested_reason_en: optionalText(longest.reason),
  })
  // Names of places inside a unit, one field for each unit: `locality-<id of the unit>`.
  .catchall(z.union([z.string(), z.array(z.string())]))
  .refine(hasText, noText)
  .transform(
    ({
      id: own,
      version: base,
      heading_sq,
      heading_en,
      statement_sq,
      statement_en,
      field,
      coverage,
      units,
      directorate,
      untested_reason_sq,
      untested_reason_en,
      ...localities
    }) => ({
      id: own,
      version: base,
      heading_sq,
      heading_en,
      statement_sq,
      statement_en,
      field,
      coverage,
      units,
      directorate,
      untested_reason_sq,
      untested_reason_en,
      localities,
    }),
  );

export type SavePriority = z.infer<typeof savePriority>;

export const saveComponent = z
  .object({
    id: id(),
    version: version().optional(),
    statement_sq: optionalText(longest.statement),
    statement_en: optionalText(longest.statement),
    shown_by_sq: optionalText(longest.test),
    shown_by_en: optionalText(longest.test),
    due: optionalPartialDate,
    testable: choice(testabilities),
    competence: choice(competences),
  })
  .refine(hasText, noText);

export type SaveComponent = z.infer<typeof saveComponent>;

export const moveItem = z.object({ id: id(), direction: choice(['up', 'down']) });
export const removeItem = z.object({ id: id() });
export const takeCandidates = z.object({ candidates: ids().pipe(z.array(z.uuid()).min(1).max(200)) });
export const setBinding = z.object({ version: version(), binding_language: choice(languages) });
export const keepVersion = z.object({ note: optionalText(500) });
export const submitDraft = z.object({ version: version(), note: optionalText(500) });
export const reviewDraft = z.object({ version: version(), number: version() });
export const sendBackDraft = z.object({ version: version(), number: version(), words: text(2_000) });
export const reopenDraft = z.object({ version: version(), reason: text(longest.reason) });
export const publishDraft = z.object({ version: version(), number: version() });
export const writeComment = z.object({
  id: id(),
  priority: optionalId(),
  thread: optionalId(),
  body: text(longest.comment),
});
export const resolveThread = z.object({ thread: id() });

/** Which versions are compared, as they stand in the address. */
export const comparedVersions = z.object({
  from: z.coerce.number().int().min(1).max(1_000_000).optional().catch(undefined),
  to: z.coerce.number().int().min(1).max(1_000_000).optional().catch(undefined),
});
