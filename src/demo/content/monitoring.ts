import { z } from 'zod';
import { evidenceClasses } from '#features/coding/entry-rules.ts';
import { evidenceKinds, stances } from '#features/evidence/kind.ts';
import { readTable } from './read-file.ts';

const code = z.enum(['none', 'initiated', 'partial', 'complete', 'no-evidence', 'not-assessable']);

const item = z.object({
  id: z.string().min(1),
  round: z.string(),
  component: z.string(),
  kind: z.enum(evidenceKinds),
  class: z.enum(evidenceClasses),
  stance: z.enum(stances),
  dated: z.iso.date(),
  shows_sq: z.string().min(1),
  shows_en: z.string().min(1),
  publisher: z.string(),
  place: z.string().min(1),
  number: z.string(),
});

const coding = z.object({
  round: z.string(),
  component: z.string(),
  /** What the coder of the organisation that monitors gave, the one of another, and what was settled. */
  first: code,
  second: code,
  code,
  rationale_sq: z.string().min(1),
  rationale_en: z.string().min(1),
  /** Of who decided, where the two did not agree. */
  reason_sq: z.string(),
  reason_en: z.string(),
  looked_in: z.string(),
  asked: z.string(),
});

export type DemoItem = z.infer<typeof item>;
export type DemoCoding = z.infer<typeof coding>;

/** What monitors found for a contract in a round, and what its coders gave. @param round '2025-2026' */
export function readMonitoring(contract: string, round: string) {
  const isOf = (row: { component: string; round: string }) =>
    row.round === round && row.component.startsWith(`${contract}-`);
  return {
    items: readTable('monitoring/evidence', item).filter(isOf),
    codings: readTable('monitoring/codings', coding).filter(isOf),
  };
}
