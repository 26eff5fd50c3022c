import { fewest, shownGroups, type Group } from './figures.ts';

/** How many came, in all and by each question of the form: those who did not say are a group of each, so each sums to `onSite`. */
export interface Counted<G extends Group> {
  onSite: number;
  online: number;
  breakdowns: readonly (readonly G[])[];
}

export interface Shown<G extends Group> {
  modes: { key: 'on-site' | 'online'; people: number }[];
  groups: G[];
}

/**
 * What of an event's counts may be shown beside how many took part in all. Where how many came on site is held back, it must
 * not be the sum of any breakdown: those online are then a group of each of them, which is held back too, and another with
 * it. So no group that is held back can be computed from what is shown.
 */
export function shownTable<G extends Group>({ onSite, online, breakdowns }: Counted<G>): Shown<G> {
  const modes = shownModes(onSite, online);
  const groups = breakdowns.flatMap((own) =>
    modes === 'held back' ? shownBeside(own, online) : shownGroups(own),
  );
  return { modes: modes === 'held back' ? [] : modes, groups };
}

/** The same where of each breakdown only the groups were kept that may be shown where nobody is online. */
export function shownOfKept<G extends Group>({ onSite, online, breakdowns }: Counted<G>): Shown<G> {
  const modes = shownModes(onSite, online);
  if (modes !== 'held back') return { modes, groups: breakdowns.flat() };
  const isWhole = (own: readonly G[]) => own.reduce((sum, { people }) => sum + people, 0) === onSite;
  return {
    modes: [],
    groups: breakdowns.flatMap((own) => (isWhole(own) ? shownBeside(own, online) : own)),
  };
}

function shownModes(onSite: number, online: number): Shown<Group>['modes'] | 'held back' {
  const modes = shownGroups([
    { key: 'on-site' as const, people: onSite },
    { key: 'online' as const, people: online },
  ]);
  return modes.length === 0 && onSite > 0 && online > 0 ? 'held back' : modes;
}

/** The groups of a breakdown that may be shown beside people online of whom nobody may learn how many they are. */
function shownBeside<G extends Group>(groups: readonly G[], online: number): G[] {
  if (groups.every(({ people }) => people < fewest)) return [];
  const rows = [
    ...groups.map((group) => ({ key: group.key, people: group.people, group })),
    { key: '', people: online, group: null },
  ];
  return shownGroups(rows).flatMap(({ group }) => (group === null ? [] : [group]));
}
