import { z } from 'zod';
import { choice, id, optionalDay, optionalText, optionalTime, ticked, version } from '#forms/fields.ts';
import { blockers } from './assessed.ts';

const longest = 5000;

const beside = {
  rationale_sq: optionalText(longest),
  rationale_en: optionalText(longest),
  late: ticked(),
  reversed: ticked(),
  blocked_by: z.enum(['', ...blockers]).default(''),
};

/** What is written beside the status of a priority. */
export const writeStatus = z.object({ ...beside, version: version().optional() });
export type WriteStatus = z.output<typeof writeStatus>;

/** A step that needs nothing but the version that the person saw. */
export const step = z.object({ version: version() });
export type Step = z.output<typeof step>;

/** A step that needs nothing but to be taken. */
export const takeStep = z.object({});

/** At once, or at a set time. */
export const publishNow = z
  .object({ when: choice(['now', 'later']), day: optionalDay(), time: optionalTime() })
  .superRefine(({ when, day, time }, context) => {
    if (when === 'now') return;
    if (day === null)
      context.addIssue({ code: 'custom', path: ['day'], message: 'form.fault.missing', input: day });
    if (time === null)
      context.addIssue({ code: 'custom', path: ['time'], message: 'form.fault.missing', input: time });
  });
export type PublishNow = z.output<typeof publishNow>;

/** Codes by component come as fields `code.<component>`; '' where a code stays. */
export const writeCorrection = z.looseObject({
  ...beside,
  reason_sq: optionalText(longest),
  reason_en: optionalText(longest),
  corrects: version(),
  version: version().optional(),
});
export type WriteCorrection = z.output<typeof writeCorrection>;

/** Which round's publications are listed, from which municipality on. */
export const publicationFilter = z.object({
  round: id().optional().catch(undefined),
  after: z.string().max(200).optional().catch(undefined),
});
export type PublicationFilter = z.output<typeof publicationFilter>;
