import { z } from 'zod';
import { choice, id, optionalId, optionalText, text, ticked, version } from '#forms/fields.ts';

/** An address that begins with https, or nothing. */
const recordingAddress = optionalText(500).pipe(
  z.string().refine((value) => value === '' || isSafeAddress(value), 'after.fault.address'),
);

function isSafeAddress(value: string): boolean {
  const url = URL.parse(value);
  return url?.protocol === 'https:' && url.username === '' && url.hostname.includes('.');
}

/** '2027', '2027-03' or '2027-03-31', as people write it down. */
const partialDate = z
  .string()
  .default('')
  .transform((value) => value.trim())
  .refine((value) => value === '' || isPartialDate(value), 'after.fault.date');

function isPartialDate(value: string): boolean {
  if (!/^(19|20|21)\d{2}(-(0[1-9]|1[0-2])(-\d{2})?)?$/.test(value)) return false;
  return value.length < 10 || z.iso.date().safeParse(value).success;
}

export const textsForm = z.object({
  minutesSq: optionalText(50_000),
  minutesEn: optionalText(50_000),
  pressReleaseSq: optionalText(20_000),
  pressReleaseEn: optionalText(20_000),
  recordingUrl: recordingAddress,
  version: version(),
});
export type TextsCommand = z.output<typeof textsForm>;

export const conclusionForm = z.object({
  statementSq: text(1000),
  statementEn: optionalText(1000),
  organisation: optionalId(),
  followedUpBySq: optionalText(300),
  followedUpByEn: optionalText(300),
  dueOn: partialDate,
  version: version().optional(),
});
export type ConclusionCommand = z.output<typeof conclusionForm>;

export const consents = ['given', 'nobody', 'not-given'] as const;

export const photoForm = z.object({
  altSq: text(300),
  altEn: optionalText(300),
  credit: optionalText(200),
  consent: choice(consents),
  consentNote: optionalText(300),
});
export type PhotoCommand = z.output<typeof photoForm>;

export const photoStepForm = z.object({ photo: id() });
export const removeForm = z.object({ conclusion: id() });

export const outcomeForm = z.object({
  dated: partialDate.refine((value) => value !== '', 'form.fault.missing'),
  statementSq: text(1000),
  statementEn: optionalText(1000),
  /** 'contract:<id>', 'priority:<id>' or 'signature:<id>'. */
  link: z
    .string()
    .max(60)
    .default('')
    .refine(
      (value) => value === '' || /^(contract|priority|signature):[0-9a-f-]{36}$/.test(value),
      'form.fault.choice',
    ),
  completes: ticked(),
});
export type OutcomeCommand = z.output<typeof outcomeForm>;

const filterText = z.string().max(200).optional().catch(undefined);

export const conclusionFilter = z.object({
  state: z.enum(['open', 'overdue', 'done']).optional().catch(undefined),
  year: z
    .string()
    .regex(/^\d{4}$/)
    .transform(Number)
    .optional()
    .catch(undefined),
  municipality: filterText,
  after: filterText,
});
export type ConclusionFilter = z.output<typeof conclusionFilter>;
