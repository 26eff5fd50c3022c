import { catalogueFilter } from '#features/library/schema.ts';
import { exportList, isExportFormat } from '#features/library/server/exports.ts';
import { writeOpds } from '#features/library/server/opds-feed.ts';
import { queryOf } from '#i18n/query.ts';
import { notFound } from '#server/errors.ts';
import type { RequestHandler } from './$types.js';

/** What a search of the library gives, for other programs: works.bib, works.ris, opds.json. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { app, language } = locals;
  const filter = catalogueFilter.parse(queryOf(url.searchParams));
  if (params.file === 'opds.json')
    return new Response(await writeOpds(app, language, filter), {
      headers: { 'content-type': 'application/opds+json; charset=utf-8' },
    });
  const [name, format = ''] = params.file.split('.');
  if (name !== 'works' || !isExportFormat(format)) throw notFound(`library ${params.file}`);
  const { mediaType, text } = await exportList(app, language, { ...filter, after: undefined }, format);
  return new Response(text, { headers: { 'content-type': mediaType } });
};
