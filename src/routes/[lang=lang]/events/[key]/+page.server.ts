import { redirect } from '@sveltejs/kit';
import { hasPeriod } from '#features/context/server/service.ts';
import { showEvent } from '#features/events/server/service.ts';
import { hasRegistration } from '#features/registration/server/public.ts';
import { structuredData } from '#features/events/structured-data.ts';
import { pickText } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { language } = locals;
  const t = translator(language);
  const event = await showEvent(locals.app, params.key).catch(async (error: unknown) => {
    // What only stands around the work was once told as an event: its address leads on.
    if (await hasPeriod(locals.app, params.key)) redirect(308, `/${language}/context#${params.key}`);
    throw error;
  });
  const title = pickText(event.title, language);
  return {
    event,
    registers: await hasRegistration(locals.app, params.key),
    meta: {
      title,
      description: pickText(event.summary, language) || t(`event.kind.${event.kind}`),
      jsonLd: structuredData(event, language),
    },
  };
};
