import { z } from 'zod';
import { choice, day, id, optionalDay, optionalId, optionalText, text, version } from '#forms/fields.ts';
import { faultsOf } from '#forms/faults.ts';
import type { FormState } from '#forms/form.ts';
import { languages } from '#i18n/languages.ts';
import { sides } from './amendment.ts';

// Commands about what happens to a contract after its text is approved, as forms send them.

export const signingStates = ['invited', 'pledged', 'signed', 'declined', 'no-answer', 'expected'] as const;
export const signatories = ['candidate', 'mayor', 'council', 'organisation'] as const;
export const invited = ['candidate', 'mayor', 'council'] as const;

/** The letter that someone asks for. */
export const invitationAsked = z.object({ to: choice(invited), name: optionalText(200), answer_by: day() });

/** The form that asks for the letter: as it begins, or with what an address asked for and what is missing. */
export function invitationForm(query: Readonly<Record<string, string>>, today: string): FormState {
  const { to, name = '', answer_by } = query;
  if (to === undefined && answer_by === undefined) return { fields: { name, answer_by: today }, faults: [] };
  const asked = invitationAsked.safeParse(query);
  return {
    fields: { to: to ?? '', name, answer_by: answer_by ?? '' },
    faults: asked.success ? [] : faultsOf(asked.error),
  };
}

const fact = z.object({
  state: choice(signingStates),
  signatory: choice(signatories),
  person: optionalId(),
  name: optionalText(200),
  organisation: optionalId(),
  party: optionalText(200),
  occurred_on: day(),
  expected_on: optionalDay(),
  event: optionalId(),
  place: optionalText(200),
  witness: optionalText(200),
  reason: optionalText(1_000),
  reason_language: choice(languages),
});

interface GivenFact {
  state: string;
  signatory: string;
  person: string | null;
  name: string;
  organisation: string | null;
  occurred_on: string;
  expected_on: string | null;
  reason: string;
}

/** What a kind of fact must say, beyond each field by itself. */
function checkFact(given: GivenFact, context: z.RefinementCtx): void {
  const missing = (path: string, message: string) =>
    context.addIssue({ code: 'custom', path: [path], message });
  const isPerson = given.signatory === 'candidate' || given.signatory === 'mayor';
  if (isPerson && given.person === null && given.name === '') missing('name', 'signing.fault.who');
  if (given.signatory === 'organisation' && given.organisation === null)
    missing('organisation', 'signing.fault.organisation');
  if (given.state === 'expected' && given.expected_on === null)
    missing('expected_on', 'signing.fault.expected-on');
  if (given.expected_on !== null && given.expected_on < given.occurred_on)
    missing('expected_on', 'signing.fault.expected-before');
  if (given.state === 'declined' && given.reason === '') missing('reason', 'signing.fault.reason');
}

export const recordFact = fact.superRefine(checkFact);
export type RecordFact = z.infer<typeof fact>;

/** A fact that was wrong, and nothing holds in its place. */
export const withdrawFact = z.object({
  signature: id(),
  correction_sq: text(1_000),
  correction_en: optionalText(1_000),
});

/** A fact that was wrong, with the one that holds in its place. */
export const replaceFact = fact
  .extend({ signature: id(), correction_sq: text(1_000), correction_en: optionalText(1_000) })
  .superRefine(checkFact);

export const recordWinner = z
  .object({
    person: optionalId(),
    name: optionalText(200),
    elected_on: day(),
    party: optionalText(200),
    source_title: text(300),
    source_url: z
      .string()
      .trim()
      .pipe(z.url({ protocol: /^https?$/, error: 'signing.fault.url' }).max(500)),
    /** Why it holds instead of what was recorded before. */
    reason_sq: optionalText(1_000),
    reason_en: optionalText(1_000),
  })
  .refine(({ person, name }) => person !== null || name !== '', {
    path: ['name'],
    message: 'signing.fault.who',
  });

export const proposeAmendment = z.object({
  priority: id(),
  /** How many amendments the priority had when the person began. */
  version: version(),
  statement_sq: text(2_000),
  statement_en: text(2_000),
  reason_sq: text(1_000),
  reason_en: text(1_000),
  holds_from: day(),
});

export const answerAmendment = z
  .object({
    amendment: id(),
    side: choice(sides),
    answer: choice(['signed', 'declined']),
    answered_on: day(),
    capacity: text(200),
    person: optionalId(),
    name: optionalText(200),
    reason: optionalText(1_000),
    reason_language: choice(languages),
  })
  .refine(({ answer, reason }) => answer === 'signed' || reason !== '', {
    path: ['reason'],
    message: 'signing.fault.reason',
  });
