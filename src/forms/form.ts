import type { MessageKey, MessageValues } from '#i18n/translate.ts';

/** What was typed, by field name, as it came: a field that came several times is a list. */
export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** What is wrong with one field, as a message for the person; `field` is the control's name and id. */
export interface FieldFault {
  field: string;
  key: MessageKey;
  values?: MessageValues;
}

/** A refused or half-done form as the page shows it again, with everything that was typed. */
export interface FormState {
  fields: Fields;
  faults: readonly FieldFault[];
  /** What someone else saved meanwhile, by field name: shown beside what was typed. */
  theirs?: Fields;
  /** The version that `theirs` is: what the next try begins from. */
  theirVersion?: number;
  /** When what was typed was kept as a draft (instant, ISO). */
  savedAt?: string;
}

/** What a use case says of a command: done, or refused in a way that the person can mend. */
export type Outcome<T> =
  | { kind: 'done'; value: T }
  | { kind: 'refused'; faults: readonly FieldFault[] }
  /** Someone else changed the same thing since the person began. */
  | { kind: 'conflict'; theirs: Fields; theirVersion: number };

/** One value of what was typed; '' where the field is not there. */
export function fieldOf(fields: Fields, name: string): string {
  const value = fields[name];
  if (value === undefined) return '';
  return typeof value === 'string' ? value : (value[0] ?? '');
}

/** Every value of a field that can be given several times. */
export function fieldsOf(fields: Fields, name: string): readonly string[] {
  const value = fields[name];
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}
