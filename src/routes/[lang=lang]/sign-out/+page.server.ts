import { redirect } from '@sveltejs/kit';
import { leave } from '#features/accounts/server/entry.ts';
import type { Actions, PageServerLoad } from './$types.js';

// Signing out is a form, so that no picture on another site does it.
export const load: PageServerLoad = ({ locals }) => redirect(303, `/${locals.language}`);

export const actions: Actions = {
  default: async (event) => {
    await leave(event);
    redirect(303, `/${event.locals.language}`);
  },
};
