import { z } from 'zod';
import { choice, id, optionalId, optionalText, text, ticked, version } from '#forms/fields.ts';
import { languages } from '#i18n/languages.ts';

const address = optionalText(500).pipe(
  z.string().refine((value) => value === '' || /^https?:\/\/[^\s]+$/i.test(value), 'forum.fault.address'),
);

/** What an organisation says when it asks to join. */
export const applicationForm = z
  .object({
    once: id(),
    language: choice(languages),
    municipality: optionalId(),
    place: optionalText(200),
    placeNote: optionalText(2000),
    nameSq: text(200),
    nameEn: optionalText(200),
    seat: text(200),
    founded: text(4).pipe(z.string().regex(/^(1[89]|20)\d\d$/, 'joining.fault.year')),
    registration: text(200),
    url: address,
    work: text(5000),
    people: text(2000),
    interests: text(3000),
    funding: text(3000),
    contactName: text(200),
    contactCapacity: text(200),
    contactCapacityEn: optionalText(200),
    email: text(254).pipe(z.email()),
    /** The version of the methodology that stood on the page; empty while none is published. */
    methodology: optionalId(),
    agrees: ticked(),
    /** Filled in by programs alone: people do not see it. */
    website: z.string().max(1000).default(''),
  })
  .superRefine(({ municipality, place, methodology, agrees }, context) => {
    if (municipality === null && place === '') {
      context.addIssue({ code: 'custom', path: ['municipality'], message: 'joining.fault.place' });
    }
    if (municipality !== null && place !== '') {
      context.addIssue({ code: 'custom', path: ['place'], message: 'joining.fault.one-place' });
    }
    if (methodology !== null && !agrees) {
      context.addIssue({ code: 'custom', path: ['agrees'], message: 'methodology.fault.agrees' });
    }
  });
export type ApplicationCommand = z.output<typeof applicationForm>;

export const messageForm = z.object({ text: text(3000) });
export type MessageCommand = z.output<typeof messageForm>;

export const emptyForm = z.object({});

export const askForm = z.object({ version: version(), question: text(3000) });
export type AskCommand = z.output<typeof askForm>;

export const declineForm = z.object({ version: version(), reason: text(3000) });
export type DeclineCommand = z.output<typeof declineForm>;

const degrees = (most: number) =>
  z
    .string()
    .default('')
    .transform((value) => value.trim().replace(',', '.'))
    .pipe(
      z.union([
        z.literal('').transform(() => null),
        z
          .string()
          .regex(/^-?\d{1,3}(\.\d{1,8})?$/)
          .transform(Number),
      ]),
    )
    .pipe(z.number().min(-most).max(most).nullable());

/** Accepting: of a new municipality, also what makes it a place of the record. */
export const acceptForm = z.object({
  version: version(),
  municipalityName: optionalText(100),
  county: optionalId(),
  newCounty: optionalText(100),
  longitude: degrees(180),
  latitude: degrees(90),
  units: optionalText(30_000),
  /** One that is in the record already; empty: a new one, as the application says. */
  organisation: optionalId(),
});
export type AcceptCommand = z.output<typeof acceptForm>;
