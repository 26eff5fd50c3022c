import type { Localised } from '#i18n/languages.ts';

/** Everyone sees a plan from 'announced' on; 'cancelled' it stays in sight, with the reason. */
export const planStates = ['draft', 'announced', 'cancelled', 'published'] as const;
export type PlanState = (typeof planStates)[number];

export const planKinds = ['conference', 'forum', 'focus-group', 'training', 'meeting', 'campaign'] as const;
export type PlanKind = (typeof planKinds)[number];

export const planModes = ['on-site', 'online', 'both'] as const;
export type PlanMode = (typeof planModes)[number];

/** What decides who may do what with a plan. */
export interface PlanSubject {
  organisationId: string;
  /** null: of the whole network. */
  municipalityId: string | null;
  state: PlanState;
}

/** The plan of an event, as every feature around it reads it. */
export interface Plan extends PlanSubject {
  id: string;
  /** The same from the announcement on, also in the record. */
  key: string;
  organisationName: Localised;
  municipalityKey: string | null;
  municipalityName: string | null;
  kind: PlanKind;
  series: string | null;
  title: Localised;
  summary: Localised;
  bindingLanguage: 'sq' | 'en';
  mode: PlanMode;
  /** A day. */
  startsOn: string;
  /** Clock time, 24 hours. */
  startsAt: string;
  endsOn: string;
  endsAt: string;
  place: Localised;
  hall: Localised;
  access: Localised;
  onlineUrl: string;
  languages: readonly string[];
  interpretation: Localised;
  cancelReason: Localised;
  /** Raised when what people must be told has changed. */
  sequence: number;
  minutes: Localised;
  recordingUrl: string;
  pressRelease: Localised;
  /** The event of the record, once published. */
  eventId: string | null;
  /** The municipalities of which somebody is to come. */
  comingFrom: readonly string[];
  /** Since when a published one is open for a correction. */
  reopenedAt: Date | null;
  version: number;
  updatedAt: Date;
}

/** Whether everyone may see a plan. */
export function isPublic({ state }: Pick<PlanSubject, 'state'>): boolean {
  return state !== 'draft';
}

/** Whether everyone sees the plan itself; of a published one they see the record. */
export function isSeen({ state }: Pick<PlanSubject, 'state'>): boolean {
  return state === 'announced' || state === 'cancelled';
}

/** Whether one can come to it. */
export function hasSite({ mode }: Pick<Plan, 'mode'>): boolean {
  return mode !== 'online';
}

/** Whether one can follow it from elsewhere. */
export function isOnline({ mode }: Pick<Plan, 'mode'>): boolean {
  return mode !== 'on-site';
}
