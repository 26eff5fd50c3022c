import { ageBands, sexes, type AgeBand, type Sex } from '#features/listening/attendance.ts';

/** Gatherings of one kind in the period of a report. */
export interface Activity {
  kind: string;
  events: number;
  /** Of them, those of which it is known how many came. */
  counted: number;
  participants: number;
}

/** People who came, of one sex and age band. */
export interface Participants {
  sex: Sex;
  ageBand: AgeBand;
  people: number;
}

export interface ParticipantTable {
  /** Sexes that somebody was counted under. */
  sexes: Sex[];
  rows: { ageBand: AgeBand; counts: number[]; total: number }[];
  totals: number[];
  total: number;
}

/** Those who came by age band and sex, with sums; columns and rows in which nobody was counted are left out. */
export function tabulate(people: readonly Participants[]): ParticipantTable {
  const sum = (of: readonly Participants[]) => of.reduce((total, one) => total + one.people, 0);
  const shown = sexes.filter((sex) => people.some((one) => one.sex === sex));
  const rows = ageBands.flatMap((ageBand) => {
    const own = people.filter((one) => one.ageBand === ageBand);
    if (own.length === 0) return [];
    return [
      { ageBand, counts: shown.map((sex) => sum(own.filter((one) => one.sex === sex))), total: sum(own) },
    ];
  });
  return {
    sexes: shown,
    rows,
    totals: shown.map((sex) => sum(people.filter((one) => one.sex === sex))),
    total: sum(people),
  };
}
