import { showImport, writeReport } from '#features/articles/server/wordpress/report.ts';
import type { RequestHandler } from './$types.js';

/** What became of each thing of an import, for a spreadsheet. */
export const GET: RequestHandler = async ({ locals, params }) => {
  await showImport(locals.app, locals.actor, params.run, 0);
  const lines = writeReport(locals.app, params.run, locals.language);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await lines.next();
      if (done === true) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="import.csv"',
      'cache-control': 'private, no-store',
    },
  });
};
