import { asOfParameter, nameAsOf } from '#features/monitoring/as-of.ts';
import { comparisonFilter } from '#features/monitoring/schema.ts';
import { dueCsv, spreadCsv } from '#features/monitoring/server/compare-csv.ts';
import { asOfAsked } from '#features/monitoring/server/as-of.ts';
import { refuseDay } from '#features/monitoring/server/as-of-file.ts';
import { showComparison } from '#features/monitoring/server/compare-page.ts';
import { queryOf } from '#i18n/query.ts';
import { notFound } from '#server/errors.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = async ({ locals, params, url }) => {
  const write = params.file === 'spread.csv' ? spreadCsv : params.file === 'due.csv' ? dueCsv : undefined;
  if (!write) throw notFound(`file ${params.file}`);
  const asOf = await asOfAsked(locals.app, url.searchParams.get(asOfParameter));
  if (asOf.fault !== null) return refuseDay(asOf.fault, locals.language, locals.requestId);
  const { round } = comparisonFilter.parse(queryOf(url.searchParams));
  const page = await showComparison(locals.app, params.key, round, asOf);
  return new Response(write(page, locals.language), {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="${nameAsOf(`pop-${page.municipality.key}-${params.file}`, asOf.day)}"`,
    },
  });
};
