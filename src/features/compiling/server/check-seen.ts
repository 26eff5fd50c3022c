import type { Tx } from '#server/database/db.ts';
import { markOf, type Place, type SeenNeed } from '../place.ts';
import type { Board } from './access.ts';
import { readCandidateStates, readMoved, readPlaces } from './place-store.ts';
import { refuse, type Decision } from './take-step.ts';

type Checked = { kind: 'as-seen'; places: Map<string, Place> } | Exclude<Decision, { kind: 'change' }>;

/**
 * Whether needs still stand where someone saw them. Where one does not, all is refused, and it is said what happened to the
 * first of them, and by whom.
 */
export async function checkSeen(tx: Tx, board: Board, seen: readonly SeenNeed[]): Promise<Checked> {
  const places = await readPlaces(
    tx,
    board,
    seen.map(({ id }) => id),
  );
  for (const need of seen) {
    const place = places.get(need.id);
    if (place && markOf(place) === need.at) continue;
    return refusal(await sayMoved(tx, board, need.id, place));
  }
  return { kind: 'as-seen', places };
}

async function sayMoved(tx: Tx, board: Board, id: string, place: Place | undefined): Promise<Decision> {
  const moved = place && (await readMoved(tx, board, id));
  if (!place || !moved) return refuse('needs', 'compiling.fault.gone');
  const values = { need: moved.statement, candidate: moved.title ?? '', by: moved.by ?? '—' };
  switch (place.at) {
    case 'candidate':
      return refuse('needs', 'compiling.fault.moved-to-candidate', values);
    case 'aside':
      return refuse('needs', 'compiling.fault.moved-aside', values);
    case 'waiting':
      return refuse('needs', 'compiling.fault.moved-back', values);
  }
}

/** A candidate that can be worked on: there, and not retired meanwhile. */
export async function findOpenCandidate(tx: Tx, board: Board, id: string, field = 'candidate') {
  const states = await readCandidateStates(tx, board, [id]);
  const state = states.get(id);
  if (!state) return refusal(refuse(field, 'form.fault.choice'));
  if (!state.retired) return { kind: 'open' as const, state };
  const into =
    state.mergedInto && (await readCandidateStates(tx, board, [state.mergedInto])).get(state.mergedInto);
  return refusal(
    into
      ? refuse(field, 'compiling.fault.merged', { candidate: state.title, into: into.title })
      : refuse(field, 'compiling.fault.dissolved', { candidate: state.title }),
  );
}

function refusal(decision: Decision): Exclude<Decision, { kind: 'change' }> {
  if (decision.kind === 'change') throw new Error('a refusal changes nothing');
  return decision;
}
