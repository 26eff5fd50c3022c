import { z } from 'zod';
import {
  choice,
  id,
  optionalDay,
  optionalId,
  optionalText,
  optionalTime,
  text,
  ticked,
  version,
} from '#forms/fields.ts';
import { languages } from '#i18n/languages.ts';
import { articleKinds, opinionKinds } from './article.ts';

/** Filters of the list of articles, as they stand in its address; anything else there is as if it were not. */
export const articleFilter = z.object({
  kind: z.enum(articleKinds).optional().catch(undefined),
  municipality: z.string().max(100).optional().catch(undefined),
  /** Key of the organisation that wrote. */
  organisation: z.string().max(100).optional().catch(undefined),
  year: z.coerce.number().int().min(1900).max(2200).optional().catch(undefined),
  /** Key of the last article on the page before. */
  after: z.string().max(200).optional().catch(undefined),
});

export type ArticleFilter = z.output<typeof articleFilter>;

/** The same of the page that gathers opinions and residents' suggestions. */
export const opinionFilter = articleFilter
  .omit({ organisation: true })
  .extend({ kind: z.enum(opinionKinds).optional().catch(undefined) });

export type OpinionFilter = z.output<typeof opinionFilter>;

const webAddress = optionalText(1000).pipe(
  z
    .string()
    .refine((value) => value === '' || /^https?:\/\/[^\s/]+\S*$/i.test(value), 'article.fault.address'),
);

/** A day, a month or a year, as far as it is known. */
const partialDate = optionalText(10).pipe(
  z.string().refine((value) => {
    if (value === '' || /^(19|20|21)\d{2}(-(0[1-9]|1[0-2]))?$/.test(value)) return true;
    return z.iso.date().safeParse(value).success && value >= '1900-01-01' && value < '2200-01-01';
  }, 'article.fault.dated'),
);

const longestBody = 60_000;

/** The form of an article. What the language that it is written in must have is asked at its own fields. */
export const articleForm = z
  .object({
    /** '' for the network. */
    municipality: optionalId(),
    kind: choice(articleKinds),
    language: choice(languages),
    titleSq: optionalText(200),
    titleEn: optionalText(200),
    summarySq: optionalText(500),
    summaryEn: optionalText(500),
    bodySq: optionalText(longestBody),
    bodyEn: optionalText(longestBody),
    authors: optionalText(2000),
    signatories: optionalText(20_000),
    addressedToSq: optionalText(300),
    addressedToEn: optionalText(300),
    url: webAddress,
    publisher: optionalText(200),
    dated: partialDate,
    reasonSq: optionalText(500),
    reasonEn: optionalText(500),
    /** The translation says what the original says now. */
    isTranslated: ticked(),
    version: version().optional(),
  })
  .superRefine((article, context) => {
    const isFirst = article.language === 'sq';
    const missing = (field: string) =>
      context.addIssue({ code: 'custom', path: [field], message: 'form.fault.missing', input: '' });
    if ((isFirst ? article.titleSq : article.titleEn) === '') missing(isFirst ? 'titleSq' : 'titleEn');
    if ((isFirst ? article.summarySq : article.summaryEn) === '')
      missing(isFirst ? 'summarySq' : 'summaryEn');
    const body = isFirst ? article.bodySq : article.bodyEn;
    if (body === '' && article.url === '') missing(isFirst ? 'bodySq' : 'bodyEn');
    const to = isFirst ? article.addressedToSq : article.addressedToEn;
    if (article.kind === 'open-letter' && to === '') missing(isFirst ? 'addressedToSq' : 'addressedToEn');
  });
export type ArticleCommand = z.output<typeof articleForm>;

export const newPicture = z.object({ altSq: text(300), altEn: text(300), credit: text(200) });

export const reviewForm = z.object({
  /** The text that the reviewer read. */
  contentVersion: version(),
});

export const sendBackForm = z.object({ note: text(1000) });

export const publishForm = z
  .object({ when: choice(['now', 'later']), day: optionalDay(), time: optionalTime() })
  .superRefine(({ when, day, time }, context) => {
    if (when === 'now') return;
    if (day === null)
      context.addIssue({ code: 'custom', path: ['day'], message: 'form.fault.missing', input: day });
    if (time === null)
      context.addIssue({ code: 'custom', path: ['time'], message: 'form.fault.missing', input: time });
  });
export type PublishCommand = z.output<typeof publishForm>;

export const letterAnswerForm = z
  .object({
    answeredOn: partialDate.pipe(z.string().min(1)),
    by: text(200),
    answerSq: optionalText(10_000),
    answerEn: optionalText(10_000),
    answerUrl: webAddress,
  })
  .superRefine(({ answerSq, answerEn }, context) => {
    if (answerSq === '' && answerEn === '')
      context.addIssue({ code: 'custom', path: ['answerSq'], message: 'form.fault.missing', input: '' });
  });
export type LetterAnswerCommand = z.output<typeof letterAnswerForm>;

export const pictureChoice = z.object({ picture: id() });

/** Other words for a picture that is there. */
export const pictureWords = newPicture.extend({ picture: id() });

export const addressForm = z.object({ from: text(1000), to: text(1000) });
export type AddressCommand = z.output<typeof addressForm>;

export const addressChoice = z.object({ address: id() });

export const renameForm = z.object({
  key: text(80).pipe(z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'article.fault.key')),
});

export const importForm = z.object({
  /** Key of the organisation whose site it is; '' for the network's own. */
  organisation: optionalText(200),
  publish: ticked(),
  dryRun: ticked(),
});
export type ImportForm = z.output<typeof importForm>;
