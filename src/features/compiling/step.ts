/** What can be done on a board; each is a step of its log. */
export const stepKinds = [
  'create',
  'place',
  'split',
  'merge',
  'rename',
  'release',
  'set-aside',
  'dissolve',
  'undo',
] as const;

export type StepKind = (typeof stepKinds)[number];
