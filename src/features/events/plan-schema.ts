import { z } from 'zod';
import {
  choice,
  choices,
  day,
  id,
  optionalDay,
  optionalId,
  optionalText,
  optionalTime,
  optionalWholeNumber,
  text,
  ticked,
  version,
} from '#forms/fields.ts';
import { attendances, documentKinds, partyRoles, personRoles } from './detail.ts';
import { planKinds, planModes } from './plan.ts';
import { repeats } from './series.ts';

/** Languages that people speak or are interpreted into at an event, and of its documents. */
export const spokenLanguages = ['sq', 'en', 'it', 'el', 'mk', 'sr', 'tr', 'fr', 'de'] as const;

const webAddress = optionalText(500).pipe(
  z.string().refine((value) => value === '' || /^https?:\/\/[^\s]+$/i.test(value), 'event.fault.address'),
);

/** A time of day that must be there. */
function time() {
  return z
    .string()
    .trim()
    .min(1)
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'form.fault.time');
}

export const planForm = z
  .object({
    /** null: of the whole network. */
    municipality: optionalId(),
    kind: choice(planKinds),
    titleSq: text(200),
    titleEn: optionalText(200),
    summarySq: optionalText(3000),
    summaryEn: optionalText(3000),
    mode: choice(planModes),
    startsOn: day(),
    startsAt: time(),
    endsOn: optionalDay(),
    endsAt: time(),
    placeSq: optionalText(200),
    placeEn: optionalText(200),
    hallSq: optionalText(100),
    hallEn: optionalText(100),
    accessSq: optionalText(1000),
    accessEn: optionalText(1000),
    onlineUrl: webAddress,
    languages: choices(spokenLanguages),
    interpretationSq: optionalText(200),
    interpretationEn: optionalText(200),
    topicsSq: optionalText(3000),
    topicsEn: optionalText(3000),
    repeat: choice(repeats).default('once'),
    times: optionalWholeNumber(2, 52),
    version: version().optional(),
  })
  .superRefine((plan, context) => {
    const fault = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    const ends = `${plan.endsOn ?? plan.startsOn} ${plan.endsAt}`;
    if (ends <= `${plan.startsOn} ${plan.startsAt}`) fault('endsAt', 'event.fault.end');
    if (plan.mode !== 'online' && plan.placeSq === '') fault('placeSq', 'form.fault.missing');
    if (
      linesOf(plan.topicsEn).length > 0 &&
      linesOf(plan.topicsEn).length !== linesOf(plan.topicsSq).length
    ) {
      fault('topicsEn', 'event.fault.topics');
    }
    if (linesOf(plan.topicsSq).some((line) => line.length > 300)) fault('topicsSq', 'event.fault.topic-long');
    if (plan.repeat !== 'once' && plan.times === null) fault('times', 'form.fault.missing');
  });
export type PlanCommand = z.output<typeof planForm>;

/** Each line that says something. */
export function linesOf(value: string): string[] {
  return value
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

export const itemForm = z
  .object({
    id: optionalId(),
    heldOn: day(),
    startsAt: optionalTime(),
    endsAt: optionalTime(),
    titleSq: text(200),
    titleEn: optionalText(200),
    summarySq: optionalText(1000),
    summaryEn: optionalText(1000),
    trackSq: optionalText(100),
    trackEn: optionalText(100),
    hallSq: optionalText(100),
    hallEn: optionalText(100),
    version: version().optional(),
  })
  .superRefine(({ startsAt, endsAt }, context) => {
    if (endsAt !== null && (startsAt === null || endsAt <= startsAt)) {
      context.addIssue({ code: 'custom', path: ['endsAt'], message: 'event.fault.end' });
    }
  });
export type ItemCommand = z.output<typeof itemForm>;

export const personForm = z
  .object({
    id: optionalId(),
    /** Of the record; else the name. */
    person: optionalId(),
    name: optionalText(200),
    nameAgreed: ticked(),
    role: choice(personRoles),
    capacitySq: optionalText(200),
    capacityEn: optionalText(200),
    organisation: optionalId(),
    municipality: optionalId(),
    attendance: choice(attendances),
    item: optionalId(),
    version: version().optional(),
  })
  .superRefine(({ person, name, nameAgreed }, context) => {
    const fault = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (person === null && name === '') fault('name', 'form.fault.missing');
    if (person !== null && name !== '') fault('name', 'event.fault.person-twice');
    if (person === null && name !== '' && !nameAgreed) fault('nameAgreed', 'event.fault.agreed');
  });
export type PersonCommand = z.output<typeof personForm>;

export const municipalityForm = z.object({
  id: optionalId(),
  municipality: id(),
  attendance: choice(attendances),
  representedBySq: optionalText(200),
  representedByEn: optionalText(200),
  version: version().optional(),
});
export type MunicipalityCommand = z.output<typeof municipalityForm>;

export const partyForm = z
  .object({
    id: optionalId(),
    /** Shows none, though one is known. */
    noLogo: ticked(),
    version: version().optional(),
    role: choice(partyRoles),
    organisation: optionalId(),
    donor: optionalId(),
    nameSq: optionalText(200),
    nameEn: optionalText(200),
    throughSq: optionalText(200),
    throughEn: optionalText(200),
  })
  .superRefine(({ organisation, donor, nameSq }, context) => {
    const given = [organisation, donor, nameSq || null].filter((one) => one !== null);
    if (given.length !== 1) {
      context.addIssue({ code: 'custom', path: ['organisation'], message: 'event.fault.party' });
    }
  });
export type PartyCommand = z.output<typeof partyForm>;

export const documentForm = z.object({
  id: optionalId(),
  version: version().optional(),
  kind: choice(documentKinds),
  language: choice(spokenLanguages),
  titleSq: text(200),
  titleEn: optionalText(200),
  shown: ticked(),
});
export type DocumentCommand = z.output<typeof documentForm>;

export const rowForm = z.object({ row: id() });

export const cancelForm = z.object({ reasonSq: text(500), reasonEn: optionalText(500) });
export type CancelCommand = z.output<typeof cancelForm>;

export const correctForm = z.object({ reasonSq: text(500), reasonEn: optionalText(500) });
export type CorrectCommand = z.output<typeof correctForm>;
