import type { Status } from '#ui/status/status.ts';

/** What a candidate said of a priority. */
export const answers = ['agrees', 'reservation', 'declines', 'absent', 'no-answer'] as const;

export type Answer = (typeof answers)[number];

/** The shape beside the word: the fuller the disc, the more of the priority is promised. Not yet written down: a dot. */
export const answerShapes: Readonly<Record<Answer | 'not-recorded', Status>> = {
  agrees: 'fully',
  reservation: 'partly',
  declines: 'not',
  absent: 'not-assessable',
  'no-answer': 'no-data',
  'not-recorded': 'not-assessed',
};

/** What stands in a form when it is drawn, so that it is seen whether someone else wrote meanwhile; '' for nothing. */
export function markOf(given: { answer: Answer; words: string } | undefined): string {
  return given === undefined ? '' : `${given.answer} ${given.words}`;
}

export interface VersionedAnswer {
  version: number;
}

/** Of several versions, the one in force. */
export function inForce<Row extends VersionedAnswer>(rows: readonly Row[]): Row | undefined {
  return rows.reduce<Row | undefined>(
    (latest, row) => (latest === undefined || row.version > latest.version ? row : latest),
    undefined,
  );
}
