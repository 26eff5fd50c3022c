import { redirect } from '@sveltejs/kit';
import { itemForm } from '#features/library/schema.ts';
import { changeItem, fieldsOfItem, getShelfItem, withdrawItem } from '#features/library/server/shelf.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const item = await getShelfItem(locals.app.db, locals.actor, params.id);
  return {
    item,
    state: { fields: fieldsOfItem(item), faults: [] },
    isAdded: url.searchParams.get('done') === 'added',
    meta: { title: `${item.title}, ${translator(locals.language)('library.shelves')}`, noindex: true },
  };
};

async function withdraw({ locals, params }: RequestEvent, isBack: boolean): Promise<never> {
  await withdrawItem(locals.app, locals.actor, params.id, isBack);
  redirect(303, `/${locals.language}/work/library/shelf/${params.id}`);
}

export const actions: Actions = {
  save: ({ locals, params, request }) =>
    runForm(
      request,
      itemForm,
      (command) => changeItem(locals.app, locals.actor, params.id, command),
      ({ key }) => redirect(303, `/${locals.language}/library/items/${key}`),
      () => getShelfItem(locals.app.db, locals.actor, params.id),
    ),
  withdraw: (event) => withdraw(event, false),
  back: (event) => withdraw(event, true),
};
