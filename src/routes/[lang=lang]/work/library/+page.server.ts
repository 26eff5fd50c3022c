import { afterDraft } from '#features/library/schema.ts';
import { listDrafts } from '#features/library/server/drafts.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => ({
  list: await listDrafts(
    locals.app,
    locals.actor,
    afterDraft.parse(url.searchParams.get('after') ?? undefined),
  ),
  meta: { title: translator(locals.language)('library.work'), noindex: true },
});
