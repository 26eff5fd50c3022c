import { z } from 'zod';
import { keepsAddresses } from '#features/articles/policy.ts';
import { listDrafts } from '#features/articles/server/drafts.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
  const after = z.uuid().safeParse(url.searchParams.get('after')).data;
  const isImported = url.searchParams.get('show') === 'imported';
  return {
    isImported,
    list: await listDrafts(locals.app, locals.actor, { after, isImported }),
    keepsAddresses: keepsAddresses(locals.actor),
    meta: { title: translator(locals.language)('work.area.articles'), noindex: true },
  };
};
