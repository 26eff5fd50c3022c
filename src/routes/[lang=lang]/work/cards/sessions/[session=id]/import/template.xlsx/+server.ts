import { cardTemplate } from '#features/cards/server/import.ts';
import { xlsxResponse } from '#server/spreadsheet/xlsx-response.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = async ({ locals, params }) => {
  const file = await cardTemplate(locals.app, locals.actor, params.session, locals.language);
  return xlsxResponse(file, `pop-cards-${locals.language}`);
};
