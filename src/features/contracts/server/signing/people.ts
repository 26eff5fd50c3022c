import type { Tx } from '#server/database/db.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { slugOf } from '#server/datapackage/slug.ts';
import { readPossibleSignatories, type HeldContract } from './signing-store.ts';

/**
 * The person whom a form names: one chosen, or one typed, who is added to the record where nobody of that name has to do
 * with this contract yet.
 * @returns undefined where the one chosen isn't there
 */
export async function personOf(
  tx: Tx,
  contract: HeldContract,
  given: { person: string | null; name: string },
): Promise<{ id: string; key: string; isNew: boolean } | undefined> {
  const known = await readPossibleSignatories(tx, contract);
  if (given.person !== null) {
    const chosen = known.find(({ id }) => id === given.person);
    return chosen && { id: chosen.id, key: chosen.key, isNew: false };
  }
  const same = known.find(({ name }) => name.toLowerCase() === given.name.toLowerCase());
  if (same) return { id: same.id, key: same.key, isNew: false };
  // Another person of that name stands elsewhere in the record: this one is told apart by the municipality.
  const base = slugOf(given.name) || 'person';
  for (const key of [base, `${base}-${contract.municipalityKey}`, `${base}-${contract.key}`]) {
    const id = idOf('person', key);
    const added = await tx
      .insertInto('person')
      .values({ id, key, name: given.name })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (added) return { id, key, isNew: true };
  }
  return undefined;
}
