import { diffWordsWithSpace } from 'diff';
import type { BodyPriority, ContractBody } from './contract-body.ts';

/** A stretch of text: in both versions, in the older alone, in the newer alone. */
export interface Stretch {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** One thing that a priority says, as words for people. */
export interface Line {
  /** What it is: the same in both versions. */
  key: string;
  label: string;
  text: string;
}

export interface PriorityComparison {
  id: string;
  kind: 'same' | 'changed' | 'added' | 'removed';
  /** Its place in each version, from 1; null where it isn't there. */
  older: number | null;
  newer: number | null;
  /** What differs, or of one that came or went all of it. */
  lines: { key: string; label: string; stretches: Stretch[] }[];
}

/** What became of the words of a text. */
export function compareWords(older: string, newer: string): Stretch[] {
  return diffWordsWithSpace(older, newer).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}

function compareLines(older: readonly Line[], newer: readonly Line[]) {
  const before = new Map(older.map((line) => [line.key, line]));
  const after = new Map(newer.map((line) => [line.key, line]));
  const keys = new Set([...after.keys(), ...before.keys()]);
  return [...keys].flatMap((key) => {
    const [one, other] = [before.get(key), after.get(key)];
    if ((one?.text ?? '') === (other?.text ?? '')) return [];
    const label = other?.label ?? one?.label ?? key;
    return [{ key, label, stretches: compareWords(one?.text ?? '', other?.text ?? '') }];
  });
}

/**
 * What changed between two versions, priority by priority: in the order of the newer one, then those that were taken out.
 * @param linesOf writes down what a priority says
 */
export function compareVersions(
  older: ContractBody,
  newer: ContractBody,
  linesOf: (priority: BodyPriority) => Line[],
): PriorityComparison[] {
  const placeIn = (body: ContractBody, id: string) => {
    const index = body.priorities.findIndex((priority) => priority.id === id);
    return index < 0 ? null : index + 1;
  };
  const removed = older.priorities.filter(({ id }) => placeIn(newer, id) === null);
  return [...newer.priorities, ...removed].map((priority) => {
    const places = { older: placeIn(older, priority.id), newer: placeIn(newer, priority.id) };
    const before = older.priorities.find(({ id }) => id === priority.id);
    const after = newer.priorities.find(({ id }) => id === priority.id);
    const lines = compareLines(before ? linesOf(before) : [], after ? linesOf(after) : []);
    const isMoved = places.older !== places.newer;
    const kind =
      places.older === null
        ? 'added'
        : places.newer === null
          ? 'removed'
          : lines.length > 0 || isMoved
            ? 'changed'
            : 'same';
    return { id: priority.id, kind, ...places, lines };
  });
}
