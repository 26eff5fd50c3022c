import { z } from 'zod';
import {
  afterDayAndId,
  calendarDay,
  choice,
  day,
  id,
  ids,
  optionalDay,
  optionalId,
  optionalText,
  text,
  version,
  wholeNumber,
} from '#forms/fields.ts';
import { languages } from '#i18n/languages.ts';
import { stances } from '../kind.ts';
import { endings, formats } from './request.ts';

const words = {
  addressee: text(200),
  subject: text(300),
  body: text(5000),
  language: choice(languages),
  format: choice(formats),
  replyTo: text(300),
  components: ids(),
};

/** `id` comes with the form, so that a form sent twice writes one request. */
export const newRequest = z.object({
  id: id(),
  municipalityId: id(),
  organisationId: optionalId(),
  ...words,
});
export const changedRequest = z.object({ version: version(), ...words });
export type NewRequest = z.output<typeof newRequest>;
export type ChangedRequest = z.output<typeof changedRequest>;

export const handedIn = z.object({ version: version(), askedOn: day() });
export const extended = z.object({
  version: version(),
  extendedOn: day(),
  days: wholeNumber(1, 365),
  extensionReason: text(1000),
});
export const ended = z.object({
  version: version(),
  outcome: choice(endings),
  answeredOn: optionalDay(),
  outcomeNote: optionalText(2000),
});

const sentence = optionalText(500).transform((value) => value.replaceAll(/\s*\n\s*/g, ' '));

/** What makes an answer evidence: what it shows, and of what. */
export const toEvidence = z.object({
  stance: choice(stances),
  showsSq: sentence,
  showsEn: sentence,
  components: ids(),
});

const page = {
  municipality: z.uuid().optional().catch(undefined),
  after: afterDayAndId('_', z.union([calendarDay(), z.literal('infinity')])),
};

export const requestFilter = z.object({ show: z.enum(['open', 'over']).catch('open'), ...page });
export type RequestFilter = z.output<typeof requestFilter>;
