import { z } from 'zod';
import {
  afterDayAndId,
  choice,
  choices,
  day,
  id,
  ids,
  optionalId,
  optionalText,
  optionalTime,
  text,
  ticked,
  version,
} from '#forms/fields.ts';
import { ageBands, sexes } from './attendance.ts';
import { leadsToPerson, looksLikeName } from './personal.ts';
import {
  channels,
  countedGroups,
  sessionKinds,
  sessionStates,
  socialGroups,
  spokenLanguages,
} from './session.ts';

/** What a session's plan says, new or changed. */
const plan = {
  kind: choice(sessionKinds),
  mandateId: id(),
  unitId: optionalId(),
  heldOn: day(),
  startsAt: optionalTime(),
  place: optionalText(200),
  accessNotes: optionalText(1000),
  targetGroups: choices(socialGroups),
  facilitators: ids(),
  /** Names of people without an account, one a line. */
  others: optionalText(1000),
  announced: ticked(),
};

/** `id` comes with the form, so that a form sent twice plans one session. */
export const newPlan = z.object({ id: id(), municipalityId: id(), organisationId: optionalId(), ...plan });
export const changedPlan = z.object({ version: version(), ...plan });
export type NewPlan = z.output<typeof newPlan>;
export type ChangedPlan = z.output<typeof changedPlan>;

export const cancellation = z.object({ version: version(), reason: text(500) });

/** A count that may be left empty: none then. */
function count() {
  return z
    .string()
    .default('')
    .transform((value) => value.trim())
    .pipe(z.string().regex(/^\d{0,6}$/, 'form.fault.whole-number'))
    .transform(Number)
    .pipe(z.number().max(100_000));
}

/** The names of the counts in the form, and in the template of participants. */
export function cellName(sex: string, ageBand: string): string {
  return `people-${sex}-${ageBand}`;
}
export function groupName(group: string): string {
  return `group-${group}`;
}

const counts = Object.fromEntries([
  ...sexes.flatMap((sex) => ageBands.map((band) => [cellName(sex, band), count()])),
  ...countedGroups.map((group) => [groupName(group), count()]),
]);

export const countsSchema = z.object(counts);

export const record = z
  .object({
    version: version(),
    channel: choice(channels),
    participants: z
      .string()
      .min(1)
      .regex(/^\s*\d{1,6}\s*$/, 'form.fault.whole-number')
      .transform(Number)
      .pipe(z.number().max(100_000)),
    countsNote: optionalText(500),
    languages: choices(spokenLanguages),
    minutes: optionalText(20_000),
    summarySq: optionalText(2000),
    summaryEn: optionalText(2000),
  })
  .and(countsSchema);
export type SessionRecord = z.output<typeof record>;

/** Words about needs never lead to a person. */
function impersonal<Schema extends z.ZodType<string, string | undefined>>(schema: Schema) {
  return schema.refine((value) => !leadsToPerson(value), 'listening.fault.personal');
}

export const needWords = {
  field: optionalId(),
  unit: optionalId(),
  place: impersonal(optionalText(200)),
  speaker: impersonal(optionalText(100)).refine((value) => !looksLikeName(value), 'listening.fault.name'),
  language: choice(spokenLanguages),
};

export const newNeeds = z.object({ token: id(), lines: text(100_000), ...needWords });
export type NewNeeds = z.output<typeof newNeeds>;

export const longestStatement = 1000;

/** One row of the table of needs, by the names of its controls without the row's number. */
export const needRow = z.object({
  id: id(),
  version: version(),
  /** One line: what was pasted with line ends is joined. */
  statement: impersonal(text(longestStatement)).transform((value) => value.replace(/\s*\n\s*/g, ' ')),
  translation: impersonal(optionalText(longestStatement)),
  position: z
    .string()
    .trim()
    .regex(/^\d{1,5}$/, 'form.fault.whole-number')
    .transform(Number),
  remove: ticked(),
  was: z.string().max(40).default(''),
  at: z.string().max(5).default(''),
  ...needWords,
});
export type NeedRow = z.output<typeof needRow>;

/** The list's filters as they stand in its address; anything else there is as if it were not. */
export const sessionFilter = z.object({
  when: z.enum(['coming', 'past']).catch('coming'),
  municipality: z.uuid().optional().catch(undefined),
  unit: z.uuid().optional().catch(undefined),
  kind: z.enum(sessionKinds).optional().catch(undefined),
  state: z.enum(sessionStates).optional().catch(undefined),
  /** The last session of the page before: day and id. */
  after: afterDayAndId('_'),
});
export type SessionFilter = z.output<typeof sessionFilter>;

export const correction = z.object({
  need: id(),
  statementSq: impersonal(optionalText(longestStatement)),
  statementEn: impersonal(optionalText(longestStatement)),
  reason: text(500),
  token: id(),
});
