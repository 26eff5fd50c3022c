import { randomUUID } from 'node:crypto';
import type { Actor } from '#features/accounts/actor.ts';
import type { Role } from '#features/accounts/role.ts';
import type { Insertable } from 'kysely';
import type { Db } from '#server/database/db.ts';
import type { DB } from '#server/database/types.ts';
import {
  addAccount,
  addField,
  addMandate,
  addMembership,
  addMunicipalities,
  addOrganisation,
} from './factories.ts';

/** Someone who holds one role: for an organisation in some municipalities, or for the network. */
export async function addActor(
  db: Db,
  role: Role,
  at?: { organisationId: string; municipalityIds: string[] },
): Promise<Extract<Actor, { kind: 'account' }>> {
  const { id } = await addAccount(db);
  const scope = at ? ({ kind: 'organisation', ...at } as const) : ({ kind: 'network' } as const);
  return { kind: 'account', id, grants: [{ role, scope }], awaitsSecondFactor: false };
}

/** A municipality with a member organisation, a mandate and two units: where sessions are held. */
export async function addListeningPlace(db: Db, name = 'Gurëz') {
  const [municipality] = await addMunicipalities(db, [{ name }]);
  if (!municipality) throw new Error('a municipality was asked for');
  const organisation = await addOrganisation(db);
  await addMembership(db, { organisation_id: organisation.id, municipality_id: municipality.id });
  const mandate = await addMandate(db);
  const units = ['veri', 'jug'].map((unit) => ({
    id: randomUUID(),
    key: `${municipality.key}/${unit}`,
    municipality_id: municipality.id,
    name: unit,
  }));
  await db.insertInto('administrative_unit').values(units).execute();
  const [north, south] = units;
  if (!north || !south) throw new Error('two units were asked for');
  const at = { organisationId: organisation.id, municipalityIds: [municipality.id] };
  return { municipality, organisation, mandate, north, south, at };
}

type Place = Awaited<ReturnType<typeof addListeningPlace>>;

export async function addSession(
  db: Db,
  { municipality, mandate, organisation }: Place,
  given: Partial<Insertable<DB['listening_session']>> = {},
) {
  const row = {
    id: randomUUID(),
    municipality_id: municipality.id,
    mandate_id: mandate.id,
    organisation_id: organisation.id,
    kind: 'focus-group' as const,
    held_on: '2026-11-02',
    ...given,
  };
  await db.insertInto('listening_session').values(row).execute();
  return row;
}

/** An edition of a card with some issues, scored from 1 to 5. */
export async function addCardForm(db: Db, issues = 4, given: Partial<Insertable<DB['card_form']>> = {}) {
  const field = await addField(db);
  const row = {
    id: randomUUID(),
    key: `card-${randomUUID().slice(0, 8)}`,
    edition: 1,
    name: JSON.stringify({ sq: 'Karta', en: 'Card' }),
    scale_labels: '{}',
    scale_least: 1,
    scale_most: 5,
    valid_from: '2026-01-01',
    ...given,
  };
  await db.insertInto('card_form').values(row).execute();
  await db
    .insertInto('card_issue')
    .values(
      Array.from({ length: issues }, (_, index) => ({
        form_id: row.id,
        position: index + 1,
        field_id: field.id,
        statement: JSON.stringify({ sq: `Çështja ${index + 1}`, en: `Issue ${index + 1}` }),
      })),
    )
    .execute();
  return row;
}
