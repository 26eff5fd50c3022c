/** The sections of the site: the same word in the URL of every language (`/sq/contracts`, `/en/contracts`). */
export const sections = [
  'municipalities',
  'contracts',
  'monitoring',
  'events',
  'context',
  'news',
  'opinions',
  'experiences',
  'publications',
  'library',
  'members',
  'donors',
  'methodology',
  'about',
] as const;

export type Section = (typeof sections)[number];

/** Those that stand in the header, where there is room for few; the footer has all. */
export const mainSections: ReadonlySet<Section> = new Set([
  'municipalities',
  'contracts',
  'monitoring',
  'events',
  'news',
  'experiences',
  'about',
]);
