import { z } from 'zod';
import {
  choice,
  choices,
  id,
  optionalId,
  optionalText,
  optionalWholeNumber,
  text,
  version,
  wholeNumber,
} from '#forms/fields.ts';
import { normaliseDoi } from './doi.ts';
import { normaliseIsbn } from './isbn.ts';
import {
  linesOf,
  longestName,
  longestSubject,
  mostAuthors,
  mostSubjects,
  subjectsOf,
  workLanguages,
} from './draft.ts';
import { entryKinds, itemKinds, publicationKinds } from './work.ts';

/** Where a list that goes on page by page is to go on. */
export const pageFilter = z.object({
  after: z.string().max(200).optional().catch(undefined),
  municipality: z.string().max(100).optional().catch(undefined),
});

/** What is looked for in the catalogue, as it stands in the page's address. */
export const catalogueFilter = z.object({
  q: z.string().max(4000).catch(''),
  author: z.string().max(200).catch(''),
  subject: z.string().max(200).catch(''),
  year: z.coerce.number().int().min(1000).max(2200).optional().catch(undefined),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .optional()
    .catch(undefined),
  kind: z.enum(entryKinds).optional().catch(undefined),
  file: z.literal('yes').optional().catch(undefined),
  after: z.string().max(400).optional().catch(undefined),
});
export type CatalogueFilter = z.infer<typeof catalogueFilter>;

/** The part of a list that an export or a feed gives. */
export const exportFilter = catalogueFilter.omit({ after: true });

const names = optionalText(mostAuthors * (longestName + 1)).pipe(
  z
    .string()
    .refine((text) => linesOf(text).length <= mostAuthors, 'publication.fault.too-many')
    .refine((text) => linesOf(text).every((name) => name.length <= longestName), 'publication.fault.name'),
);

const isbn = optionalText(40).transform((text, context) => {
  if (text === '') return null;
  const digits = normaliseIsbn(text);
  if (digits === undefined) context.addIssue({ code: 'custom', message: 'publication.fault.isbn' });
  return digits ?? z.NEVER;
});

const doi = optionalText(400).transform((text, context) => {
  if (text === '') return null;
  const name = normaliseDoi(text);
  if (name === undefined) context.addIssue({ code: 'custom', message: 'publication.fault.doi' });
  return name ?? z.NEVER;
});

/** A year, a month or a day that exists: '2021', '2021-07', '2021-07-14'. */
const partialDate = optionalText(10).transform((text, context) => {
  if (text === '') return null;
  const [year = '', month = '01', day = '01'] = text.split('-');
  const whole = z.iso.date().safeParse(`${year}-${month}-${day}`);
  if (/^\d{4}(-\d\d){0,2}$/.test(text) && whole.success && year >= '1400' && year < '2200') return text;
  context.addIssue({ code: 'custom', message: 'publication.fault.date' });
  return z.NEVER;
});

const webAddress = optionalText(500).pipe(
  z
    .string()
    .refine((value) => value === '' || /^https?:\/\/[^\s]+$/i.test(value), 'publication.fault.address'),
);

const language = z
  .union([z.literal('').transform(() => null), choice(workLanguages)])
  .optional()
  .transform((value) => value ?? null);

const subjects = optionalText(mostSubjects * (longestSubject + 2)).pipe(
  z
    .string()
    .refine((text) => subjectsOf(text).length <= mostSubjects, 'publication.fault.too-many')
    .refine(
      (text) => subjectsOf(text).every((subject) => subject.length <= longestSubject),
      'publication.fault.subject',
    ),
);

export const publicationForm = z
  .object({
    organisation: optionalId(),
    municipality: optionalId(),
    kind: choice(publicationKinds),
    titleSq: optionalText(300),
    titleEn: optionalText(300),
    summarySq: optionalText(3000),
    summaryEn: optionalText(3000),
    authors: names,
    editors: names,
    publishedOn: partialDate,
    language,
    otherLanguages: choices(workLanguages),
    publisher: optionalText(200),
    place: optionalText(200),
    series: optionalText(200),
    subjects,
    isbn,
    doi,
    pages: optionalWholeNumber(1, 100_000),
    licence: optionalText(200),
    url: webAddress,
    version: version().optional(),
  })
  .superRefine(({ titleSq, titleEn }, context) => {
    if (titleSq === '' && titleEn === '')
      context.addIssue({ code: 'custom', path: ['titleSq'], message: 'publication.fault.title' });
  });
/** One thing on a shelf. Of which shelves it is, is said once. */
export const itemForm = z.object({
  organisation: id(),
  kind: choice(itemKinds),
  title: text(500),
  authors: names,
  publishedOn: partialDate,
  language,
  callNumber: optionalText(100),
  shelf: optionalText(100),
  copies: wholeNumber(0, 1000),
  publisher: optionalText(200),
  place: optionalText(200),
  series: optionalText(200),
  subjects,
  isbn,
  doi,
  pages: optionalWholeNumber(1, 100_000),
  version: version().optional(),
});
export type ItemCommand = z.output<typeof itemForm>;

/** What is looked for on one's shelves, and where the list goes on. */
export const shelfFilter = z.object({
  q: z.string().max(200).catch(''),
  after: z.string().max(300).optional().catch(undefined),
});

export type PublicationCommand = z.output<typeof publicationForm>;

/** A file to add to a publication; the file itself is read beside it. */
export const draftFileForm = z.object({ fileLanguage: choice(workLanguages), version: version() });

export const dropFileForm = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), version: version() });

/** To publish what is written; of what is public already, with the reason. */
export const publishForm = z.object({ reason: optionalText(500), version: version() });

/** Where the list of drafts goes on: the instant and the id of the last one; anything else is as if it were not. */
export const afterDraft = z
  .string()
  .transform((text, context) => {
    const [at = '', id = ''] = text.split('_');
    if (z.iso.datetime().safeParse(at).success && z.uuid().safeParse(id).success)
      return { savedAt: new Date(at), id };
    context.addIssue({ code: 'custom', message: 'form.fault.unreadable' });
    return z.NEVER;
  })
  .optional()
  .catch(undefined);

/** Which version of a publication is shown, and what is looked for in its files. */
export const publicationFilter = z.object({
  version: z.coerce.number().int().min(1).max(10_000).optional().catch(undefined),
  q: z.string().max(4000).catch(''),
});

/** A library's list: whose shelves it is of; the file itself is read beside it. */
export const importForm = z.object({ organisation: id() });

/** The import of a file that was tried. */
export const importTriedForm = z.object({ organisation: id(), upload: id() });
