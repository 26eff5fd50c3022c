/** What the directory holds: each a table of the record, with the fields of it that people write. */
export const subjects = [
  'organisation',
  'membership',
  'donor',
  'grant_programme',
  'funded_work',
  'partner',
  'administrative_unit',
] as const;
export type Subject = (typeof subjects)[number];

export const partnerKinds = [
  'civil-society',
  'public-body',
  'education',
  'media',
  'international',
  'business',
  'other',
] as const;

/** Tables of the record that a field of an entry can point to. */
export type Referenced =
  'donor' | 'grant_programme' | 'event' | 'round' | 'monitoring_report' | 'publication';

interface Common {
  name: string;
  required: boolean;
  longest: number;
}

/**
 * 'localised': one control a language, `<name>_sq` and `<name>_en`. 'date': of a year, a month or a day; 'day': of a day
 * alone. 'degrees': of longitude or latitude, at most so many.
 */
type FieldOf = Common &
  (
    | { kind: 'localised' | 'text' | 'date' | 'day' | 'address' | 'kind' }
    | { kind: 'degrees'; most: 90 | 180 }
    | { kind: 'reference'; to: Referenced }
  );

const name: FieldOf = { name: 'name', kind: 'localised', required: true, longest: 200 };
const url: FieldOf = { name: 'url', kind: 'address', required: false, longest: 500 };
const note: FieldOf = { name: 'note', kind: 'localised', required: false, longest: 2000 };
const date = (of: string, kind: 'date' | 'day' = 'date'): FieldOf => ({
  name: of,
  kind,
  required: false,
  longest: 10,
});
const degrees = (of: string, most: 90 | 180): FieldOf => ({
  name: of,
  kind: 'degrees',
  most,
  required: false,
  longest: 14,
});
const reference = (of: string, to: Referenced, required = false): FieldOf => ({
  name: of,
  kind: 'reference',
  to,
  required,
  longest: 36,
});

/** The fields of each subject, named as their columns, in the order of the form. */
export const fieldsOfSubject: Readonly<Record<Subject, readonly FieldOf[]>> = {
  organisation: [
    name,
    { name: 'about', kind: 'localised', required: false, longest: 2000 },
    { name: 'areas', kind: 'localised', required: false, longest: 1000 },
    { name: 'people', kind: 'localised', required: false, longest: 1000 },
    { name: 'seat', kind: 'text', required: false, longest: 200 },
    date('founded'),
    url,
  ],
  membership: [date('since'), date('until', 'day'), note],
  donor: [name, { name: 'through', kind: 'localised', required: false, longest: 200 }, url, note],
  grant_programme: [reference('donor_id', 'donor', true), name, date('starts'), date('ends'), note],
  funded_work: [
    reference('donor_id', 'donor', true),
    reference('programme_id', 'grant_programme'),
    reference('event_id', 'event'),
    reference('round_id', 'round'),
    reference('report_id', 'monitoring_report'),
    reference('publication_id', 'publication'),
    note,
    date('withdrawn_on', 'day'),
  ],
  partner: [
    name,
    { name: 'kind', kind: 'kind', required: true, longest: 20 },
    { name: 'together', kind: 'localised', required: true, longest: 2000 },
    date('since'),
    date('until'),
    url,
  ],
  administrative_unit: [
    { name: 'name', kind: 'text', required: true, longest: 100 },
    degrees('longitude', 180),
    degrees('latitude', 90),
  ],
};

/** Of a funded work, exactly one of these. */
export const fundedKinds = ['event_id', 'round_id', 'report_id', 'publication_id'] as const;

export function isSubject(value: string): value is Subject {
  return subjects.some((subject) => subject === value);
}

/** Names of the controls of a field: one, or one a language. */
export function controlsOf({ name: of, kind }: FieldOf): { name: string; language: 'sq' | 'en' | null }[] {
  if (kind !== 'localised') return [{ name: of, language: null }];
  return (['sq', 'en'] as const).map((language) => ({ name: `${of}_${language}`, language }));
}

export type { FieldOf };
