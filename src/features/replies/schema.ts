import { z } from 'zod';
import { decideCode } from '#features/coding/schema.ts';
import { choice, day, id, optionalText, text, ticked, version } from '#forms/fields.ts';
import { languages } from '#i18n/languages.ts';

const email = z
  .string()
  .transform((value) => value.trim().toLowerCase())
  .pipe(z.string().min(1).max(254).pipe(z.email()));

/** The draft is sent to a person at the town hall. */
export const sendSchema = z.object({ recipientName: text(200), recipientEmail: email, dueOn: day() });
export type SendCommand = z.output<typeof sendSchema>;

/** A new link, to the same person or another. */
export const newLinkSchema = sendSchema.omit({ dueOn: true });
export type NewLinkCommand = z.output<typeof newLinkSchema>;

export const answerSchema = z.object({ answer: optionalText(10_000) });

export const documentSchema = z.object({ title: text(200) });

export const actionSchema = z.object({ statement: text(1000), dueOn: day() });
export type ActionCommand = z.output<typeof actionSchema>;

/** One of the documents or actions of a part. */
export const chosenSchema = z.object({ id: id() });

export const handInSchema = z.object({
  answeredBy: text(200),
  capacity: text(200),
  language: choice(languages),
});

/** What staff say beside of a reply that came on paper or by e-mail. */
export const enterSchema = handInSchema.extend({ way: choice(['paper', 'e-mail']), repliedOn: day() });

export const moreTimeSchema = z.object({ until: day(), reason: text(1000) });

export const decideTimeSchema = z.object({
  id: id(),
  decision: choice(['granted', 'refused']),
  until: z.union([z.literal('').transform(() => null), day()]).default(null),
  note: optionalText(1000),
});

/** That an editor has read a part, with its wording in the other language. */
export const readSchema = z.object({
  id: id(),
  translation: optionalText(10_000),
  note: optionalText(2000),
});

export const actionWordingSchema = z.object({ id: id(), translation: optionalText(1000) });

export const showDocumentSchema = z.object({ id: id(), shown: ticked() });

export const finishSchema = z.object({ note: optionalText(2000) });

/** Another code for a component, because of what was replied; `version` is the number of the code that it changes. */
export const changeCodeSchema = decideCode.and(z.object({ version: version() }));
