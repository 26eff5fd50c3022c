import { doorCookie } from '#features/registration/door-cookie.ts';
import { workGroups } from '#features/work/nav.ts';
import type { LayoutServerLoad } from './$types.js';

export const load: LayoutServerLoad = ({ locals, cookies }) => ({
  groups: workGroups(locals.actor),
  awaitsSecondFactor: locals.actor.kind === 'account' && locals.actor.awaitsSecondFactor,
  wasAtDoor: cookies.get(doorCookie) !== undefined,
});
