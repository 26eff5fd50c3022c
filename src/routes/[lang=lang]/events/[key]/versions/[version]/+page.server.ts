import { showEventVersion } from '#features/events/server/service.ts';
import { pickText } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import { notFound } from '#server/errors.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { app, language } = locals;
  if (!/^[1-9]\d{0,3}$/.test(params.version)) throw notFound(`version ${params.version}`);
  const event = await showEventVersion(app, params.key, Number(params.version));
  const number = translator(language)('event.version', { number: event.version });
  return { event, meta: { title: `${pickText(event.title, language)}: ${number}`, noindex: true } };
};
