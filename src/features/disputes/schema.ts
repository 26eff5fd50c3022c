import { z } from 'zod';
import { blockers } from '#features/publishing/assessed.ts';
import { afterDayAndId, choice, id, optionalText, text, ticked, version } from '#forms/fields.ts';
import { languages } from '#i18n/languages.ts';
import { changesStatus, grounds, outcomes, states } from './dispute.ts';

export const disputeForm = z.object({
  ground: choice(grounds),
  statement: text(5000),
  name: optionalText(200),
  email: optionalText(254).pipe(z.union([z.literal(''), z.email()])),
  language: choice(languages),
  once: id(),
});
export type DisputeCommand = z.output<typeof disputeForm>;

/** Some language must be there; which one is the writer's. */
function inSomeLanguage(sq: string, en: string, context: z.core.$RefinementCtx, field: string): void {
  if (sq === '' && en === '') {
    context.addIssue({ code: 'custom', path: [field], message: 'form.fault.missing' });
  }
}

export const admissionForm = z
  .object({ version: version(), statementSq: optionalText(5000), statementEn: optionalText(5000) })
  .superRefine(({ statementSq, statementEn }, context) => {
    inSomeLanguage(statementSq, statementEn, context, 'statementSq');
  });
export type AdmissionCommand = z.output<typeof admissionForm>;

export const refusalForm = z.object({ version: version(), why: text(1000) });
export type RefusalCommand = z.output<typeof refusalForm>;

const noBlocker = z.literal('').transform(() => null);

/** What is decided. Codes of components stand in fields of their own, `code-<component>`. */
export const decisionForm = z
  .object({
    version: version(),
    /** The version of the status that the decider saw. */
    corrects: z
      .string()
      .regex(/^\d{1,4}$/)
      .transform(Number),
    outcome: choice(outcomes),
    reasonSq: optionalText(5000),
    reasonEn: optionalText(5000),
    rationaleSq: optionalText(5000),
    rationaleEn: optionalText(5000),
    late: ticked(),
    reversed: ticked(),
    blockedBy: z.union([noBlocker, z.enum(blockers)]).default(null),
  })
  .superRefine(({ outcome, reasonSq, reasonEn, rationaleSq, rationaleEn }, context) => {
    inSomeLanguage(reasonSq, reasonEn, context, 'reasonSq');
    if (changesStatus(outcome)) inSomeLanguage(rationaleSq, rationaleEn, context, 'rationaleSq');
  });
export type DecisionCommand = z.output<typeof decisionForm>;

export const listQuery = z.object({
  state: z.enum(states).optional().catch(undefined),
  after: afterDayAndId(' '),
});
export type ListQuery = z.output<typeof listQuery>;
