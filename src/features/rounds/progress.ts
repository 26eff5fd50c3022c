import type { Localised } from '#i18n/languages.ts';
import { stages, type Stage } from './stage.ts';

/** Components by how many pieces of evidence bear on them. */
export interface EvidenceCounts {
  none: number;
  one: number;
  more: number;
}

/** How far one municipality's assessment is, in counts. */
export interface Progress {
  id: string;
  stage: Stage;
  municipalityId: string;
  municipalityKey: string;
  municipality: string;
  /** The one that monitors. */
  organisation: Localised;
  components: number;
  /** Components that someone gathers evidence for, and those with both coders. */
  monitored: number;
  withCoders: number;
  evidence: EvidenceCounts;
  /** Handed in, of two for each component. */
  codes: number;
  /** Until when the town hall was asked to reply; null where it was not asked yet. */
  replyDue: string | null;
  /** Answers handed in: to the whole, or to a priority. */
  replies: number;
  publishedAt: Date | null;
}

export interface Totals {
  municipalities: number;
  byStage: { stage: Stage; municipalities: number }[];
  components: number;
  monitored: number;
  withCoders: number;
  evidence: EvidenceCounts;
  codes: number;
  /** Town halls that were asked, and those that have answered. */
  asked: number;
  answered: number;
  published: number;
}

/** The network's progress: that of its municipalities together. */
export function totalsOf(
  rows: readonly Omit<
    Progress,
    'id' | 'municipalityId' | 'municipalityKey' | 'municipality' | 'organisation'
  >[],
): Totals {
  const sum = (count: (row: (typeof rows)[number]) => number) =>
    rows.reduce((total, row) => total + count(row), 0);
  return {
    municipalities: rows.length,
    byStage: stages.map((stage) => ({
      stage,
      municipalities: rows.filter((row) => row.stage === stage).length,
    })),
    components: sum(({ components }) => components),
    monitored: sum(({ monitored }) => monitored),
    withCoders: sum(({ withCoders }) => withCoders),
    evidence: {
      none: sum(({ evidence }) => evidence.none),
      one: sum(({ evidence }) => evidence.one),
      more: sum(({ evidence }) => evidence.more),
    },
    codes: sum(({ codes }) => codes),
    asked: sum(({ replyDue }) => Number(replyDue !== null)),
    answered: sum(({ replies }) => Number(replies > 0)),
    published: sum(({ stage }) => Number(stage === 'published')),
  };
}
