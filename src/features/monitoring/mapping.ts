import { z } from 'zod';
import { assessedStatuses } from './status.ts';

const codes = z.array(z.string().min(1)).min(1);

const whenSchema = z.union([
  z.strictObject({ all: codes }),
  z.strictObject({ allAssessable: codes }),
  z.strictObject({ any: codes }),
  z.strictObject({}),
]);

/**
 * When a rule of a codebook holds:
 * - `all`: the code of every component is one of these;
 * - `allAssessable`: at least one component is not `not-assessable`, and the code of every such is one of these;
 * - `any`: the code of some component is one of these;
 * - `{}`: always.
 */
export type When =
  { all: string[] } | { allAssessable: string[] } | { any: string[] } | Record<string, never>;

/** How a codebook derives statuses: the first rule that holds decides. */
export const mappingSchema = z
  .array(z.strictObject({ status: z.enum(assessedStatuses), when: whenSchema }))
  .min(1)
  .refine((rules) => rules.slice(0, -1).every(({ when }) => Object.keys(when).length > 0), {
    message: 'only the last rule may always hold: those after it would never be reached',
  });

export type Mapping = z.infer<typeof mappingSchema>;

export type ParsedMapping = { ok: true; mapping: Mapping } | { ok: false; faults: string[] };

/** A codebook's mapping as it stands in the data, or what is wrong with it, with the place of each fault. */
export function parseMapping(json: unknown): ParsedMapping {
  const parsed = mappingSchema.safeParse(json);
  if (parsed.success) return { ok: true, mapping: parsed.data };
  return {
    ok: false,
    faults: parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'mapping'}: ${message}`),
  };
}

/** Codes that a mapping names but its codebook doesn't have: a rule with one could never hold. */
export function unknownCodes(mapping: Mapping, known: readonly string[]): string[] {
  const named = mapping.flatMap(({ when }) => Object.values(when).flat());
  return [...new Set(named)].filter((code) => !known.includes(code));
}
