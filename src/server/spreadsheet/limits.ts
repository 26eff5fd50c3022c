/** Lines of one file: more than any session or round of cards has, and little to keep in memory. */
export const mostLines = 5_000;
export const mostColumns = 100;
/** Bytes of one file as it comes, and unpacked. */
export const mostBytes = 2_000_000;
export const mostUnpacked = 30_000_000;
