import type { Mapping, When } from './mapping.ts';
import type { AssessedStatus } from './status.ts';

export interface Codebook {
  /** Every code that a coder may give to a component. */
  codes: readonly string[];
  mapping: Mapping;
}

export type Derivation =
  | {
      kind: 'derived';
      status: AssessedStatus;
      /** The visible badge of a priority not addressed, where at least a formal act is there for one component. */
      initiated: boolean;
    }
  | { kind: 'refused'; reason: 'no-codes' | 'no-rule' }
  | { kind: 'refused'; reason: 'unknown-code'; code: string };

/**
 * The status of a priority from the codes of its components: derived by the codebook's mapping, never typed in. The
 * first rule that holds decides; the order of the components means nothing.
 */
export function deriveStatus(codebook: Codebook, codes: readonly string[]): Derivation {
  if (codes.length === 0) return { kind: 'refused', reason: 'no-codes' };
  const unknown = codes.find((code) => !codebook.codes.includes(code));
  if (unknown !== undefined) return { kind: 'refused', reason: 'unknown-code', code: unknown };
  const rule = codebook.mapping.find(({ when }) => holds(when, codes));
  if (!rule) return { kind: 'refused', reason: 'no-rule' };
  const initiated = rule.status === 'not' && codes.includes('initiated');
  return { kind: 'derived', status: rule.status, initiated };
}

function holds(when: When, codes: readonly string[]): boolean {
  if ('all' in when) return codes.every((code) => when.all.includes(code));
  if ('any' in when) return codes.some((code) => when.any.includes(code));
  if ('allAssessable' in when) {
    const assessable = codes.filter((code) => code !== 'not-assessable');
    return assessable.length > 0 && assessable.every((code) => when.allAssessable.includes(code));
  }
  return true;
}
