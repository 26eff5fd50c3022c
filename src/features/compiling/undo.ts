import { isSameCandidate, type CandidateState, type Picture } from './picture.ts';
import { isSamePlace, type Place } from './place.ts';

export interface UndoPlan {
  needs: Map<string, Place>;
  candidates: Map<string, CandidateState | null>;
  /** Needs that were moved since, or are gone: they stay where they are. */
  needsKept: number;
  /** Candidates that were changed since: they stay as they are. */
  candidatesKept: number;
}

/**
 * What undoing a step does: everything that still is as the step left it goes back; what was changed since stays.
 * @param now the board, for all that the step touched and the places it would put needs back to
 * @param occupied candidates with needs that the step has nothing to do with: one that was made by the step and has been
 * given others since is not taken away
 */
export function planUndo(
  before: Picture,
  after: Picture,
  now: Picture,
  occupied: ReadonlySet<string>,
): UndoPlan {
  const plan: UndoPlan = { needs: new Map(), candidates: new Map(), needsKept: 0, candidatesKept: 0 };
  for (const [id, left] of after.candidates) {
    const current = now.candidates.get(id) ?? null;
    const was = before.candidates.get(id) ?? null;
    const goesAway = was === null || was.retired;
    if (!isSameCandidate(current, left) || (goesAway && occupied.has(id))) plan.candidatesKept += 1;
    else plan.candidates.set(id, was ?? (left && { ...left, retired: true }));
  }
  for (const [id, left] of after.needs) {
    const current = now.needs.get(id);
    const was = before.needs.get(id);
    if (current && was && isSamePlace(current, left) && isOpen(was, plan, now)) plan.needs.set(id, was);
    else plan.needsKept += 1;
  }
  // A candidate that keeps one of the step's needs is not taken away either.
  const stillUsed = new Set<string>();
  for (const [id, current] of now.needs) {
    if (current.at === 'candidate' && !plan.needs.has(id)) stillUsed.add(current.id);
  }
  for (const [id, state] of plan.candidates) {
    if (!state?.retired || !stillUsed.has(id)) continue;
    plan.candidates.delete(id);
    plan.candidatesKept += 1;
  }
  return plan;
}

/** Whether a need can go to a place: its candidate is not retired, or comes back by this very undoing. */
function isOpen(place: Place, plan: UndoPlan, now: Picture): boolean {
  if (place.at !== 'candidate') return true;
  const state = plan.candidates.get(place.id) ?? now.candidates.get(place.id);
  return state !== undefined && state !== null && !state.retired;
}
