import { showEvent } from '#features/events/server/service.ts';
import { structuredData } from '#features/events/structured-data.ts';
import { pickText } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { language } = locals;
  const t = translator(language);
  const event = await showEvent(locals.app, params.key);
  const jsonLd = structuredData(event, language);
  const title = pickText(event.title, language);
  return {
    event,
    meta: {
      title,
      description: pickText(event.summary, language) || t(`event.kind.${event.kind}`),
      ...(jsonLd ? { jsonLd } : {}),
    },
  };
};
