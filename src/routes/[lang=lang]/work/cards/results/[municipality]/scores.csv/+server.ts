import { resultsWanted } from '#features/cards/schema.ts';
import { resultsCsv } from '#features/cards/server/csv.ts';
import { formatsFor } from '#i18n/format.ts';
import { translator } from '#i18n/translate.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { app, actor, language } = locals;
  const wanted = resultsWanted.parse(Object.fromEntries(url.searchParams));
  const words = { language, t: translator(language), formats: formatsFor(language) };
  const csv = await resultsCsv(app, actor, params.municipality, wanted, words);
  return new Response(`\u{FEFF}${csv}`, {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': 'attachment; filename="pop-card-scores.csv"',
      'cache-control': 'no-store',
    },
  });
};
