import type { showOverview } from './server/service.ts';

/** What the front page shows. */
export type Overview = Awaited<ReturnType<typeof showOverview>>;
