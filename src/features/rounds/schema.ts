import { z } from 'zod';
import {
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
import { languages, type Localised } from '#i18n/languages.ts';
import { deadlines } from './deadlines.ts';

/** A year or a month: the period that a round looks at. */
function month() {
  return z
    .string()
    .trim()
    .min(1)
    .regex(/^(19|20|21)\d{2}(-(0[1-9]|1[0-2]))?$/, 'rounds.fault.month');
}

const days = { evidence: day(), coding: day(), reply: day(), publication: day() };

type Days = Record<(typeof deadlines)[number], string>;

/** Deadlines follow each other; what is wrong stands at the one that comes too early. */
function checkOrder(given: Days, context: z.core.$RefinementCtx): void {
  for (const [index, deadline] of deadlines.entries()) {
    const earlier = deadlines[index - 1];
    if (earlier && given[deadline] < given[earlier])
      context.addIssue({ code: 'custom', path: [deadline], message: 'rounds.fault.order', input: given });
  }
}

export const openRoundForm = z
  .object({
    mandate: id(),
    codebook: id(),
    number: wholeNumber(1, 4),
    starts: month(),
    ends: month(),
    ...days,
    municipalitiesAre: choice(['all', 'some']),
    contracts: ids(),
  })
  .superRefine((given, context) => {
    checkOrder(given, context);
    if (given.ends < given.starts)
      context.addIssue({ code: 'custom', path: ['ends'], message: 'rounds.fault.period', input: given.ends });
    if (given.municipalitiesAre === 'some' && given.contracts.length === 0)
      context.addIssue({
        code: 'custom',
        path: ['contracts'],
        message: 'rounds.fault.no-municipality',
        input: '',
      });
  });
export type OpenRound = z.output<typeof openRoundForm>;

export const deadlinesForm = z
  .object({ ...days, reason: text(1000), version: version() })
  .superRefine(checkOrder);
export type ChangeDeadlines = z.output<typeof deadlinesForm>;

export const addMunicipalitiesForm = z
  .object({ contracts: ids() })
  .refine(({ contracts }) => contracts.length > 0, {
    path: ['contracts'],
    message: 'rounds.fault.no-municipality',
  });

/** A person chosen for a place: 'keep' leaves who is there, 'none' empties it. */
const person = z.union([z.enum(['keep', 'none']), z.uuid('form.fault.choice')]).default('keep');

export type Choice = z.output<typeof person>;

export const assignManyForm = z.object({
  /** Of which priorities; of all where none is chosen. */
  priorities: ids(),
  monitor: person,
  first: person,
  second: person,
});
export type AssignMany = z.output<typeof assignManyForm>;

export const assignOneForm = z.object({
  monitor: optionalId(),
  first: optionalId(),
  second: optionalId(),
  version: version(),
});
export type AssignOne = z.output<typeof assignOneForm>;

/** The proposal as it was seen: what has changed meanwhile is looked at again first. */
export const takeProposalForm = z.object({ seen: z.string().max(100) });

export const conflictForm = z
  .object({
    /** Whose; without it, one's own. */
    account: optionalId(),
    municipality: id(),
    priority: optionalId(),
    since: day(),
    until: optionalDay(),
    reason: text(1000),
  })
  .refine(({ since, until }) => until === null || until >= since, {
    path: ['until'],
    message: 'rounds.fault.until',
  });
export type DeclareConflict = z.output<typeof conflictForm>;

export const endConflictForm = z.object({ conflict: id() });

function localised(names: { sq: string; en: string }): Localised {
  return Object.fromEntries(languages.map((language) => [language, names[language]]));
}

export const freezeForm = z
  .object({
    municipality: optionalId(),
    since: day(),
    until: day(),
    reason_sq: text(300),
    reason_en: text(300),
    version: version().optional(),
  })
  .refine(({ since, until }) => until >= since, { path: ['until'], message: 'rounds.fault.until' })
  .transform(({ reason_sq: sq, reason_en: en, ...rest }) => ({ ...rest, reason: localised({ sq, en }) }));
export type SaveFreeze = z.output<typeof freezeForm>;

export const endFreezeForm = z.object({ why: text(500) });

/** A page of a long list. */
export const pageFilter = z.object({ after: z.string().max(100).optional().catch(undefined) });

export const reopenForm = z.object({ reason: optionalText(500) });
