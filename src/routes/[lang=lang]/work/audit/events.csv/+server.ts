import { auditFilter } from '#features/audit/schema.ts';
import { streamAuditCsv } from '#features/audit/server/csv.ts';
import { queryOf } from '#i18n/query.ts';
import { translator } from '#i18n/translate.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = async ({ locals, url }) => {
  const filter = auditFilter.parse(queryOf(url.searchParams));
  const body = await streamAuditCsv(locals.app, locals.actor, filter, translator(locals.language));
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': 'attachment; filename="pop-audit.csv"',
      'cache-control': 'no-store',
    },
  });
};
