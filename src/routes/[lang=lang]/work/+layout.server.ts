import { workGroups } from '#features/work/nav.ts';
import type { LayoutServerLoad } from './$types.js';

export const load: LayoutServerLoad = ({ locals }) => ({
  groups: workGroups(locals.actor),
  awaitsSecondFactor: locals.actor.kind === 'account' && locals.actor.awaitsSecondFactor,
});
