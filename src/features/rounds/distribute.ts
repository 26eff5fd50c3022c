import { faultOfSeats, isOutsider, type Worker } from './seats.ts';

/** A component's task as it stands: who has it already keeps it. */
export interface OpenTask {
  id: string;
  priorityId: string;
  monitorId: string | null;
  firstId: string | null;
  secondId: string | null;
}

export interface Situation {
  /** The organisation that monitors. */
  organisationId: string;
  /** Everyone who may code in the network, in the order in which they are asked where nothing else decides. */
  workers: readonly Worker[];
  /** How many seats, and how many components to gather evidence for, each has in this round already. */
  seatsOf: ReadonlyMap<string, number>;
  monitoringOf: ReadonlyMap<string, number>;
  /** Whether a conflict of interest keeps someone from a priority. */
  isBarred: (workerId: string, priorityId: string) => boolean;
}

export type Gap = 'no-monitor' | 'nobody-of-another-organisation' | 'no-second-coder';

export interface Proposed extends OpenTask {
  /** What could not be filled, and why. */
  gaps: readonly Gap[];
}

/**
 * A fair distribution of what nobody has yet: each place goes to the one with least to do of those who may take it, in the
 * order of the tasks. The same situation always gives the same proposal, so that it can be looked at and then taken over.
 */
export function distribute(tasks: readonly OpenTask[], situation: Situation): Proposed[] {
  const seats = new Map(situation.seatsOf);
  const monitoring = new Map(situation.monitoringOf);
  return tasks.map((task) => fill(task, situation, { seats, monitoring }));
}

function fill(
  task: OpenTask,
  { organisationId, workers, isBarred }: Situation,
  load: { seats: Map<string, number>; monitoring: Map<string, number> },
): Proposed {
  const free = workers.filter(({ id }) => !isBarred(id, task.priorityId));
  const insiders = free.filter((worker) => !isOutsider(worker, organisationId));
  const monitorId = task.monitorId ?? take(insiders, load.monitoring);
  const secondId =
    task.secondId ??
    take(
      free.filter(
        (second) => second.id !== task.firstId && !faultOfSeats({ first: undefined, second }, organisationId),
      ),
      load.seats,
    );
  const others = ({ id }: Worker) => id !== secondId;
  const first = insiders.some(others) ? insiders : free;
  const firstId = task.firstId ?? take(first.filter(others), load.seats, monitorId);
  const gaps: Gap[] = [
    ...(monitorId === null ? (['no-monitor'] as const) : []),
    ...(secondId === null ? (['nobody-of-another-organisation'] as const) : []),
    ...(firstId === null ? (['no-second-coder'] as const) : []),
  ];
  return { ...task, monitorId, firstId, secondId, gaps };
}

/** The one with least to do, who then has one more; of several the first, and rather not the one who gathers the evidence. */
function take(
  workers: readonly Worker[],
  load: Map<string, number>,
  ratherNot: string | null = null,
): string | null {
  const loadOf = ({ id }: Worker) => (load.get(id) ?? 0) + (id === ratherNot ? 0.5 : 0);
  const least = workers.toSorted((a, b) => loadOf(a) - loadOf(b))[0];
  if (!least) return null;
  load.set(least.id, (load.get(least.id) ?? 0) + 1);
  return least.id;
}
