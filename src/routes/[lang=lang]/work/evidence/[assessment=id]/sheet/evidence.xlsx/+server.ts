import { exportItems } from '#features/evidence/server/sheet/export-items.ts';
import { xlsxResponse } from '#server/spreadsheet/xlsx-response.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { app, actor, language } = locals;
  const what = url.searchParams.has('empty') ? 'template' : 'items';
  const file = await exportItems(app, actor, params.assessment, { language, what });
  return xlsxResponse(file, `evidence-${language}`);
};
