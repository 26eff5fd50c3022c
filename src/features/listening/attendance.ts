import type { SocialGroup } from './session.ts';

export const sexes = ['women', 'men', 'not-stated'] as const;
export type Sex = (typeof sexes)[number];

export const ageBands = ['under-18', '18-29', '30-44', '45-64', '65-plus', 'not-stated'] as const;
export type AgeBand = (typeof ageBands)[number];

/** How many came: in all, of each sex and age band, and of each group; someone can be of several groups or of none. */
export interface Attendance {
  participants: number;
  cells: readonly { sex: Sex; ageBand: AgeBand; people: number }[];
  groups: readonly { group: SocialGroup; people: number }[];
}

/** Why counts do not add up. */
export type Imbalance =
  | { kind: 'cells'; sum: number; participants: number }
  | { kind: 'group'; group: SocialGroup; people: number; participants: number };

/**
 * What does not add up: sexes and ages together are everyone who came, and no group is more than everyone.
 * @returns nothing where the counts add up
 */
export function imbalancesOf({ participants, cells, groups }: Attendance): Imbalance[] {
  const sum = cells.reduce((total, { people }) => total + people, 0);
  return [
    ...(sum === participants ? [] : [{ kind: 'cells' as const, sum, participants }]),
    ...groups
      .filter(({ people }) => people > participants)
      .map(({ group, people }) => ({ kind: 'group' as const, group, people, participants })),
  ];
}

/** Whether a record of who came may stand: it adds up, or the person says why it does not. */
export function isAccounted(attendance: Attendance, note: string): boolean {
  return note.trim() !== '' || imbalancesOf(attendance).length === 0;
}
