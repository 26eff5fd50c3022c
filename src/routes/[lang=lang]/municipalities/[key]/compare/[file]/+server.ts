import { comparisonFilter } from '#features/monitoring/schema.ts';
import { dueCsv, spreadCsv } from '#features/monitoring/server/compare-csv.ts';
import { showComparison } from '#features/monitoring/server/compare-page.ts';
import { queryOf } from '#i18n/query.ts';
import { notFound } from '#server/errors.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = async ({ locals, params, url }) => {
  const write = params.file === 'spread.csv' ? spreadCsv : params.file === 'due.csv' ? dueCsv : undefined;
  if (!write) throw notFound(`file ${params.file}`);
  const { round } = comparisonFilter.parse(queryOf(url.searchParams));
  const page = await showComparison(locals.app, params.key, round);
  return new Response(write(page, locals.language), {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="pop-${page.municipality.key}-${params.file}"`,
    },
  });
};
