import { redirect } from '@sveltejs/kit';
import { leave } from '#features/accounts/server/entry.ts';
import { doorCookie } from '#features/registration/door-cookie.ts';
import type { Actions, PageServerLoad } from './$types.js';

// Signing out is a form, so that no picture on another site does it.
export const load: PageServerLoad = ({ locals }) => redirect(303, `/${locals.language}`);

export const actions: Actions = {
  default: async (event) => {
    await leave(event);
    if (event.cookies.get(doorCookie) !== undefined) {
      // Names that the door keeps for a time without a network go with the session, whether or not its script runs.
      event.setHeaders({ 'clear-site-data': '"storage"' });
      event.cookies.delete(doorCookie, { path: '/' });
    }
    redirect(303, `/${event.locals.language}`);
  },
};
