import { organisationsIn, type Actor } from '#features/accounts/actor.ts';
import { pickText } from '#i18n/languages.ts';
import type { Db } from '#server/database/db.ts';

/** Who publishes what an editor records: their member organisation; the network where a coordinator does. */
export async function publisherOf(db: Db, actor: Actor, municipalityId: string): Promise<string> {
  const [id] = organisationsIn(actor, municipalityId, 'editor');
  if (id === undefined) return 'POP';
  const row = await db.selectFrom('organisation').select('name').where('id', '=', id).executeTakeFirst();
  return pickText(row?.name, 'sq') || 'POP';
}
