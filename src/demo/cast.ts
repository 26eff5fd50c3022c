import type { Actor } from '#features/accounts/actor.ts';
import type { Role } from '#features/accounts/role.ts';
import { actorOf } from '#features/accounts/server/actor.ts';
import { addUser, findScope } from '#features/accounts/server/operator.ts';
import type { App } from '#server/app.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { appOn } from './clock.ts';
import type { Members } from './stage.ts';
import type { MonitoringTeam } from './steps/monitoring/team.ts';

interface Person {
  email: string;
  name: string;
}

// The demonstration's own accounts (accounts/server/demo-accounts.ts) did its work, so that each finds what is theirs.
const facilitator = { email: 'facilitatore@demo.example', name: 'Mira Facilitatorja' };
const editor = { email: 'redaktore@demo.example', name: 'Teuta Redaktorja' };
const secondEditor = { email: 'redaktor.dyte@demo.example', name: 'Gent Redaktori' };
const monitor = { email: 'monitor@demo.example', name: 'Luan Monitoruesi' };
const coder = { email: 'kodues@demo.example', name: 'Arben Koduesi' };
const otherCoder = { email: 'koduese.kripale@demo.example', name: 'Sonila Koduesja' };
const contact = { email: 'bashkia@demo.example', name: 'Besnik Bashkiaku' };
const coordinator = { email: 'koordinatore@demo.example', name: 'Vjosa Koordinatorja' };

export interface Cast {
  coordinator: Actor;
  /** Of the municipality that goes the whole way. */
  ullimare: Members;
  /** Of the one that is left half-way: the same two people work there for another organisation. */
  kreshmire: Members;
  /** Who monitors in both. */
  team: MonitoringTeam;
}

const olives = 'ullinjte-e-paqes';
const own = [olives, 'shoqata-zeri-i-bjeshkes'];

/** Who did the work, with the roles that it took. */
export async function makeCast(app: App): Promise<Cast> {
  const ullimare = await makeMembers(app, 'ullimare', 'ullinjte-e-paqes');
  const kreshmire = await makeMembers(app, 'kreshmire', 'shoqata-zeri-i-bjeshkes');
  const team = await makeTeam(app, ullimare);
  return { coordinator: await give(app, coordinator, 'coordinator'), ullimare, kreshmire, team };
}

async function makeTeam(app: App, { municipalityId }: Members): Promise<MonitoringTeam> {
  const organisations = new Map<string, string>();
  for (const key of [...own, 'kripa-dhe-era']) organisations.set(key, idOf('organisation', key));
  const giveIn = async (person: Person, role: Role, keys: readonly string[]) => {
    const given = [];
    for (const key of keys) given.push(await give(app, person, role, organisations.get(key) ?? null));
    const last = given.at(-1);
    if (!last) throw new Error(`${person.email} works nowhere`);
    return last;
  };
  return {
    monitor: await giveIn(monitor, 'monitor', [olives]),
    coder: await giveIn(coder, 'monitor', own),
    otherCoder: await giveIn(otherCoder, 'monitor', ['kripa-dhe-era']),
    secondEditor: await giveIn(secondEditor, 'editor', own),
    contact: await give(app, contact, 'municipality-contact', null, municipalityId),
  };
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

/** Before the first thing that they did: the round of 2024–2025 was opened for Ullimarë in autumn 2025. */
const workingSince = '2025-09-01';

/** Who writes for a member that has no part in the half-cycle. */
export function editorFor(app: App, key: string, organisationId: string): Promise<Actor> {
  const name = key === olives || key === own[1] ? editor : { email: `${key}@demo.example`, name: 'Redaksia' };
  return give(app, name, 'editor', organisationId);
}

async function give(
  app: App,
  person: Person,
  role: Role,
  organisationId: string | null = null,
  municipalityId: string | null = null,
): Promise<Actor> {
  const user = { ...person, language: 'sq', password: undefined } as const;
  const given = { role, organisationId, municipalityId };
  const before = appOn(app, workingSince);
  const { accountId } = await addUser(before, { ...user, role: given });
  return actorOf(app, accountId, true);
}
