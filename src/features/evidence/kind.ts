import type { EvidenceClass } from '#features/coding/entry-rules.ts';

/** What evidence can be, in the order in which the form offers it. */
export const evidenceKinds = [
  'photo',
  'observation',
  'document',
  'link',
  'council-decision',
  'budget-line',
  'procurement',
  'information-request',
  'meeting',
  'statement',
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

export function isEvidenceKind(value: string): value is EvidenceKind {
  return evidenceKinds.some((kind) => kind === value);
}

export const stances = ['supports', 'contradicts', 'neutral'] as const;
export type Stance = (typeof stances)[number];

/** The classes that a kind can have; the first stands where nobody chose another. */
const classesOf: Readonly<Record<EvidenceKind, readonly [EvidenceClass, ...EvidenceClass[]]>> = {
  photo: ['E2', 'E3', 'E4', 'E5'],
  observation: ['E2', 'E3'],
  document: ['E3', 'E1', 'E4', 'E5'],
  link: ['E3', 'E1', 'E4', 'E5'],
  'council-decision': ['E1'],
  'budget-line': ['E1'],
  procurement: ['E1'],
  'information-request': ['E5', 'E1'],
  meeting: ['E4', 'E3', 'E5'],
  statement: ['E4'],
};

/**
 * The classes among which one can choose. What the municipality says of itself is its own statement (E5), whoever wrote it
 * down; only its official acts prove more (E1).
 */
export function classesFor(kind: EvidenceKind, isOfMunicipality = false): EvidenceClass[] {
  return classesOf[kind].filter((name) => !isOfMunicipality || name === 'E1' || name === 'E5');
}

/** The class of an item for which nobody chose one; undefined where such an item cannot be. */
export function classByKind(kind: EvidenceKind, isOfMunicipality = false): EvidenceClass | undefined {
  const classes = classesFor(kind, isOfMunicipality);
  return isOfMunicipality && classes.includes('E5') ? 'E5' : classes[0];
}
