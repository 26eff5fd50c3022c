import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Actor } from '#features/accounts/actor.ts';
import { sanitised } from '#forms/sanitised.ts';
import { isLanguage, type Language } from '#i18n/languages.ts';
import type { App } from '#server/app.ts';
import type { Tx } from '#server/database/db.ts';
import type { CandidateState } from '../picture.ts';
import { waiting, type Place, type SeenNeed } from '../place.ts';
import {
  longestTitle,
  type dissolveCandidate,
  type mergeCandidates,
  type PutTogether,
  type releaseNeeds,
  type renameCandidate,
  type setNeedsAside,
} from '../schema.ts';
import { checkSeen, findOpenCandidate } from './check-seen.ts';
import { isDrafted } from './board-store.ts';
import { readMoved, readNeedsOf } from './place-store.ts';
import { refuse, takeStep, type Decision, type StepRequest } from './take-step.ts';
import type { Board } from './access.ts';

type Command<Fields> = StepRequest & Fields;

function allTo(needs: readonly SeenNeed[], place: Place): Map<string, Place> {
  return new Map(needs.map(({ id }) => [id, place]));
}

/** Puts needs together in a candidate: one that is there, or a new one. */
export function placeNeeds(app: App, actor: Actor, command: Command<PutTogether>) {
  return takeStep(app, actor, command, async (tx, board) => {
    const checked = await checkSeen(tx, board, command.needs);
    if (checked.kind !== 'as-seen') return checked;
    if (command.candidate === null) return create(tx, board, command);
    const found = await findOpenCandidate(tx, board, command.candidate);
    if (found.kind !== 'open') return found;
    if (command.needs.some(({ at }) => at === command.candidate)) {
      return refuse('candidate', 'compiling.fault.already-there', { candidate: found.state.title });
    }
    const needs = allTo(command.needs, { at: 'candidate', id: command.candidate });
    return { kind: 'change', change: { kind: 'place', candidateId: command.candidate, needs } };
  });
}

async function create(tx: Tx, board: Board, command: PutTogether): Promise<Decision> {
  const { needs, field } = command;
  const typed = sanitised(command.title);
  const { title, language } = typed
    ? { title: typed, language: command.title_language ?? 'sq' }
    : await titleFrom(tx, board, needs[0]?.id ?? '');
  const id = randomUUID();
  const from = new Set(needs.map(({ at }) => at));
  const [only = 'waiting'] = from;
  const isSplit = from.size === 1 && only !== 'waiting' && only !== 'aside';
  return {
    kind: 'change',
    change: {
      kind: isSplit ? 'split' : 'create',
      candidateId: id,
      needs: allTo(needs, { at: 'candidate', id }),
      candidates: new Map([
        [id, { title, language, other: '', fieldId: field, retired: false, mergedInto: null }],
      ]),
    },
  };
}

/** The first need's own words, until someone gives the candidate a title. */
async function titleFrom(
  tx: Tx,
  board: Board,
  needId: string,
): Promise<{ title: string; language: Language }> {
  const need = await readMoved(tx, board, needId);
  const words = [...(need?.statement ?? '')];
  const title =
    words.length <= longestTitle ? words.join('') : `${words.slice(0, longestTitle - 1).join('')}…`;
  const language = need?.language ?? '';
  return { title, language: isLanguage(language) ? language : 'sq' };
}

/** Keeps needs out of the contract, with the reason that the public reads. */
export function setAside(app: App, actor: Actor, command: Command<z.infer<typeof setNeedsAside>>) {
  return takeStep(app, actor, command, async (tx, board) => {
    const checked = await checkSeen(tx, board, command.needs);
    if (checked.kind !== 'as-seen') return checked;
    const { reason, reason_language: language = 'sq', reason_other: other = '' } = command;
    const needs = allTo(command.needs, { at: 'aside', reason, language, other });
    return { kind: 'change', change: { kind: 'set-aside', candidateId: null, needs, reason } };
  });
}

/** Takes needs out of where they stand: they wait again. */
export function release(app: App, actor: Actor, command: Command<z.infer<typeof releaseNeeds>>) {
  return takeStep(app, actor, command, async (tx, board) => {
    const checked = await checkSeen(tx, board, command.needs);
    if (checked.kind !== 'as-seen') return checked;
    if (command.needs.some(({ at }) => at === 'waiting')) {
      return refuse('needs', 'compiling.fault.already-waiting');
    }
    const [first] = command.needs;
    const candidateId = first && first.at !== 'aside' ? first.at : null;
    const needs = allTo(command.needs, waiting);
    return { kind: 'change', change: { kind: 'release', candidateId, needs } };
  });
}

export function rename(app: App, actor: Actor, command: Command<z.infer<typeof renameCandidate>>) {
  return takeStep(app, actor, command, async (tx, board) => {
    const { candidate: id, title, field: fieldId, version } = command;
    const { title_language: language = 'sq', title_other: other = '' } = command;
    const found = await findOpenCandidate(tx, board, id, 'title');
    if (found.kind !== 'open') return found;
    const { state } = found;
    if (state.version !== version) {
      return {
        kind: 'conflict',
        theirs: {
          title: state.title,
          title_language: state.language,
          title_other: state.other,
          field: state.fieldId ?? '',
        },
        theirVersion: state.version,
      };
    }
    const renamed = { title, language, other, fieldId, retired: false, mergedInto: null };
    return {
      kind: 'change',
      change: { kind: 'rename', candidateId: id, candidates: new Map([[id, renamed]]) },
    };
  });
}

/** Puts all needs of one candidate into another; the first is retired, and comes back if the step is undone. */
export function merge(app: App, actor: Actor, command: Command<z.infer<typeof mergeCandidates>>) {
  return takeStep(app, actor, command, async (tx, board) => {
    const { candidate: id, into } = command;
    if (id === into) return refuse('into', 'compiling.fault.merge-with-itself');
    const source = await findOpenCandidate(tx, board, id, 'into');
    if (source.kind !== 'open') return source;
    const target = await findOpenCandidate(tx, board, into, 'into');
    if (target.kind !== 'open') return target;
    return retire(tx, board, id, source.state, { at: 'candidate', id: into });
  });
}

/** Takes a candidate apart: its needs wait again. */
export function dissolve(app: App, actor: Actor, command: Command<z.infer<typeof dissolveCandidate>>) {
  return takeStep(app, actor, command, async (tx, board) => {
    const found = await findOpenCandidate(tx, board, command.candidate);
    if (found.kind !== 'open') return found;
    return retire(tx, board, command.candidate, found.state, waiting);
  });
}

async function retire(
  tx: Tx,
  board: Board,
  id: string,
  state: CandidateState & { version: number },
  to: Place,
): Promise<Decision> {
  const { version: _version, ...known } = state;
  if (await isDrafted(tx, board.municipalityId, id)) {
    return refuse('into', 'compiling.fault.drafted', { candidate: known.title });
  }
  const needs = await readNeedsOf(tx, board.municipalityId, [id]);
  const mergedInto = to.at === 'candidate' ? to.id : null;
  return {
    kind: 'change',
    change: {
      kind: mergedInto === null ? 'dissolve' : 'merge',
      candidateId: id,
      needs: new Map(needs.map((need) => [need.id, to])),
      candidates: new Map([[id, { ...known, retired: true, mergedInto }]]),
    },
  };
}
