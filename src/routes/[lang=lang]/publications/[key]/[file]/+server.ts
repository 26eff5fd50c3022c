import { exportPublication, isExportFormat } from '#features/library/server/exports.ts';
import { notFound } from '#server/errors.ts';
import type { RequestHandler } from './$types.js';

/** The publication for reference managers: cite.bib, cite.ris. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const [name, format = ''] = params.file.split('.');
  if (name !== 'cite' || !isExportFormat(format)) throw notFound(`publication file ${params.file}`);
  const { mediaType, text } = await exportPublication(locals.app, locals.language, params.key, format);
  return new Response(text, { headers: { 'content-type': mediaType } });
};
