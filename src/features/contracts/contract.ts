import type { Localised } from '#i18n/languages.ts';

export type CountIs = 'exact' | 'at-least';

/** What stands in the record of a contract's text; each gap has words of its own (`contract.gap.<state>`). */
export type TextState =
  /** No priority is in the record. */
  | 'missing'
  /** Some are; the contract has more. */
  | 'partial'
  /** Some are; whether there are more is not known. */
  | 'size-unknown'
  /** All are. */
  | 'complete';

/** @param count size of the contract as known @param inRecord priorities whose text is in the record */
export function textState(count: number | null, countIs: CountIs | null, inRecord: number): TextState {
  if (inRecord === 0) return 'missing';
  if (count === null) return 'size-unknown';
  if (inRecord < count) return 'partial';
  return countIs === 'exact' ? 'complete' : 'size-unknown';
}

export interface FieldRef {
  key: string;
  name: Localised;
}

export interface PriorityPlace {
  unitKey: string;
  unitName: string;
  locality: string | null;
}

/** The whole municipality, all its units, or the places listed. */
export type Coverage = 'municipality' | 'units' | 'listed';

export interface Priority {
  id: string;
  key: string;
  position: number;
  /** As printed in the contract ('3', '1.5'); null where it could not be read. */
  number: string | null;
  heading: Localised | null;
  statement: Localised;
  field: FieldRef;
  /** Whether the contract states the field or the record inferred it. */
  fieldBasis: 'stated' | 'inferred';
  coverage: Coverage;
  places: PriorityPlace[];
  /** The directorate of the town hall that the contract names as responsible. */
  directorate: string | null;
  /** Why it is in the contract although its wording cannot be tested. */
  untestedReason: Localised | null;
  note: Localised | null;
}
