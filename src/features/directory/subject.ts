/** What the directory holds: each a table of the record, with the fields of it that people write. */
export const subjects = ['organisation', 'donor', 'grant_programme', 'partner'] as const;
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

interface FieldOf {
  name: string;
  /** 'localised': one field a language, `<name>Sq` and `<name>En`. */
  kind: 'localised' | 'text' | 'date' | 'address' | 'kind' | 'donor';
  required: boolean;
  longest: number;
}

const name: FieldOf = { name: 'name', kind: 'localised', required: true, longest: 200 };
const url: FieldOf = { name: 'url', kind: 'address', required: false, longest: 500 };
const note: FieldOf = { name: 'note', kind: 'localised', required: false, longest: 2000 };
const date = (of: string): FieldOf => ({ name: of, kind: 'date', required: false, longest: 10 });

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
  donor: [name, { name: 'through', kind: 'localised', required: false, longest: 200 }, url, note],
  grant_programme: [
    { name: 'donor_id', kind: 'donor', required: true, longest: 36 },
    name,
    date('starts'),
    date('ends'),
    note,
  ],
  partner: [
    name,
    { name: 'kind', kind: 'kind', required: true, longest: 20 },
    { name: 'together', kind: 'localised', required: true, longest: 2000 },
    date('since'),
    date('until'),
    url,
  ],
};

export function isSubject(value: string): value is Subject {
  return subjects.some((subject) => subject === value);
}

/** Names of the controls of a field: one, or one a language. */
export function controlsOf({ name: of, kind }: FieldOf): { name: string; language: 'sq' | 'en' | null }[] {
  if (kind !== 'localised') return [{ name: of, language: null }];
  return (['sq', 'en'] as const).map((language) => ({ name: `${of}_${language}`, language }));
}

export type { FieldOf };
