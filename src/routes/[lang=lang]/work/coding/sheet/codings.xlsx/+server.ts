import { exportCodings } from '#features/coding/server/sheet/export-codings.ts';
import { xlsxResponse } from '#server/spreadsheet/xlsx-response.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = async ({ locals }) => {
  const file = await exportCodings(locals.app, locals.actor, locals.language);
  return xlsxResponse(file, `codings-${locals.language}`);
};
