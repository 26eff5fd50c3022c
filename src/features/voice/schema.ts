import { z } from 'zod';
import {
  afterDayAndId,
  calendarDay,
  choice,
  optionalId,
  optionalText,
  ticked,
  version,
} from '#forms/fields.ts';
import { languages } from '#i18n/languages.ts';
import { answers, moderations } from './answer.ts';

/** A random value by which a browser can change its answer; a form brings one for those that have none yet. */
export const secretSchema = z.string().regex(/^[0-9a-f]{64}$/);

export const viewForm = z.object({
  answer: choice(answers),
  unit: optionalId(),
  sentence: optionalText(500),
  removePhoto: ticked(),
  language: choice(languages),
  secret: secretSchema,
});
export type ViewCommand = z.output<typeof viewForm>;

export const moderationForm = z
  .object({ verdict: choice(['shown', 'withheld']), note: optionalText(500), version: version() })
  .refine(({ verdict, note }) => verdict === 'shown' || note !== '', {
    path: ['note'],
    message: 'form.fault.missing',
  });
export type ModerationCommand = z.output<typeof moderationForm>;

const instant = z.iso.datetime().refine((value) => calendarDay().safeParse(value.slice(0, 10)).success);

/** Which part of the queue is asked for, and after which row it goes on. */
export const queueQuery = z.object({
  state: z.enum(moderations).exclude(['none']).catch('open'),
  after: afterDayAndId(' ', instant),
});
export type QueueQuery = z.output<typeof queueQuery>;
