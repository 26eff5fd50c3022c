import type { Item, Participant } from './detail.ts';

export interface ProgrammePoint extends Item {
  people: readonly Participant[];
}

export interface ProgrammeDay {
  /** null: no day is known. */
  day: string | null;
  points: readonly ProgrammePoint[];
}

/**
 * The programme day by day, each point with who speaks there. Points stand in the order of their times; what has none
 * keeps its place among those around it.
 */
export function programmeOf(items: readonly Item[], people: readonly Participant[]): ProgrammeDay[] {
  const days = Map.groupBy(items, ({ heldOn }) => heldOn);
  return [...days]
    .toSorted(([a], [b]) => (a ?? '').localeCompare(b ?? ''))
    .map(([day, points]) => ({
      day,
      points: inTimeOrder(points).map((point) => ({
        ...point,
        people: people.filter(({ itemId }) => itemId === point.id),
      })),
    }));
}

/** By time, where each has one: an untimed point among timed ones was put there by whoever wrote the programme. */
function inTimeOrder(points: readonly Item[]): readonly Item[] {
  if (points.some(({ startsAt }) => startsAt === null)) return points;
  return points.toSorted((a, b) => (a.startsAt ?? '').localeCompare(b.startsAt ?? ''));
}

/** '10:00–11:30', '10:00', or undefined. */
export function timesOf({ startsAt, endsAt }: Pick<Item, 'startsAt' | 'endsAt'>): string | undefined {
  if (startsAt === null) return undefined;
  return endsAt === null ? startsAt : `${startsAt}–${endsAt}`;
}
