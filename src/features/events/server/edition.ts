import type { CorrectionReason } from '../correction.ts';

/** How a plan is copied into the record: for the first time, or as the next version, with the reason. */
export interface Edition {
  version: number;
  /** A day: what was counted was counted by then. */
  today: string;
  reason?: CorrectionReason;
}

/** What the keys of a version's rows begin with. */
export function keyOfVersion(eventKey: string, version: number): string {
  return version === 1 ? eventKey : `${eventKey}/v${version}`;
}
