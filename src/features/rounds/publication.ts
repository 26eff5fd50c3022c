/** What every part of a publication is told: the one assessment, and the rows of the record that it is written under. */
export interface PublicationContext {
  assessment: { id: string; municipalityId: string; contractId: string };
  municipalityKey: string;
  /** The row of the record's round, which the first publication of a round makes. */
  round: { id: string; key: string };
  /** The day of publication, YYYY-MM-DD. */
  day: string;
  now: Date;
  /** Who lets it become public, and when they asked for that: what another person had saved by then was read by two. */
  asked: { by: string; at: Date };
  /** Each priority's component tasks, in the contract's order. */
  priorities: readonly {
    id: string;
    key: string;
    tasks: readonly { id: string; componentId: string; componentKey: string }[];
  }[];
}

/** What a part has added to the record: the publication cites its source and tells the record's readers once, for all parts. */
export interface PublishedRows {
  /** Tables of the record whose rows changed. */
  tables: readonly string[];
  /** The rows, by the kind that citations name: 'evidence', 'reply'. */
  subjects: readonly { kind: string; id: string }[];
}
