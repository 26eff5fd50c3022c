import type { Localised } from '#i18n/languages.ts';
import { liveStatus, type Beside, type Codebook, type LiveStatus } from './assessed.ts';

/** The code of a component as the record has it. */
export interface RecordCode {
  id: string;
  key: string;
  position: number;
  code: string;
  rationale: Localised | null;
  /** Of the code in force. */
  version: number;
}

/** The code that a component should have had. */
export interface ChangedCode {
  componentId: string;
  code: string;
  rationale?: Localised;
}

/** The codes after a change: those that it names, and the others as they were. */
export function changedCodes(before: readonly RecordCode[], changes: readonly ChangedCode[]): RecordCode[] {
  const byComponent = new Map(changes.map((change) => [change.componentId, change]));
  return before.map((one) => {
    const change = byComponent.get(one.id);
    return change ? { ...one, code: change.code, rationale: change.rationale ?? one.rationale } : one;
  });
}

/** What a change makes of a status. */
export type ChangedStatus =
  | { kind: 'derived'; status: Extract<LiveStatus, { kind: 'derived' }>['status']; initiated: boolean }
  /** The record has no codes of it, so its status stays as it was published: imported history is never recomputed. */
  | { kind: 'as-published' }
  | { kind: 'not-derivable' };

export function changedStatus(codes: readonly RecordCode[], codebook: Codebook): ChangedStatus {
  const live = liveStatus(codes, codebook);
  switch (live.kind) {
    case 'derived':
      return live;
    case 'not-coded':
      return { kind: 'as-published' };
    case 'open':
    case 'no-status':
      return { kind: 'not-derivable' };
  }
}

/** Whether a change would leave everything that the public reads as it was: then there is nothing to correct. */
export function changesNothing(
  before: { beside: Beside; codes: readonly RecordCode[] },
  after: { beside: Beside; codes: readonly RecordCode[] },
): boolean {
  const told = ({ beside, codes }: typeof before) =>
    JSON.stringify([
      beside.late,
      beside.reversed,
      beside.blockedBy,
      beside.rationale.sq ?? '',
      beside.rationale.en ?? '',
      codes.map(({ id, code, rationale }) => [id, code, rationale?.sq ?? '', rationale?.en ?? '']),
    ]);
  return told(before) === told(after);
}
