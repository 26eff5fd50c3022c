import { defineDailyJob } from '#server/jobs/daily-job.ts';
import { forgetLinks } from './speaker-store.ts';

/** Forgets where links to speakers went, once nobody needs them any more. */
export const forgetSpeakerLinks = defineDailyJob({
  name: 'events.forget-links',
  retry: { limit: 5, delay: 60, longest: 3600 },
  run: (app) => forgetLinks(app.db, app.clock()),
});
