import { exportItem, isExportFormat } from '#features/library/server/exports.ts';
import { notFound } from '#server/errors.ts';
import type { RequestHandler } from './$types.js';

/** What stands on the shelf, for reference managers: cite.bib, cite.ris. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const [name, format = ''] = params.file.split('.');
  if (name !== 'cite' || !isExportFormat(format)) throw notFound(`item file ${params.file}`);
  const key = `${params.organisation}/${params.item}`;
  const { mediaType, text } = await exportItem(locals.app, locals.language, key, format);
  return new Response(text, { headers: { 'content-type': mediaType } });
};
