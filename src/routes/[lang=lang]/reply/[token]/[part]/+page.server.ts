import { showPart } from '#features/replies/server/answer-page.ts';
import { openByLink } from '#features/replies/server/door.ts';
import { partActions, byLink } from '#features/replies/server/reply-forms.ts';
import { translator } from '#i18n/translate.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url, getClientAddress }) => {
  const { app, language } = locals;
  const opened = await openByLink(app, params.token, getClientAddress());
  const meta = { title: translator(language)('replies.title'), noindex: true };
  if (opened.kind !== 'open') return { refused: opened.kind, page: null, meta };
  const page = await showPart(app, opened.door, params.part);
  return { refused: null, page, token: params.token, done: url.searchParams.get('done'), meta };
};

export const actions: Actions = partActions(byLink);
