/** Lines of one file: more than any session or round of cards has, and little to keep in memory. */
export const mostLines = 5_000;
export const mostColumns = 100;
/** Bytes of one file unpacked. */
export const mostUnpacked = 30_000_000;
