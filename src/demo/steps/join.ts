import type { Actor } from '#features/accounts/actor.ts';
import { acceptForm, applicationForm } from '#features/joining/schema.ts';
import { acceptApplication } from '#features/joining/server/accepting.ts';
import { apply, showApplicationForm } from '#features/joining/server/applying.ts';
import { confirmApplication } from '#features/joining/server/following.ts';
import { tokenOf } from '#features/joining/server/link.ts';
import type { App } from '#server/app.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { appOn, dayAfter } from '../clock.ts';
import { expectDone } from '../expect-done.ts';
import { demoId } from '../stage.ts';

const address = 'demo';

interface Applicant {
  key: string;
  fields: Readonly<Record<string, string>>;
}

/** Of a municipality that the network does not have yet. */
const spring: Applicant = {
  key: 'gurra-e-bardhe',
  fields: {
    place: 'Gurrëbardhë',
    placeNote: 'Bashki me një qytet të vogël dhe katër njësi administrative në luginën e sipërme.',
    nameSq: 'Shoqata “Gurra e Bardhë”',
    nameEn: 'White Spring Association',
    seat: 'Gurrëbardhë',
    founded: '2017',
    registration: 'Gjykata e Luginzës, vendimi nr. 41, 2017',
    work: 'Mbajmë takime me banorët për ujin dhe kullotat dhe ndjekim mbledhjet e këshillit bashkiak që nga viti 2019.',
    people: 'Tetë anëtarë, njëra me pagë; sekretare, arkëtar dhe dy lehtësuese takimesh.',
    interests: 'Asnjë nga ne nuk është në parti apo në administratën e bashkisë.',
    funding: 'Kuotat e anëtarëve dhe një grant i vogël nga Fondacioni “Dritarja” (2025).',
    contactName: 'Diellza Gurra',
    contactCapacity: 'kryetare',
    contactCapacityEn: 'chair',
    email: 'gurra@demo.example',
  },
};

/** Of a municipality where another member works already. */
const harbour: Applicant = {
  key: 'limani-i-ri',
  fields: {
    municipality: idOf('municipality', 'kripale'),
    nameSq: 'Qendra Rinore “Limani i Ri”',
    nameEn: 'New Harbour Youth Centre',
    seat: 'Kripalë',
    founded: '2019',
    registration: 'Gjykata e Kripalës, vendimi nr. 12, 2019',
    work: 'Me të rinjtë e portit ndjekim buxhetin e bashkisë dhe kemi mbajtur dy dëgjesa për sheshin e tregut.',
    people: 'Pesë anëtarë dhe njëzet vullnetarë; asnjë me pagë.',
    interests: 'Asnjë.',
    funding: 'Kuotat e anëtarëve.',
    contactName: 'Dallëndyshe Limani',
    contactCapacity: 'drejtuese',
    contactCapacityEn: 'director',
    email: 'limani@demo.example',
  },
};

/** Applies on a day, and confirms the address. @returns the application's id */
async function applyOn(app: App, day: string, { key, fields }: Applicant): Promise<string> {
  const { methodology } = await showApplicationForm(app);
  const once = demoId('application', key);
  const agreed = methodology ? { methodology: methodology.id, agrees: 'yes' } : {};
  const command = applicationForm.parse({ once, language: 'sq', ...fields, ...agreed });
  const then = appOn(app, day);
  expectDone('apply to join', await apply(then, command, { address }));
  const { id } = await app.db
    .selectFrom('join_application')
    .select('id')
    .where('once', '=', once)
    .executeTakeFirstOrThrow();
  const link = { token: tokenOf(app, id), address };
  expectDone('confirm the address', await confirmApplication(then, link));
  return id;
}

/** One organisation is a member since two months and on its way through the first steps; another waits for the coordination. */
export async function join(app: App, firstDay: string, coordinator: Actor): Promise<void> {
  const id = await applyOn(app, dayAfter(firstDay, -70), harbour);
  const accepted = appOn(app, dayAfter(firstDay, -60));
  const command = acceptForm.parse({ version: '2' });
  expectDone('accept', await acceptApplication(accepted, coordinator, id, command, 'demo'));
  await applyOn(app, dayAfter(firstDay, -6), spring);
}
