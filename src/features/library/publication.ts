/** What the network itself brought out stands under publications; what helps others do the same, in the library. */
export const libraryKinds: readonly string[] = ['manual', 'other'];
