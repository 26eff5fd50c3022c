import { redirect } from '@sveltejs/kit';
import { forumJsonLd } from '#features/forums/structured-data.ts';
import { supportQuestion } from '#features/forums/server/ask.ts';
import { showForum } from '#features/forums/server/public.ts';
import { pickText } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import { markOf } from '#server/http/browser-mark.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, setHeaders, url }) => {
  const t = translator(locals.language);
  const page = await showForum(locals.app, params.key);
  // Support changes from one moment to the next.
  if (page.isOpen) setHeaders({ 'cache-control': 'no-store' });
  const title = pickText(page.forum.title, locals.language);
  return {
    page,
    /** The question that this browser has just supported. */
    counted: Number(url.searchParams.get('counted') ?? 0),
    title,
    meta: {
      title,
      description: t('forum.description', { municipality: page.forum.municipalityName }),
      feed: `/${locals.language}/municipalities/${page.forum.municipalityKey}/feed.xml`,
      jsonLd: forumJsonLd(page, locals.language, locals.app.config.publicUrl),
    },
  };
};

export const actions: Actions = {
  support: async ({ locals, params, request, cookies, getClientAddress }) => {
    const question = (await request.formData()).get('question');
    const { position } = await supportQuestion(locals.app, getClientAddress(), params.key, {
      questionKey: typeof question === 'string' ? question : '',
      browser: markOf(cookies, locals.app),
    });
    redirect(303, `/${locals.language}/forums/${params.key}?counted=${position}#question-${position}`);
  },
};
