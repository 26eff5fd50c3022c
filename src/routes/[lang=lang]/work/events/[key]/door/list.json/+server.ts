import { json } from '@sveltejs/kit';
import { showDoor } from '#features/registration/server/door.ts';
import type { RequestHandler } from './$types.js';

/** Who is expected and who is there, for the script of the door's page. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { people, walkIns } = await showDoor(locals.app, locals.actor, params.key);
  return json({ people, walkIns }, { headers: { 'cache-control': 'private, no-store' } });
};
