/** What the network itself brought out stands under publications; what helps others do the same, in the library. */
export const publicationKinds = ['report', 'analysis', 'conference', 'contract', 'manual', 'other'] as const;
export const libraryKinds: readonly string[] = ['manual', 'other'];
