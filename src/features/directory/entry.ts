import { calendarDay } from '#forms/fields.ts';
import { sanitised } from '#forms/sanitised.ts';
import { fieldOf, type FieldFault, type Fields } from '#forms/form.ts';
import { contradictionsOf } from './rules.ts';
import { controlsOf, fieldsOfSubject, partnerKinds, type FieldOf, type Subject } from './subject.ts';

/** What a column of an entry holds, as JSON has it. */
export type Value = string | null | Readonly<Record<string, string>>;
export type Entry = Readonly<Record<string, Value>>;

const partialDate = /^(19|20|21)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function faultOf(field: FieldOf, written: string): FieldFault['key'] | undefined {
  if (written === '') return field.required ? 'form.fault.missing' : undefined;
  if (written.length > field.longest) return 'directory.fault.long';
  switch (field.kind) {
    case 'date':
      return partialDate.test(written) ? undefined : 'directory.fault.date';
    case 'day':
      return calendarDay().safeParse(written).success ? undefined : 'form.fault.day';
    case 'degrees':
      return /^-?\d{1,3}(\.\d{1,8})?$/.test(written) && Math.abs(Number(written)) <= field.most
        ? undefined
        : 'directory.fault.degrees';
    case 'address':
      return /^https?:\/\/[^\s]+$/i.test(written) ? undefined : 'forum.fault.address';
    case 'kind':
      return partnerKinds.some((one) => one === written) ? undefined : 'form.fault.choice';
    case 'reference':
      return uuid.test(written) ? undefined : 'form.fault.choice';
    case 'localised':
    case 'text':
      return undefined;
  }
}

/** Reads an entry as it was typed, or what is wrong at its fields. */
export function readEntry(subject: Subject, typed: Fields): { entry: Entry } | { faults: FieldFault[] } {
  const faults: FieldFault[] = [];
  const entry: Record<string, Value> = {};
  for (const field of fieldsOfSubject[subject]) {
    const texts = controlsOf(field).map(({ name, language }) => {
      const written = writtenIn(field, sanitised(fieldOf(typed, name)));
      // Of a text in several languages, the first is the one that must be there.
      const fault = faultOf({ ...field, required: field.required && language !== 'en' }, written);
      if (fault)
        faults.push({
          field: name,
          key: fault,
          ...(fault === 'directory.fault.long' ? { values: { most: field.longest } } : {}),
        });
      return { language, written };
    });
    const [first] = texts;
    if (field.kind === 'localised') {
      const said = texts
        .filter(({ written }) => written !== '')
        .map(({ language, written }) => [language, written]);
      entry[field.name] = said.length > 0 ? Object.fromEntries(said) : null;
    } else entry[field.name] = first === undefined || first.written === '' ? null : first.written;
  }
  if (faults.length === 0) faults.push(...contradictionsOf(subject, entry));
  return faults.length > 0 ? { faults } : { entry };
}

/** Degrees as they are kept: with a point, and four places, which is about ten metres. */
function writtenIn({ kind }: FieldOf, written: string): string {
  if (kind !== 'degrees') return written;
  const pointed = written.replace(',', '.');
  return /^-?\d{1,3}\.\d{5,8}$/.test(pointed)
    ? String(Math.round(Number(pointed) * 10_000) / 10_000)
    : pointed;
}

/** An entry as the form shows it. */
export function fieldsOfEntry(subject: Subject, entry: Readonly<Record<string, unknown>>): Fields {
  return Object.fromEntries(
    fieldsOfSubject[subject].flatMap((field) =>
      controlsOf(field).map(({ name, language }) => [name, textOf(entry[field.name], language)]),
    ),
  );
}

function textOf(value: unknown, language: 'sq' | 'en' | null): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (value === null || typeof value !== 'object' || language === null) return '';
  const text: unknown = Object.entries(value).find(([key]) => key === language)?.[1];
  return typeof text === 'string' ? text : '';
}

/** The fields that differ, as they were and as they are. */
export function changeOf(
  subject: Subject,
  before: Fields,
  after: Fields,
): { before: Fields; after: Fields } | undefined {
  const names = fieldsOfSubject[subject].flatMap(controlsOf).map(({ name }) => name);
  const changed = names.filter((name) => fieldOf(before, name) !== fieldOf(after, name));
  if (changed.length === 0) return undefined;
  const of = (fields: Fields) => Object.fromEntries(changed.map((name) => [name, fieldOf(fields, name)]));
  return { before: of(before), after: of(after) };
}
