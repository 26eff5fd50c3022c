import type { Localised } from '#i18n/languages.ts';

export const pollKinds = ['one', 'several', 'scale'] as const;
export type PollKind = (typeof pollKinds)[number];

/** Whether everyone sees the counts while a poll is open, or once it is closed. */
export const pollShows = ['closed', 'live'] as const;

/**
 * Who can answer: whoever is there, one answer for each device; or those alone who registered or were checked in, one answer for each
 * person.
 */
export const pollVoters = ['anyone', 'registered', 'checked-in'] as const;

/** With fewer answers no counts are shown: in a small room one would see who answered what. */
export const fewestShown = 10;

export const mostOptions = 10;
/** A scale goes from 1 to this. */
export const scaleMost = 5;

export interface Poll {
  id: string;
  position: number;
  question: Localised;
  kind: PollKind;
  shows: (typeof pollShows)[number];
  voters: (typeof pollVoters)[number];
  /** How many can answer, or could; not known where anyone can. */
  electorate: number | null;
  state: 'planned' | 'open' | 'closed';
  options: readonly { position: number; label: Localised }[];
  /** How many answered. */
  answers: number;
  /** How many chose each option, in the order of the options; not known to whom they are not shown. */
  counts: readonly number[] | undefined;
}

/** A poll as everyone may see it: without its counts while these are not to be shown. */
export function asShown(poll: Poll): Poll {
  const isTime = poll.state === 'closed' || (poll.state === 'open' && poll.shows === 'live');
  return isTime && poll.answers >= fewestShown ? poll : { ...poll, counts: undefined };
}

/** What was chosen, once each and in order; undefined where it is no answer to the poll. */
export function readChoices(
  { kind, options }: Pick<Poll, 'kind' | 'options'>,
  given: readonly number[],
): number[] | undefined {
  const chosen = [...new Set(given)].toSorted((a, b) => a - b);
  const known = new Set(options.map(({ position }) => position));
  if (chosen.length === 0 || chosen.some((position) => !known.has(position))) return undefined;
  return kind === 'several' || chosen.length === 1 ? chosen : undefined;
}

/** The mean of a scale's answers; undefined without any. */
export function meanOf(counts: readonly number[]): number | undefined {
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all === 0) return undefined;
  return counts.reduce((sum, count, index) => sum + count * (index + 1), 0) / all;
}

/** The options of a form, one a line: pairs of both languages, or the field that is at fault. */
export function readOptions(kind: PollKind, sq: string, en: string): Localised[] | 'optionsSq' | 'optionsEn' {
  const [first, second] = [sq, en].map((text) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  );
  const albanian = first ?? [];
  const english = second ?? [];
  if (english.length > 0 && english.length !== albanian.length) return 'optionsEn';
  const labels = albanian.map((label, index): Localised => {
    const other = english[index];
    return other ? { sq: label, en: other } : { sq: label };
  });
  if (kind !== 'scale') {
    return labels.length >= 2 && labels.length <= mostOptions ? labels : 'optionsSq';
  }
  const [low, high] = labels;
  if (labels.length !== 0 && labels.length !== 2) return 'optionsSq';
  return Array.from({ length: scaleMost }, (_, index) => {
    const words = index === 0 ? low : index === scaleMost - 1 ? high : undefined;
    return onScale(index + 1, words);
  });
}

function onScale(step: number, words: Localised | undefined): Localised {
  const label = (text: string | undefined) => (text ? `${step} – ${text}` : String(step));
  return { sq: label(words?.sq), en: label(words?.en ?? words?.sq) };
}
