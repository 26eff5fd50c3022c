import { faultOfSeats, isOutsider, type Worker } from './seats.ts';

/** Who has a component's three places. */
export interface Places {
  monitorId: string | null;
  firstId: string | null;
  secondId: string | null;
}

/** A component's places as they stand, and which seats keep their coder because the code was handed in. */
export interface HeldPlaces extends Places {
  firstHandedIn: boolean;
  secondHandedIn: boolean;
}

export type PlaceFault =
  | 'handed-in'
  | 'unknown-person'
  | 'barred'
  | 'same-person'
  | 'no-other-organisation'
  | 'not-of-the-organisation';

export interface Fault {
  field: 'monitor' | 'first' | 'second';
  fault: PlaceFault;
}

export interface Rules {
  organisationId: string;
  workers: readonly Worker[];
  isBarred: (workerId: string) => boolean;
}

/** What is wrong with giving a component's places to these people; only what changes is asked about. */
export function faultsOfPlaces(held: HeldPlaces, wanted: Places, rules: Rules): Fault[] {
  const faults: Fault[] = [];
  const find = (id: string | null) => rules.workers.find((worker) => worker.id === id);
  const changed = [
    { field: 'monitor', id: wanted.monitorId, before: held.monitorId, handedIn: false },
    { field: 'first', id: wanted.firstId, before: held.firstId, handedIn: held.firstHandedIn },
    { field: 'second', id: wanted.secondId, before: held.secondId, handedIn: held.secondHandedIn },
  ] as const;
  for (const { field, id, before, handedIn } of changed) {
    if (id === before) continue;
    const worker = find(id);
    if (handedIn) faults.push({ field, fault: 'handed-in' });
    else if (id !== null && !worker) faults.push({ field, fault: 'unknown-person' });
    else if (id !== null && rules.isBarred(id)) faults.push({ field, fault: 'barred' });
    else if (field === 'monitor' && worker && isOutsider(worker, rules.organisationId))
      faults.push({ field, fault: 'not-of-the-organisation' });
  }
  const seatsChange = wanted.firstId !== held.firstId || wanted.secondId !== held.secondId;
  if (seatsChange && wanted.firstId !== null && wanted.firstId === wanted.secondId)
    faults.push({ field: 'second', fault: 'same-person' });
  const second = find(wanted.secondId);
  if (wanted.secondId !== held.secondId && second) {
    const fault = faultOfSeats({ first: undefined, second }, rules.organisationId);
    if (fault) faults.push({ field: 'second', fault });
  }
  return faults;
}
