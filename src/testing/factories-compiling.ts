import { randomUUID } from 'node:crypto';
import type { Insertable } from 'kysely';
import type { Actor } from '#features/accounts/actor.ts';
import type { Role } from '#features/accounts/role.ts';
import type { Db } from '#server/database/db.ts';
import type { DB } from '#server/database/types.ts';
import { addAccount, addMandate, addMunicipalities, addOrganisation } from './factories.ts';

/** A municipality with a mandate, an organisation, and people who compile: an empty board. */
export async function addBoard(db: Db) {
  const [place] = await addMunicipalities(db, [{ name: 'Fier' }]);
  if (!place) throw new Error('a municipality was added');
  const mandate = await addMandate(db, { starts: '2027', ends: '2031' });
  const organisation = await addOrganisation(db);
  const keys = { municipality: place.key, mandate: mandate.key };
  const ids = { municipalityId: place.id, mandateId: mandate.id };
  return { ...ids, keys, organisationId: organisation.id };
}

export type TestBoard = Awaited<ReturnType<typeof addBoard>>;

/** Someone with a role of the board's organisation, which reaches its municipality. */
export async function addCompiler(
  db: Db,
  board: TestBoard,
  { name = 'Arta', role = 'editor' }: { name?: string; role?: Role } = {},
): Promise<Actor & { kind: 'account' }> {
  const account = await addAccount(db, { name });
  const { organisationId, municipalityId } = board;
  const scope = { kind: 'organisation', organisationId, municipalityIds: [municipalityId] } as const;
  return { kind: 'account', id: account.id, grants: [{ role, scope }], awaitsSecondFactor: false };
}

export async function addSession(
  db: Db,
  board: Omit<TestBoard, 'keys'>,
  given: Partial<Insertable<DB['listening_session']>> = {},
) {
  const row = {
    id: randomUUID(),
    municipality_id: board.municipalityId,
    mandate_id: board.mandateId,
    organisation_id: board.organisationId,
    kind: 'community-meeting' as const,
    held_on: '2027-03-12',
    ...given,
  };
  await db.insertInto('listening_session').values(row).execute();
  return row;
}

/** Needs of one session (or of none) in the order given; gives their ids. */
export async function addVoicedNeeds(
  db: Db,
  board: TestBoard,
  given: readonly (Partial<Insertable<DB['voiced_need']>> & { statement: string })[],
): Promise<string[]> {
  const rows = given.map((one, index) => ({
    id: randomUUID(),
    municipality_id: board.municipalityId,
    mandate_id: board.mandateId,
    position: index + 1,
    ...one,
  }));
  await db.insertInto('voiced_need').values(rows).execute();
  return rows.map(({ id }) => id);
}
