import { showSession } from '#features/listening/server/sessions.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const shown = await showSession(locals.app, locals.actor, params.id);
  const t = translator(locals.language);
  return { shown, meta: { title: t(`listening.kind.${shown.session.kind}`), noindex: true } };
};
