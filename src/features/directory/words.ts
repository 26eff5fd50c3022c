import type { MessageKey } from '#i18n/translate.ts';
import type { Subject } from './subject.ts';

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
  starts: 'directory.field.starts',
  ends: 'directory.field.ends',
  kind: 'directory.field.kind',
  together: 'directory.field.together',
  since: 'directory.field.starts',
  until: 'directory.field.ends',
} as const satisfies Record<string, MessageKey>;

function isKnown(name: string): name is keyof typeof keys {
  return Object.hasOwn(keys, name);
}

/** What a field of an entry is called. */
export function fieldKey(subject: Subject, name: string): MessageKey {
  return isKnown(name) ? keys[name] : `directory.subject.${subject}`;
}
