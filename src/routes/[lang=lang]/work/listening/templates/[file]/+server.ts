import { needColumns, participantColumns } from '#features/listening/server/import-columns.ts';
import { municipalitiesRead } from '#features/listening/policy.ts';
import { notFound } from '#server/errors.ts';
import { writeCsvTemplate, writeTemplate } from '#server/spreadsheet/write-sheet.ts';
import type { RequestHandler } from './$types.js';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** An empty spreadsheet to fill in: needs.xlsx, needs.csv, participants.xlsx, participants.csv. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const [, kind, format] = /^(needs|participants)\.(xlsx|csv)$/.exec(params.file) ?? [];
  if (kind === undefined || municipalitiesRead(locals.actor).length === 0) throw notFound(params.file);
  const columns = kind === 'needs' ? needColumns : participantColumns;
  const body =
    format === 'xlsx'
      ? new Uint8Array(await writeTemplate(columns, locals.language))
      : writeCsvTemplate(columns, locals.language);
  return new Response(body, {
    headers: {
      'content-type': format === 'xlsx' ? xlsx : 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${params.file}"`,
      'cache-control': 'private, no-store',
    },
  });
};
