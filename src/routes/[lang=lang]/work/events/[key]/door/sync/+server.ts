import { json } from '@sveltejs/kit';
import { doorSync } from '#features/registration/schema.ts';
import { enterDoor, partsForDevice, syncDoor } from '#features/registration/server/door.ts';
import { DomainError } from '#server/errors.ts';
import type { RequestHandler } from './$types.js';

async function bodyOf(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    return undefined;
  }
}

/** Takes what a device did at the door, and tells how it stands now, where that is not what the device knows. */
export const POST: RequestHandler = async ({ locals, params, request }) => {
  const { app, actor } = locals;
  // The policy before the parcel: who may not is told nothing about what it should hold.
  await enterDoor(app, actor, params.key);
  const parsed = doorSync.safeParse(await bodyOf(request));
  if (!parsed.success) throw new DomainError('bad-request', 'acts at the door');
  const results = await syncDoor(app, actor, params.key, parsed.data);
  const list = await partsForDevice(app, actor, params.key, parsed.data.marks);
  return json({ results, ...list }, { headers: { 'cache-control': 'private, no-store' } });
};
