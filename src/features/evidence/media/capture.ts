/** Why no copy could be kept: what the site answers or does not, and what is not asked at all. */
export type CaptureFault =
  | 'address'
  | 'forbidden'
  | 'gone'
  | 'status'
  | 'type'
  | 'too-large'
  | 'redirects'
  | 'time'
  | 'name'
  | 'certificate'
  | 'busy'
  | 'connection';

/** How far the copy of a page is that evidence leads to, for those who work on it. */
export type CaptureState =
  /** The installation keeps no copies of pages. */
  | { kind: 'off' }
  /** Nobody has asked for one yet. */
  | { kind: 'none' }
  | { kind: 'waiting'; tries: number; why: CaptureFault | ''; triedAt: Date | null }
  | { kind: 'kept'; at: string; sha256: string }
  | { kind: 'failed'; tries: number; why: CaptureFault; triedAt: Date | null };

/** Tries of one job: the first, and those after a site that did not answer. */
export const mostTries = 5;

interface Noted {
  state: 'waiting' | 'kept' | 'failed';
  why: CaptureFault | '';
  tries: number;
  triedAt: Date | null;
}

/** What is told of a copy: of one that is kept, whatever was noted before. */
export function captureStateOf(given: {
  isOn: boolean;
  kept: { at: string; sha256: string } | null;
  noted: Noted | undefined;
}): CaptureState {
  const { isOn, kept, noted } = given;
  if (kept) return { kind: 'kept', at: kept.at, sha256: kept.sha256 };
  if (!isOn) return { kind: 'off' };
  if (!noted || noted.state === 'kept') return { kind: 'none' };
  const { tries, why, triedAt } = noted;
  if (noted.state === 'failed' && why !== '') return { kind: 'failed', tries, why, triedAt };
  return { kind: 'waiting', tries, why, triedAt };
}

/** Whether asking again changes anything: not while the first try is still to come. */
export function mayAskAgain(state: CaptureState): boolean {
  return state.kind === 'none' || state.kind === 'failed' || (state.kind === 'waiting' && state.tries > 0);
}
