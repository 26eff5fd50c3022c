import { tableJsonLd } from '#features/forums/structured-data.ts';
import { showAnswerTable } from '#features/forums/server/public.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const t = translator(locals.language);
  const table = await showAnswerTable(locals.app, params.key);
  const title = t('forum.table-title', { municipality: table.forum.municipalityName });
  return {
    table,
    title,
    meta: {
      title,
      description: t('forum.description', { municipality: table.forum.municipalityName }),
      jsonLd: tableJsonLd(table, {
        title,
        language: locals.language,
        publicUrl: locals.app.config.publicUrl,
      }),
    },
  };
};
