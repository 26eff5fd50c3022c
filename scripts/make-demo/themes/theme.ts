import type { Pair } from '../text.ts';

export type FieldKey = 'infrastructure' | 'governance' | 'economy' | 'social';
export type Land = 'mountain' | 'valley' | 'coast';

/** [least, most, step] */
export type Range = readonly [least: number, most: number, step: number];

/**
 * A testable statement inside a theme and what monitors would write about it.
 * `about` follows "për …" / "on …": it names the matter where nothing, or only a formal act, was found.
 */
export interface ComponentText {
  says: Pair;
  shown: Pair;
  about: Pair;
  done: Pair;
  half: Pair;
  testable?: 'partly' | 'no';
  competence?: 'shared' | 'national';
}

/**
 * A matter that residents of several municipalities raise. Slots: {u} {u2} {u3} units, {m} municipality,
 * {n} {k} amounts of this contract, {p} the part of {n} reached so far.
 */
export interface Theme {
  key: string;
  field: FieldKey;
  coverage: 'municipality' | 'units' | 'listed';
  /** How many units the priority names, for coverage 'listed'. */
  places?: 1 | 2 | 3;
  lands?: readonly Land[];
  n?: Range;
  k?: Range;
  heading: Pair;
  says: readonly [Pair, Pair];
  components: readonly ComponentText[];
  needs: readonly Pair[];
}
