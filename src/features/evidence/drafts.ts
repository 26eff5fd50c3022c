import type { EvidenceKind } from './kind.ts';

/** Where the form of a new item is: what was typed into it is kept under this name. */
export function draftOfNew(assessmentId: string, kind: EvidenceKind): string {
  return `/work/evidence/${assessmentId}/new?kind=${kind}`;
}

export function draftOfChange(assessmentId: string, itemId: string): string {
  return `/work/evidence/${assessmentId}/items/${itemId}/edit`;
}
