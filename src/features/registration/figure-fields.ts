import { ageBands, sexes } from '#features/listening/attendance.ts';

export { ageBands, sexes };

export const organisationKinds = [
  'civil-society',
  'town-hall',
  'state',
  'media',
  'business',
  'education',
  'donor',
  'none',
  'other',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** What the form may ask besides name and address; each may be left open. */
export const asked = ['sex', 'age-band', 'municipality', 'organisation-kind', 'access-needs'] as const;
export type Asked = (typeof asked)[number];

export function isAsked(value: string): value is Asked {
  return asked.some((one) => one === value);
}
