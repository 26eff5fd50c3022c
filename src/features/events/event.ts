import type { Localised } from '#i18n/languages.ts';

export const eventKinds = [
  'conference',
  'forum',
  'focus-group',
  'training',
  'meeting',
  'campaign',
  'listening',
  'report',
  'hearing',
  'interview',
  'petition',
  'review',
] as const;

export type EventKind = (typeof eventKinds)[number];

export function isEventKind(value: string): value is EventKind {
  return eventKinds.some((kind) => kind === value);
}

/** How far a count can be relied on. 'told': who held the event says so. */
export type CountIs = 'exact' | 'about' | 'at-least' | 'told';

export interface EventSummary {
  id: string;
  key: string;
  kind: EventKind;
  title: Localised;
  /** Known to the year, month or day. */
  starts: string;
  ends: string | null;
  /** Clock time, 24 hours. */
  startsAt: string | null;
  place: Localised | null;
  online: boolean;
  municipality: { key: string; name: string } | null;
  participants: { count: number; is: CountIs } | null;
  /** Announced, and then called off. */
  isCancelled: boolean;
}

/** Whether an event lies ahead. One dated to the month or year alone counts as ahead until that month or year is over. */
export function isUpcoming(event: Pick<EventSummary, 'starts' | 'ends'>, today: string): boolean {
  const last = event.ends ?? event.starts;
  return last >= today.slice(0, last.length);
}
