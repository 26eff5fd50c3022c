import { floorQuery } from '#features/floor/notes.ts';
import { viewFloor } from '#features/floor/server/view.ts';
import { queryOf } from '#i18n/query.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url, setHeaders }) => {
  const floor = await viewFloor(locals.app, params.key);
  const { at } = floorQuery.parse(queryOf(url.searchParams));
  if (at !== floor.mark) setHeaders({ 'cache-control': 'no-store' });
  const { language, app } = locals;
  return {
    floor,
    address: new URL(`/${language}/events/${params.key}/floor`, app.config.publicUrl).href,
    meta: { title: translator(language)('floor.screen'), noindex: true },
  };
};
