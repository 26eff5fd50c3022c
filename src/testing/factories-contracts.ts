import { randomUUID } from 'node:crypto';
import type { Insertable } from 'kysely';
import type { Db } from '#server/database/db.ts';
import type { DB } from '#server/database/types.ts';
import { addContracts } from './factories.ts';

type Given = Pick<Insertable<DB['contract_draft']>, 'municipality_id' | 'mandate_id' | 'organisation_id'>;

/** A contract draft that waits for approval, with the version that was handed in. */
export async function addSubmittedDraft(db: Db, given: Given) {
  const id = randomUUID();
  await db
    .insertInto('contract_draft')
    .values({ id, ...given })
    .execute();
  const version = { draft_id: id, number: 1, body: '{}', sha256: '0'.repeat(64), made_at: new Date() };
  await db.insertInto('contract_version').values(version).execute();
  await db
    .updateTable('contract_draft')
    .set({ state: 'submitted', version_number: 1 })
    .where('id', '=', id)
    .execute();
  return { id };
}

/** A contract draft that has become a contract of the record. */
export async function addFrozenDraft(db: Db, given: Given) {
  const { id } = await addSubmittedDraft(db, given);
  const { municipality_id, mandate_id } = given;
  const [contract] = await addContracts(db, [{ municipality_id, mandate_id }]);
  await db
    .updateTable('contract_draft')
    .set({ state: 'frozen', contract_id: contract?.id ?? null })
    .where('id', '=', id)
    .execute();
  return { id };
}
