import { z } from 'zod';
import { choice, day, id, ids, optionalId, optionalText, text, ticked, version } from '#forms/fields.ts';
import { namedSourceFields } from '#features/library/named-source.ts';
import { languages } from '#i18n/languages.ts';
import { currencies, minorUnits, tryOutcomes, tryStates } from './experience.ts';

/** The longest text of each part of an experience. */
export const longest = { title: 200, summary: 500, part: 4000, body: 20_000, note: 500, reason: 500 };

const title = { title_sq: optionalText(longest.title), title_en: optionalText(longest.title) };
const hasTitle = (given: { title_sq: string; title_en: string }) =>
  given.title_sq !== '' || given.title_en !== '';
const noTitle = { path: ['title_sq'], message: 'experience.fault.title' };

export const beginForm = z.object({ municipality: id(), ...title }).refine(hasTitle, noTitle);
export type BeginCommand = z.output<typeof beginForm>;

const part = optionalText(longest.part);
const amount = z
  .string()
  .default('')
  .transform((typed) => typed.trim())
  .refine((typed) => typed === '' || minorUnits(typed) !== undefined, 'experience.fault.amount')
  .transform((typed) => (typed === '' ? null : (minorUnits(typed) ?? null)));

export const experienceForm = z
  .object({
    ...title,
    summary_sq: optionalText(longest.summary),
    summary_en: optionalText(longest.summary),
    body_sq: optionalText(longest.body),
    body_en: optionalText(longest.body),
    problem_sq: part,
    problem_en: part,
    context_sq: part,
    context_en: part,
    done_sq: part,
    done_en: part,
    result_sq: part,
    result_en: part,
    lessons_sq: part,
    lessons_en: part,
    field: optionalId(),
    cost_amount: amount,
    cost_currency: z.enum(currencies).default('ALL'),
    cost_note_sq: optionalText(longest.note),
    cost_note_en: optionalText(longest.note),
    contact_is: z.enum(['office', 'person']).default('office'),
    contact_agreed: ticked(),
    contact_name: optionalText(200),
    contact_email: optionalText(200).pipe(z.union([z.literal(''), z.email('form.fault.email')])),
    contact_phone: optionalText(50).pipe(
      z
        .string()
        .refine((value) => value === '' || /^\+?[\d ()/-]{5,}$/.test(value), 'experience.fault.phone'),
    ),
    priorities: ids(),
    evidence: ids(),
    ...namedSourceFields,
    reason_sq: optionalText(longest.reason),
    reason_en: optionalText(longest.reason),
    version: version().optional(),
  })
  .refine(hasTitle, noTitle)
  .refine((given) => given.contact_is === 'office' || given.contact_agreed, {
    path: ['contact_agreed'],
    message: 'experience.fault.agreed',
  });
export type ExperienceCommand = z.output<typeof experienceForm>;

export const returnForm = z.object({ note: text(2000) });

export const tryForm = z
  .object({
    experience: id(),
    municipality: id(),
    state: choice(tryStates),
    outcome: z.enum(['', ...tryOutcomes]).default(''),
    saidOn: day(),
    learnedFrom: optionalId(),
    statement_sq: optionalText(2000),
    statement_en: optionalText(2000),
    reason_sq: optionalText(longest.reason),
    reason_en: optionalText(longest.reason),
    version: version().optional(),
  })
  .refine((given) => given.statement_sq !== '' || given.statement_en !== '', {
    path: ['statement_sq'],
    message: 'form.fault.missing',
  })
  .refine((given) => given.state === 'wants' || given.outcome !== '', {
    path: ['outcome'],
    message: 'form.fault.choice',
  });
export type TryCommand = z.output<typeof tryForm>;

export const questionForm = z.object({
  title: text(200),
  body: text(4000),
  language: choice(languages),
  experience: optionalId(),
  organisation: optionalId(),
  once: id(),
});
export type QuestionCommand = z.output<typeof questionForm>;

export const answerForm = z.object({ body: text(4000), language: choice(languages), once: id() });
export type AnswerCommand = z.output<typeof answerForm>;

export const closeForm = z.object({});

export const helpedForm = z.object({ answer: id() });
