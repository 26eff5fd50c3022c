import { openByLink } from '#features/replies/server/door.ts';
import { showReply } from '#features/replies/server/answer-page.ts';
import { replyActions, byLink } from '#features/replies/server/reply-forms.ts';
import { translator } from '#i18n/translate.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url, getClientAddress }) => {
  const { app, language } = locals;
  const opened = await openByLink(app, params.token, getClientAddress());
  const meta = { title: translator(language)('replies.title'), noindex: true };
  if (opened.kind !== 'open') return { refused: opened.kind, page: null, meta };
  const done = url.searchParams.get('done');
  return { refused: null, page: await showReply(app, opened.door), token: params.token, done, meta };
};

const { handin, time } = replyActions(byLink);

export const actions: Actions = { handin, time };
