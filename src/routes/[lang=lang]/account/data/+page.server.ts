import { signedIn } from '#features/accounts/server/entry.ts';
import { readMyData } from '#features/accounts/server/my-data.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => ({
  mine: await readMyData(locals.app, signedIn(locals).account.id),
  meta: { title: translator(locals.language)('accounts.my-data'), noindex: true },
});
