import { randomUUID } from 'node:crypto';
import type { Insertable } from 'kysely';
import type { Actor } from '#features/accounts/actor.ts';
import type { Role } from '#features/accounts/role.ts';
import type { Db } from '#server/database/db.ts';
import type { DB } from '#server/database/types.ts';
import {
  addAccount,
  addGrant,
  addMandate,
  addMembership,
  addMunicipalities,
  addOrganisation,
} from './factories.ts';

type Given<Table extends keyof DB> = Partial<Insertable<DB[Table]>>;

/** A municipality with a mandate and an organisation that works in it. */
export async function addListeningPlace(db: Db, name = 'Fier') {
  const [municipality] = await addMunicipalities(db, [{ name }]);
  if (!municipality) throw new Error('one was asked for');
  const mandate = await addMandate(db);
  const organisation = await addOrganisation(db);
  await addMembership(db, { organisation_id: organisation.id, municipality_id: municipality.id });
  const unit = {
    id: randomUUID(),
    key: `${municipality.key}-unit`,
    municipality_id: municipality.id,
    name: 'Çakran',
  };
  await db.insertInto('administrative_unit').values(unit).execute();
  return { municipality, mandate, organisation, unit };
}
export type ListeningPlace = Awaited<ReturnType<typeof addListeningPlace>>;

/** An account that holds a role for the place's organisation, or for the network. */
export async function addWorker(
  db: Db,
  place: ListeningPlace,
  role: Role,
): Promise<Extract<Actor, { kind: 'account' }>> {
  const { id } = await addAccount(db);
  const ofOrganisation = {
    kind: 'organisation',
    organisationId: place.organisation.id,
    municipalityIds: [place.municipality.id],
  } as const;
  const scope =
    role === 'coordinator' || role === 'administrator'
      ? ({ kind: 'network' } as const)
      : role === 'municipality-contact'
        ? ({ kind: 'municipality', municipalityId: place.municipality.id } as const)
        : ofOrganisation;
  await addGrant(db, {
    account_id: id,
    role,
    ...(scope.kind === 'organisation' ? { organisation_id: scope.organisationId } : {}),
    ...(scope.kind === 'municipality' ? { municipality_id: scope.municipalityId } : {}),
  });
  return { kind: 'account', id, grants: [{ role, scope }], awaitsSecondFactor: false };
}

/** A session, planned unless it says otherwise. */
export async function addListeningSession(
  db: Db,
  place: ListeningPlace,
  given: Given<'listening_session'> = {},
) {
  const row = {
    id: randomUUID(),
    municipality_id: place.municipality.id,
    mandate_id: place.mandate.id,
    organisation_id: place.organisation.id,
    kind: 'focus-group' as const,
    held_on: '2026-03-12',
    ...(given.state === 'held' || given.state === 'published'
      ? { channel: 'on-site' as const, participants: 12 }
      : {}),
    ...given,
  };
  await db.insertInto('listening_session').values(row).execute();
  return row;
}

/** Needs of one session, in order. */
export async function addVoicedNeeds(
  db: Db,
  session: { id: string; municipality_id: string; mandate_id: string },
  given: readonly Given<'voiced_need'>[],
) {
  const rows = given.map((one, index) => ({
    id: randomUUID(),
    municipality_id: session.municipality_id,
    mandate_id: session.mandate_id,
    session_id: session.id,
    position: index + 1,
    statement: `Nevoja ${index + 1}`,
    ...one,
  }));
  if (rows.length > 0) await db.insertInto('voiced_need').values(rows).execute();
  return rows;
}
