import { spanWords } from '#features/monitoring/words.ts';
import { pickText, type Language } from '#i18n/languages.ts';
import type { Formats } from '#i18n/format.ts';
import type { MessageKey } from '#i18n/translate.ts';
import type { EntryName } from './server/names-store.ts';
import type { FieldOf, Subject } from './subject.ts';

const keys = {
  name: 'directory.field.name',
  about: 'directory.field.about',
  areas: 'directory.field.areas',
  people: 'directory.field.people',
  seat: 'municipality.seat',
  founded: 'member.founded',
  url: 'member.url',
  through: 'donor.through',
  note: 'common.note',
  donor_id: 'directory.field.donor',
  programme_id: 'directory.field.programme',
  event_id: 'directory.field.event',
  round_id: 'directory.field.round',
  report_id: 'directory.field.report',
  publication_id: 'directory.field.publication',
  withdrawn_on: 'directory.field.withdrawn',
  starts: 'directory.field.starts',
  ends: 'directory.field.ends',
  kind: 'directory.field.kind',
  together: 'directory.field.together',
  since: 'directory.field.starts',
  until: 'directory.field.ends',
  longitude: 'joining.field.longitude',
  latitude: 'joining.field.latitude',
} as const satisfies Record<string, MessageKey>;

const hints: Readonly<Record<string, MessageKey>> = {
  'membership/until': 'directory.hint.until',
  'funded_work/event_id': 'directory.hint.one-work',
  'funded_work/withdrawn_on': 'directory.hint.withdrawn',
};

function isKnown(name: string): name is keyof typeof keys {
  return Object.hasOwn(keys, name);
}

/** What a field of an entry is called. */
export function fieldKey(subject: Subject, name: string): MessageKey {
  return isKnown(name) ? keys[name] : `directory.subject.${subject}`;
}

/** What is said below the name of a field. */
export function hintKey(subject: Subject, { name, kind }: FieldOf): MessageKey | undefined {
  return hints[`${subject}/${name}`] ?? (kind === 'date' ? 'directory.date-hint' : undefined);
}

/** How an entry is called, with what tells it apart; a day as it is written, a monitoring year as it is said. */
export function entryWords({ name, beside }: EntryName, language: Language, formats: Formats): string {
  const words = [name, beside].map((text) => {
    const said = pickText(text, language);
    if (/^\d{4}(-\d\d){0,2}$/.test(said)) return formats.date(said);
    return /^\d{4}-\d{4}(\/|$)/.test(said) ? spanWords(said.slice(0, 9)) : said;
  });
  return words.filter(Boolean).join(' · ');
}
