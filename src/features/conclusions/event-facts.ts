import type { CountIs, EventKind } from '#features/events/event.ts';
import type { Localised } from '#i18n/languages.ts';

/** What there is to say of a gathering on paper: from the record once it is published, from its plan as a draft. */
export interface EventFacts {
  key: string;
  /** Of the event in the record; of a draft the first. */
  version: number;
  kind: EventKind;
  title: Localised;
  summary: Localised | null;
  /** Known to the year, month or day. */
  starts: string;
  ends: string | null;
  startsAt: string | null;
  endsAt: string | null;
  place: Localised | null;
  hall: Localised | null;
  online: boolean;
  recordingUrl: string | null;
  parties: readonly {
    role: 'organiser' | 'partner' | 'supporter';
    name: Localised;
    through: Localised | null;
  }[];
  municipalities: readonly string[];
  items: readonly {
    heldOn: string | null;
    startsAt: string | null;
    endsAt: string | null;
    title: Localised;
  }[];
  people: readonly {
    name: string;
    capacity: Localised | null;
    attendance: 'on-site' | 'online' | 'unknown';
  }[];
  participants: { count: number; is: CountIs } | null;
  /** Only what the record shows: small groups are left out there already. */
  modes: readonly { mode: 'on-site' | 'online'; people: number }[];
  conclusions: readonly FactsOfConclusion[];
  texts: { minutes: Localised; 'press-release': Localised };
}

export interface FactsOfConclusion {
  position: number;
  statement: Localised;
  /** Those who follow it up: organisations of the record, then others in words. */
  followers: readonly Localised[];
  dueOn: string | null;
  outcomes: readonly { dated: string; statement: Localised }[];
}

export const papers = ['report', 'press-release', 'minutes'] as const;
export type Paper = (typeof papers)[number];

/** The key of a paper in the record: made by the record itself, and so told from documents that people add. */
export function paperKey(eventKey: string, position: number): string {
  return `${eventKey}/document-${position}`;
}

export function isPaperKey(key: string): boolean {
  return /\/document-\d+$/.test(key);
}

interface Titled {
  key: string;
  kind: string;
  language: string;
}

/** Of papers that were made anew, the last of each kind and language alone: those before stay in the record. */
export function withLatestPapers<One extends Titled>(documents: readonly One[]): One[] {
  return documents.filter(
    ({ key, kind, language }, index) =>
      !isPaperKey(key) ||
      !documents
        .slice(index + 1)
        .some((later) => isPaperKey(later.key) && later.kind === kind && later.language === language),
  );
}

export function isPaper(value: string): value is Paper {
  return papers.some((paper) => paper === value);
}
