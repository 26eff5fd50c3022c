import type { FieldFault } from '#forms/form.ts';
import type { Entry } from './entry.ts';
import { fundedKinds, type Subject } from './subject.ts';

/** Periods of entries: what begins, and what must not be before it. */
const periods: Readonly<Partial<Record<Subject, readonly [string, string]>>> = {
  membership: ['since', 'until'],
  grant_programme: ['starts', 'ends'],
  partner: ['since', 'until'],
};

/** Compared as far as both are known: 2024 and 2024-03 contradict each other in nothing. */
function isBefore(one: string, other: string): boolean {
  const known = Math.min(one.length, other.length);
  return one.slice(0, known) < other.slice(0, known);
}

/** What is wrong of an entry whose fields are each right. */
export function contradictionsOf(subject: Subject, entry: Entry): FieldFault[] {
  const period = periods[subject];
  if (period) {
    const [from, to] = [entry[period[0]], entry[period[1]]];
    return typeof from === 'string' && typeof to === 'string' && isBefore(to, from)
      ? [{ field: period[1], key: 'directory.fault.order' }]
      : [];
  }
  if (subject === 'funded_work') {
    const [first, second] = fundedKinds.filter((name) => entry[name] !== null);
    if (first === undefined) return [{ field: fundedKinds[0], key: 'directory.fault.no-work' }];
    return second === undefined ? [] : [{ field: second, key: 'directory.fault.one-work' }];
  }
  if (subject === 'administrative_unit' && (entry['longitude'] === null) !== (entry['latitude'] === null)) {
    const missing = entry['longitude'] === null ? 'longitude' : 'latitude';
    return [{ field: missing, key: 'directory.fault.point' }];
  }
  return [];
}
