import { z } from 'zod';
import { publishedStatuses, type PublishedStatus } from './status.ts';

const notAssessable = 'not-assessable';

const conditionSchema = z
  .strictObject({
    /** Every component has one of these codes. */
    all: z.array(z.string()).min(1).optional(),
    /** There is an assessable component, and every assessable one has one of these codes. */
    allAssessable: z.array(z.string()).min(1).optional(),
    /** Some component has one of these codes. */
    any: z.array(z.string()).min(1).optional(),
  })
  .refine((when) => Object.keys(when).length <= 1, 'one condition at most');

const mappingSchema = z
  .array(z.strictObject({ status: z.enum(publishedStatuses), when: conditionSchema }))
  .min(1)
  .refine(
    (rules) => rules.slice(0, -1).every(({ when }) => Object.keys(when).length > 0),
    'only the last rule may always hold: those after it would never be reached',
  );

/** How a codebook derives a priority's status from its components' codes: the first rule that holds decides. */
export type Mapping = z.infer<typeof mappingSchema>;
type Condition = z.infer<typeof conditionSchema>;

/** The mapping of a codebook, as stored. @throws ZodError where it has another form */
export function parseMapping(json: unknown): Mapping {
  return mappingSchema.parse(json);
}

/** Codes that a mapping names and its codebook does not have: a rule with one can never hold as it is meant. */
export function unknownCodesOf(mapping: Mapping, known: readonly string[]): string[] {
  const named = mapping.flatMap(({ when }) =>
    [when.all, when.allAssessable, when.any].flatMap((codes) => codes ?? []),
  );
  return [...new Set(named)].filter((code) => !known.includes(code));
}

export type Derivation =
  | {
      kind: 'derived';
      status: PublishedStatus;
      /** The visible badge of a priority not addressed, where there is a formal act for one component. */
      initiated: boolean;
    }
  | { kind: 'no-codes' }
  | { kind: 'no-rule' }
  | { kind: 'unknown-code'; code: string };

/**
 * The status of a priority, derived from the codes of its components, never typed in. The order of the codes does not
 * matter.
 * @param known the codes of the codebook, to refuse any other; a mapping does not name them all
 */
export function deriveStatus(
  mapping: Mapping,
  codes: readonly string[],
  known?: readonly string[],
): Derivation {
  if (codes.length === 0) return { kind: 'no-codes' };
  const unknown = known && codes.find((code) => !known.includes(code));
  if (unknown !== undefined) return { kind: 'unknown-code', code: unknown };
  const rule = mapping.find(({ when }) => holds(when, codes));
  if (!rule) return { kind: 'no-rule' };
  return {
    kind: 'derived',
    status: rule.status,
    initiated: rule.status === 'not' && codes.includes('initiated'),
  };
}

function holds(when: Condition, codes: readonly string[]): boolean {
  if (when.all) return codes.every(isIn(when.all));
  if (when.any) return codes.some(isIn(when.any));
  if (when.allAssessable) {
    const assessable = codes.filter((code) => code !== notAssessable);
    return assessable.length > 0 && assessable.every(isIn(when.allAssessable));
  }
  return true;
}

function isIn(list: readonly string[]): (code: string) => boolean {
  return (code) => list.includes(code);
}
