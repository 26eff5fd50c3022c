import { redirect } from '@sveltejs/kit';
import { linkRequestSchema } from '#features/accounts/schema.ts';
import { secondsForAddress } from '#features/accounts/server/entry.ts';
import { askForLink } from '#features/accounts/server/link-request.ts';
import { refuse, rest } from '#features/accounts/server/refuse.ts';
import { parseForm } from '#forms/parse-form.ts';
import { translator } from '#i18n/translate.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = ({ locals, url }) => ({
  isSent: url.searchParams.has('sent'),
  meta: { title: translator(locals.language)('accounts.link.title'), noindex: true },
});

export const actions: Actions = {
  default: async (event) => {
    const parsed = parseForm(linkRequestSchema, await event.request.formData());
    if (parsed.kind === 'refused') return refuse(parsed.state.fields, ...parsed.state.faults);
    const { fields, command } = parsed;
    const { app, language } = event.locals;
    const seconds =
      (await secondsForAddress(event.locals, event.getClientAddress())) ||
      (await askForLink(app, { ...command, name: null, language }));
    if (seconds > 0) return rest(event, fields, 'email', seconds);
    redirect(303, '?sent=1');
  },
};
