import type { Localised } from '#i18n/languages.ts';

/** What makes a year different, besides elections, which stand in a table of their own. */
export const contextKinds = ['disaster', 'epidemic', 'crisis', 'challenge'] as const;
export type ContextKind = (typeof contextKinds)[number];

/** How far it is known when something was over. */
export const endings = ['known', 'at-least', 'ongoing', 'unknown'] as const;
export type Ending = (typeof endings)[number];

export const electionKinds = ['general', 'partial', 'rerun'] as const;
export type ElectionKind = (typeof electionKinds)[number];

interface Lasting {
  /** Known to the year, month or day. */
  starts: string;
  ends: string | null;
  endsIs: Ending;
  /** The municipalities that it concerns; none: all. */
  places: readonly { key: string; name: string }[];
}

/** What stands on a timeline as a band. */
export type Band = Lasting &
  (
    | { kind: ContextKind; name: string; title: Localised }
    | { kind: 'election'; name: string; election: ElectionKind }
  );

/** A period with all that the public reads of it. */
export type Period = Extract<Band, { kind: ContextKind }> & {
  id: string;
  version: number;
  summary: Localised | null;
  reason: Localised | null;
  publishedOn: string | null;
};
