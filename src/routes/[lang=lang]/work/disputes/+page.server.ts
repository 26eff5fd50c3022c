import { listQuery } from '#features/disputes/schema.ts';
import { listDisputes } from '#features/disputes/server/work.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => ({
  list: await listDisputes(
    locals.app,
    locals.actor,
    listQuery.parse({
      state: url.searchParams.get('state') ?? undefined,
      after: url.searchParams.get('after') ?? undefined,
    }),
  ),
  meta: { title: translator(locals.language)('disputes.work.title'), noindex: true },
});
