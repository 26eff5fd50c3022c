import { answersCsv } from '#features/questionnaires/server/results.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = async ({ locals, params }) => {
  const csv = await answersCsv(locals.app, locals.actor, params.questionnaire, locals.language);
  return new Response(`\u{FEFF}${csv}`, {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': 'attachment; filename="pop-answers.csv"',
      'cache-control': 'no-store',
    },
  });
};
