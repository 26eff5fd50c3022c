import { z } from 'zod';
import {
  choice,
  choices,
  day,
  id,
  optionalId,
  optionalText,
  optionalTime,
  optionalWholeNumber,
  text,
  ticked,
  version,
  wholeNumber,
} from '#forms/fields.ts';
import { sanitised } from '#forms/sanitised.ts';
import { ageBands, asked, organisationKinds, sexes } from './figure-fields.ts';
import { modes } from './mode.ts';
import { questionKinds } from './question.ts';

function optionalChoice<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z
    .string()
    .default('')
    .transform((value) => (value === '' ? null : value))
    .pipe(z.union([z.null(), z.enum(values)]));
}

const details = {
  name: text(200),
  sex: optionalChoice(sexes),
  ageBand: optionalChoice(ageBands),
  municipality: optionalId(),
  organisationKind: optionalChoice(organisationKinds),
  accessNeeds: optionalText(1000),
};

export const registerForm = z.object({
  ...details,
  email: text(254).pipe(z.email()),
  mode: choice(modes),
  /** Filled in by programs alone: people do not see it. */
  website: z.string().max(1000).default(''),
});
export type RegisterCommand = z.output<typeof registerForm>;

export const changeForm = z.object({ ...details, mode: choice(modes), version: version() });
export type ChangeCommand = z.output<typeof changeForm>;

const time = () => optionalTime().pipe(z.string('form.fault.missing'));

/** What the organiser sets. A capacity that is left empty: as many as come. */
export const settingsForm = z.object({
  version: version().optional(),
  opensOn: day(),
  opensAt: time(),
  closesOn: day(),
  closesAt: time(),
  onSite: optionalWholeNumber(0, 100_000),
  online: optionalWholeNumber(0, 100_000),
  confirmHours: optionalWholeNumber(1, 336),
  keepDays: wholeNumber(1, 365),
  asks: choices(asked),
});
export type SettingsCommand = z.output<typeof settingsForm>;

/** Options, one a line. */
export function linesOf(typed: string): string[] {
  return typed
    .split('\n')
    .map((line) => sanitised(line))
    .filter((line) => line !== '');
}

export const questionForm = z
  .object({
    version: version(),
    kind: choice(questionKinds),
    textSq: text(300),
    textEn: optionalText(300),
    required: ticked(),
    optionsSq: optionalText(2000),
    optionsEn: optionalText(2000),
  })
  .superRefine((typed, context) => {
    if (typed.kind !== 'choice' && typed.kind !== 'several') return;
    const sq = linesOf(typed.optionsSq);
    const en = linesOf(typed.optionsEn);
    const fault = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message });
    if (sq.length < 2 || sq.length > 20) fault('optionsSq', 'registration.fault.options');
    if (en.length > 0 && en.length !== sq.length) fault('optionsEn', 'registration.fault.lines');
  });
export type QuestionCommand = z.output<typeof questionForm>;

export const questionRemoval = z.object({ version: version(), question: z.string().max(10) });

/** What a device at the door has done, as it sends it. */
export const doorSync = z.object({
  device: z.string().regex(/^[\w-]{1,40}$/),
  now: z.iso.datetime(),
  /** Of the parts of the list that the device has. */
  marks: z.record(z.string().max(1), z.string().max(20)).default({}),
  acts: z
    .array(
      z.object({
        id: z.uuid(),
        kind: z.enum(['in', 'undo', 'walk-in']),
        registration: z.uuid().optional(),
        walkIn: z.uuid().optional(),
        at: z.iso.datetime(),
      }),
    )
    .max(2000),
});
export type DoorSync = z.output<typeof doorSync>;

/** The door without a script. */
export const doorStep = z.object({
  step: choice(['in', 'undo', 'walk-in']),
  registration: optionalId(),
  once: id(),
});

/** What somebody types who has a certificate in their hand. */
export const nameOnCertificate = z.object({ name: text(200) });

/** How many took part online; empty: nobody counted. */
export const onlineForm = z.object({ version: version(), people: optionalWholeNumber(0, 1_000_000) });
export type OnlineCommand = z.output<typeof onlineForm>;

/** Comes with the list of a meeting tool. */
export const meetingForm = z.object({ version: version() });
