import { z } from 'zod';
import { listQuestions } from '#features/experiences/server/questions.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

const pageAfter = z.uuid().optional().catch(undefined);

export const load: PageServerLoad = async ({ locals, url }) => {
  const after = pageAfter.parse(url.searchParams.get('after') ?? undefined);
  return {
    ...(await listQuestions(locals.app, locals.actor, after)),
    meta: { title: translator(locals.language)('work.area.questions'), noindex: true },
  };
};
