/** What the network counts of itself each year, in the order shown. */
export const measures = [
  'municipalities',
  'sessions',
  'residents-met',
  'forums',
  'people-reached',
  'priorities',
  'fully',
  'at-least-partly',
] as const;

export type Measure = (typeof measures)[number];

/** The published figures that speak of each measure; the last one is the sum of two that were published side by side. */
export const publishedAs: Readonly<Record<Measure, readonly string[]>> = {
  municipalities: ['municipalities'],
  sessions: ['focus-groups'],
  'residents-met': ['citizens-met'],
  forums: ['forums'],
  'people-reached': ['people-reached'],
  priorities: ['priorities'],
  fully: ['fully'],
  'at-least-partly': ['fully', 'partly'],
};
