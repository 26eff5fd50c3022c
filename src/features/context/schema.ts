import { z } from 'zod';
import { choice, ids, optionalText, version } from '#forms/fields.ts';
import { namedSourceFields } from '#features/library/named-source.ts';
import { contextKinds, endings } from './period.ts';
import { firstDay, lastDay } from './bands.ts';

const pattern = /^(19|20|21)\d{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** A date known to the year, the month or the day, that exists. */
function isDate(value: string): boolean {
  return pattern.test(value) && (value.length < 10 || z.iso.date().safeParse(value).success);
}

const partialDate = z.string().trim().min(1).refine(isDate, 'context.fault.date');
const optionalPartialDate = z
  .string()
  .default('')
  .transform((value) => value.trim())
  .refine((value) => value === '' || isDate(value), 'context.fault.date')
  .transform((value) => (value === '' ? null : value));

/** One version of a period, as its form sends it. */
export const periodForm = z
  .object({
    kind: choice(contextKinds),
    starts: partialDate,
    endsIs: choice(endings),
    ends: optionalPartialDate,
    title_sq: optionalText(200),
    title_en: optionalText(200),
    summary_sq: optionalText(1000),
    summary_en: optionalText(1000),
    municipalities: ids(),
    ...namedSourceFields,
    state: z.enum(['stands', 'withdrawn']).default('stands'),
    reason_sq: optionalText(500),
    reason_en: optionalText(500),
    version: version().optional(),
  })
  .superRefine((given, context) => {
    const fault = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message });
    const isDated = given.endsIs === 'known' || given.endsIs === 'at-least';
    if (isDated && given.ends === null) fault('ends', 'form.fault.missing');
    if (isDated && given.ends !== null && lastDay(given.ends) < firstDay(given.starts))
      fault('ends', 'context.fault.order');
    if (given.title_sq === '') fault('title_sq', 'form.fault.missing');
    if (given.title_en === '') fault('title_en', 'form.fault.missing');
    if (given.summary_sq === '') fault('summary_sq', 'form.fault.missing');
    if (given.summary_en === '') fault('summary_en', 'form.fault.missing');
  });
export type PeriodCommand = z.output<typeof periodForm>;
