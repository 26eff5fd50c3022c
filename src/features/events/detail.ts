import type { Localised } from '#i18n/languages.ts';
import type { PlanState } from './plan.ts';
import type { EventSummary } from './event.ts';

export const partyRoles = ['organiser', 'partner', 'supporter'] as const;
export type PartyRole = (typeof partyRoles)[number];

export const personRoles = ['moderator', 'speaker', 'guest'] as const;
export type PersonRole = (typeof personRoles)[number];

export const attendances = ['on-site', 'online', 'unknown'] as const;
export type Attendance = (typeof attendances)[number];

export const documentKinds = [
  'programme',
  'invitation',
  'presentation',
  'minutes',
  'press-release',
  'report',
  'other',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

export interface Topic {
  id: string;
  statement: Localised;
}

/** Who holds, helps or pays. */
export interface Party {
  id: string;
  role: PartyRole;
  name: Localised;
  through: Localised | null;
  /** Of a member of the network. */
  organisationKey: string | null;
  donorKey: string | null;
  url: string | null;
  /** SHA-256 of the public copy of the logo. */
  logo: string | null;
}

/** A point of the programme. */
export interface Item {
  id: string;
  heldOn: string | null;
  startsAt: string | null;
  endsAt: string | null;
  track: Localised | null;
  hall: Localised | null;
  title: Localised;
  summary: Localised | null;
}

export interface Participant {
  id: string;
  itemId: string | null;
  name: string;
  role: PersonRole | null;
  /** What they were at that time. */
  capacity: Localised | null;
  organisation: { key: string; name: Localised } | null;
  municipality: { key: string; name: string } | null;
  attendance: Attendance;
  biography: Localised | null;
  photo: string | null;
}

export interface TookPart {
  id: string;
  municipalityKey: string;
  municipalityName: string;
  attendance: Attendance;
  representedBy: Localised | null;
}

export interface EventFile {
  id: string;
  kind: DocumentKind;
  language: string;
  title: Localised;
  href: string;
}

/** What the page of an event tells, of one in the record and of one that was announced alike. */
export interface EventDetail extends EventSummary {
  endsAt: string | null;
  summary: Localised | null;
  hall: Localised | null;
  access: Localised | null;
  languages: readonly string[];
  interpretation: Localised | null;
  recordingUrl: string | null;
  topics: readonly Topic[];
  parties: readonly Party[];
  items: readonly Item[];
  people: readonly Participant[];
  documents: readonly EventFile[];
  /** Others of the same series, in time order. */
  series: readonly { key: string; title: Localised; starts: string }[];
  /** As it was planned, where it is not of the record yet. */
  plan: { state: PlanState; cancelReason: Localised } | null;
}
