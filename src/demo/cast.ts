import type { Actor } from '#features/accounts/actor.ts';
import type { Role } from '#features/accounts/role.ts';
import { actorOf } from '#features/accounts/server/actor.ts';
import { addUser, findScope } from '#features/accounts/server/operator.ts';
import type { App } from '#server/app.ts';
import type { Members } from './stage.ts';

// The demonstration's own accounts (accounts/server/demo-accounts.ts) did its work, so that each finds what is theirs.
const facilitator = { email: 'facilitatore@demo.example', name: 'Mira Facilitatorja' };
const editor = { email: 'redaktore@demo.example', name: 'Teuta Redaktorja' };
const coordinator = { email: 'koordinatore@demo.example', name: 'Vjosa Koordinatorja' };

export interface Cast {
  coordinator: Actor;
  /** Of the municipality that goes the whole way. */
  ullimare: Members;
  /** Of the one that is left half-way: the same two people work there for another organisation. */
  kreshmire: Members;
}

/** Who did the work, with the roles that it took. */
export async function makeCast(app: App): Promise<Cast> {
  const ullimare = await makeMembers(app, 'ullimare', 'ullinjte-e-paqes');
  const kreshmire = await makeMembers(app, 'kreshmire', 'shoqata-zeri-i-bjeshkes');
  return { coordinator: await give(app, coordinator, 'coordinator'), ullimare, kreshmire };
}

async function makeMembers(app: App, municipality: string, organisation: string): Promise<Members> {
  const scope = await findScope(app, { municipality, organisation });
  if (scope.kind !== 'found' || scope.municipalityId === null || scope.organisationId === null) {
    throw new Error(`the invented network lacks ${organisation} in ${municipality}`);
  }
  const { municipalityId, organisationId } = scope;
  return {
    municipalityId,
    municipality,
    organisationId,
    facilitator: await give(app, facilitator, 'facilitator', organisationId),
    editor: await give(app, editor, 'editor', organisationId),
  };
}

async function give(
  app: App,
  person: { email: string; name: string },
  role: Role,
  organisationId: string | null = null,
): Promise<Actor> {
  const user = { ...person, language: 'sq', password: undefined } as const;
  const given = { role, organisationId, municipalityId: null };
  const { accountId } = await addUser(app, { ...user, role: given });
  return actorOf(app, accountId, true);
}
