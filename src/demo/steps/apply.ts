import { applicationForm } from '#features/joining/schema.ts';
import { apply, showApplicationForm } from '#features/joining/server/applying.ts';
import { confirmApplication } from '#features/joining/server/following.ts';
import { tokenOf } from '#features/joining/server/link.ts';
import type { App } from '#server/app.ts';
import { appOn, dayAfter } from '../clock.ts';
import { expectDone } from '../expect-done.ts';
import { demoId } from '../stage.ts';

const address = 'demo';

/** An organisation of a municipality that the network does not have yet waits for the coordination's word. */
export async function applyToJoin(app: App, firstDay: string): Promise<void> {
  const { methodology } = await showApplicationForm(app);
  const once = demoId('application', 'gurra-e-bardhe');
  const command = applicationForm.parse({
    once,
    language: 'sq',
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
    email: 'gurra@demo.example',
    ...(methodology ? { methodology: methodology.id, agrees: 'yes' } : {}),
  });
  const before = appOn(app, dayAfter(firstDay, -6));
  expectDone('apply to join', await apply(before, command, { address }));
  const { id } = await app.db
    .selectFrom('join_application')
    .select('id')
    .where('once', '=', once)
    .executeTakeFirstOrThrow();
  const link = { token: tokenOf(app, id), address };
  expectDone('confirm the address', await confirmApplication(before, link));
}
