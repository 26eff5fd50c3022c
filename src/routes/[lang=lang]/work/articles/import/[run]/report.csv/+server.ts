import { Readable } from 'node:stream';
import { showImport, writeReport } from '#features/articles/server/wordpress/report.ts';
import type { RequestHandler } from './$types.js';

/** What became of each thing of an import, for a spreadsheet. */
export const GET: RequestHandler = async ({ locals, params }) => {
  await showImport(locals.app, locals.actor, params.run, 0);
  const lines = writeReport(locals.app, params.run, locals.language);
  return new Response(
    ReadableStream.from(Readable.from(lines).map((line: string) => new TextEncoder().encode(line))),
    {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="import.csv"',
        'cache-control': 'private, no-store',
      },
    },
  );
};
