import { showReply } from '#features/replies/server/answer-page.ts';
import { openByAccount } from '#features/replies/server/door.ts';
import { replyActions, byAccount } from '#features/replies/server/reply-forms.ts';
import { translator } from '#i18n/translate.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { app, actor, language } = locals;
  const page = await showReply(app, await openByAccount(app, actor, params.id));
  const meta = { title: translator(language)('replies.title'), noindex: true };
  return { page, id: params.id, done: url.searchParams.get('done'), meta };
};

export const actions: Actions = replyActions(byAccount);
