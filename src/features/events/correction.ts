import type { Localised } from '#i18n/languages.ts';
import type { EventDetail, TookPart } from './detail.ts';

export type CorrectionReason = Localised;

/** What of an event can be corrected, as its pages name it. */
export const correctedParts = [
  'title',
  'kind',
  'summary',
  'time',
  'place',
  'languages',
  'topics',
  'programme',
  'people',
  'municipalities',
  'parties',
  'documents',
  'participants',
  'recording',
  'minutes',
  'press-release',
] as const;
export type CorrectedPart = (typeof correctedParts)[number];

type Told =
  | 'access'
  | 'documents'
  | 'ends'
  | 'endsAt'
  | 'hall'
  | 'interpretation'
  | 'items'
  | 'kind'
  | 'languages'
  | 'online'
  | 'participants'
  | 'parties'
  | 'people'
  | 'place'
  | 'recordingUrl'
  | 'starts'
  | 'startsAt'
  | 'summary'
  | 'title'
  | 'topics';

/** All that an event says in one version, or would say if its plan were published now. */
export interface EventContent extends Pick<EventDetail, Told> {
  tookPart: readonly TookPart[];
  texts: { minutes: Localised; 'press-release': Localised };
  /** 'women 24', for each group that is shown. */
  counts: readonly string[];
}

/** What differs between two versions, in the order of `correctedParts`. Rows count by what they say, whatever their ids. */
export function changedParts(before: EventContent, after: EventContent): CorrectedPart[] {
  const [was, is] = [saidOf(before), saidOf(after)];
  return correctedParts.filter((part) => JSON.stringify(was[part]) !== JSON.stringify(is[part]));
}

function saidOf(event: EventContent): Record<CorrectedPart, unknown> {
  return {
    title: textOf(event.title),
    kind: event.kind,
    summary: textOf(event.summary),
    time: [event.starts, event.ends, event.startsAt, event.endsAt],
    place: [textOf(event.place), textOf(event.hall), textOf(event.access), event.online],
    languages: [event.languages, textOf(event.interpretation)],
    topics: event.topics.map(({ statement }) => textOf(statement)),
    programme: event.items.map((item) => [
      item.heldOn,
      item.startsAt,
      item.endsAt,
      ...[item.track, item.hall, item.title, item.summary].map(textOf),
    ]),
    people: event.people.map((person) => [
      person.name,
      person.role,
      textOf(person.capacity),
      person.organisation?.key,
      person.municipality?.key,
      person.attendance,
      textOf(person.biography),
      person.photo,
      event.items.findIndex(({ id }) => id === person.itemId),
    ]),
    municipalities: event.tookPart
      .map((one) => [one.municipalityKey, one.attendance, textOf(one.representedBy)])
      .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    parties: event.parties.map((party) => [
      party.role,
      textOf(party.name),
      textOf(party.through),
      party.organisationKey,
      party.donorKey,
      party.logo,
    ]),
    documents: event.documents.map(({ kind, language, title, href }) => [
      kind,
      language,
      textOf(title),
      href,
    ]),
    participants: [event.participants?.count, event.participants?.is, event.counts.toSorted()],
    recording: event.recordingUrl,
    minutes: textOf(event.texts.minutes),
    'press-release': textOf(event.texts['press-release']),
  };
}

/** A text that stands in no language is none. */
function textOf(text: Localised | null): (string | null)[] {
  return [text?.sq || null, text?.en || null];
}
