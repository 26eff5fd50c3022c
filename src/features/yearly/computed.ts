import type { Indicator } from '#features/monitoring/indicator.ts';
import type { Measure } from './measure.ts';
import type { YearlyInput } from './yearly.ts';

/** What a figure rests on, where that is less than everything. */
export type Basis =
  | { kind: 'all' }
  /** Counted at some of the gatherings in the record. */
  | { kind: 'gatherings'; counted: number; of: number }
  /** Statuses of some of the priorities are in the record. */
  | { kind: 'statuses'; read: number; of: number };

/** A figure from rows of the record. */
export interface Computed {
  count: number;
  /** The whole that it is a part of, and the percent as shown. */
  of: number | null;
  percent: number | null;
  is: 'exact' | 'at-least';
  basis: Basis;
  /** Where the rows are: after /api/v1/. */
  rows: string;
}

const all: Basis = { kind: 'all' };
const plain = { of: null, percent: null, is: 'exact', basis: all } as const;

/** Computes each measure of each year; null where the record has no row of it: that is not known, and no zero. */
export function computedRows(input: YearlyInput): (measure: Measure, year: number) => Computed | null {
  const gatherings = new Map(input.gatherings.map((one) => [`${one.kind} ${one.year}`, one]));
  const rounds = new Map(input.rounds.map((round) => [Number(round.ends.slice(0, 4)), round]));

  function held(kind: string, year: number): Computed | null {
    const own = gatherings.get(`${kind} ${year}`);
    return own ? { ...plain, count: own.events, rows: rowsOf(kind, year) } : null;
  }

  function met(year: number): Computed | null {
    const own = gatherings.get(`listening ${year}`);
    if (!own || own.counted === 0) return null;
    const isPart = own.counted < own.events;
    return {
      ...plain,
      count: own.participants,
      is: own.isAtLeast || isPart ? 'at-least' : 'exact',
      basis: isPart ? { kind: 'gatherings', counted: own.counted, of: own.events } : all,
      rows: rowsOf('listening', year),
    };
  }

  function present(year: number): Computed | null {
    const there = input.presences.filter(
      ({ since, until }) => since <= year && (until === null || until >= year),
    );
    const count = new Set(there.map(({ municipalityId }) => municipalityId)).size;
    return count > 0 ? { ...plain, count, rows: 'memberships.csv' } : null;
  }

  function promised(year: number): Computed | null {
    const round = rounds.get(year);
    if (!round) return null;
    const { whole } = round.figures;
    return {
      ...plain,
      count: whole.count,
      is: whole.is === 'exact' ? 'exact' : 'at-least',
      rows: `contracts.csv?mandate=${round.mandate}`,
    };
  }

  function share(year: number, indicator: 'fullyAddressed' | 'atLeastPartlyAddressed'): Computed | null {
    const round = rounds.get(year);
    if (!round || round.figures.basis === 'none') return null;
    const { denominator, read, whole, basis } = round.figures;
    const own: Indicator = round.figures[indicator];
    return {
      count: own.count,
      of: denominator,
      percent: own.share,
      is: 'exact',
      basis: basis === 'whole' ? all : { kind: 'statuses', read, of: whole.count },
      rows: `statuses.csv?round=${round.key}&in_force=true`,
    };
  }

  return (measure, year) => {
    switch (measure) {
      case 'municipalities':
        return present(year);
      case 'sessions':
        return held('listening', year);
      case 'residents-met':
        return met(year);
      case 'forums':
        return held('forum', year);
      case 'people-reached':
        // No row of the record says whom a report, a broadcast or a page has reached.
        return null;
      case 'priorities':
        return promised(year);
      case 'fully':
        return share(year, 'fullyAddressed');
      case 'at-least-partly':
        return share(year, 'atLeastPartlyAddressed');
    }
  };
}

function rowsOf(kind: string, year: number): string {
  return `events.csv?kind=${kind}&year=${year}`;
}
