import { roles, type Role } from '#features/accounts/role.ts';
import type { App } from '#server/app.ts';
import { addAccount, addGrant, addMembership, addOrganisation } from '#testing/factories.ts';
import { signIn } from '#testing/sign-in.ts';

/** Where someone's role holds: in the municipality that is asked about, in another one, or in the whole network. */
export interface Person {
  kind: 'nobody' | 'resident' | Role;
  place: 'own' | 'other' | 'network';
  cookie: string | undefined;
}

export function columnOf({ kind, place }: Person): string {
  return place === 'other' ? `${kind} elsewhere` : kind;
}

const ofOrganisation: ReadonlySet<Role> = new Set(['facilitator', 'monitor', 'editor']);
const ofNetwork: ReadonlySet<Role> = new Set(['coordinator', 'administrator']);

/**
 * One person of each kind, and those whose role is bound to a place once more from another municipality; all signed in.
 * @param places those of `own` are of one organisation; the first is the municipality contact's
 */
export async function makePeople(
  app: App,
  places: { own: readonly [string, ...string[]]; other: string },
): Promise<Person[]> {
  const here = await addMember(app, places.own);
  const elsewhere = await addMember(app, [places.other]);
  const people: Person[] = [
    { kind: 'nobody', place: 'network', cookie: undefined },
    await make(app, 'resident', 'network'),
  ];
  for (const role of roles) {
    if (ofNetwork.has(role)) people.push(await make(app, role, 'network', {}));
    for (const place of ofNetwork.has(role) ? [] : (['own', 'other'] as const)) {
      const organisation_id = place === 'own' ? here : elsewhere;
      const municipality_id = place === 'own' ? places.own[0] : places.other;
      people.push(
        await make(app, role, place, ofOrganisation.has(role) ? { organisation_id } : { municipality_id }),
      );
    }
  }
  return people;
}

async function addMember(app: App, municipalityIds: readonly string[]): Promise<string> {
  const { id } = await addOrganisation(app.db);
  for (const municipality_id of municipalityIds) {
    await addMembership(app.db, { organisation_id: id, municipality_id });
  }
  return id;
}

async function make(
  app: App,
  kind: 'resident' | Role,
  place: Person['place'],
  scope: { organisation_id?: string; municipality_id?: string } = {},
): Promise<Person> {
  const account = await addAccount(app.db, { name: `${kind} ${place}` });
  if (kind !== 'resident') await addGrant(app.db, { account_id: account.id, role: kind, ...scope });
  return { kind, place, cookie: await signIn(app, account.id) };
}
