import { queueQuery } from '#features/voice/schema.ts';
import { showQueue } from '#features/voice/server/moderating.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => ({
  queue: await showQueue(
    locals.app,
    locals.actor,
    queueQuery.parse({
      state: url.searchParams.get('state') ?? undefined,
      after: url.searchParams.get('after') ?? undefined,
    }),
  ),
  meta: { title: translator(locals.language)('voice.work.title'), noindex: true },
});
