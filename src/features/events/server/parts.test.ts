import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '#features/accounts/actor.ts';
import { addPlanPhoto } from '#testing/factories-gatherings.ts';
import { documentForm, municipalityForm, partyForm } from '../plan-schema.ts';
import { findPlan } from './find-plan.ts';
import { listPlanPages } from './plan-links.ts';
import { speaker, usePlanning, valueOf } from './planning.fixture.ts';
import { changePlan, listPlans } from './plans.ts';
import { removePart } from './remove-part.ts';
import { saveDocument } from './save-document.ts';
import { saveMunicipality } from './save-municipality.ts';
import { saveParty } from './save-party.ts';
import { savePerson } from './save-person.ts';
import { announceEvent } from './stages.ts';
import { showPlan } from './work.ts';

const { scene, command, planned } = usePlanning();
type Scene = ReturnType<typeof scene>;
let app: Scene['app'];
let facilitator: Actor;

beforeAll(() => {
  ({ app, facilitator } = scene());
});

function party(given: Record<string, string>) {
  return { ...partyForm.parse({ role: 'partner', nameSq: 'Shkolla', ...given }), logo: undefined };
}

async function partiesOf(key: string) {
  const { parties } = await showPlan(app, facilitator, key);
  return parties.map(({ role, name, logo }) => ({ role, name: name?.sq, logo }));
}

test('a partner is changed by who plans there, and nobody writes over what another saved meanwhile', async () => {
  const key = await planned({ titleSq: 'Partnerët' });
  const { id } = valueOf(await saveParty(app, facilitator, key, party({})));
  const change = party({ id, version: '1', role: 'supporter', nameSq: 'Shkolla e mesme' });
  await expect(saveParty(app, scene().stranger, key, change)).rejects.toMatchObject({ code: 'not-found' });
  valueOf(await saveParty(app, facilitator, key, change));
  expect((await partiesOf(key)).at(-1)).toEqual({ role: 'supporter', name: 'Shkolla e mesme', logo: null });
  expect(await saveParty(app, facilitator, key, party({ id, version: '1' }))).toMatchObject({
    kind: 'conflict',
    theirs: { role: 'supporter', nameSq: 'Shkolla e mesme' },
    theirVersion: 2,
  });
});

test('an organisation that is named again has the last logo that it had, unless none is to be shown', async () => {
  const organisation = scene().fier.organisation.id;
  const first = await planned({ titleSq: 'Me logo' });
  const { plan } = await showPlan(app, facilitator, first);
  const photo = await addPlanPhoto(app.db, plan.id);
  await app.db
    .updateTable('event_plan_party')
    .set({ logo_original_sha256: photo.original_sha256, logo_sha256: photo.copy_sha256 })
    .where('plan_id', '=', plan.id)
    .execute();
  const second = await planned({ titleSq: 'Tjetra' });
  const named = { organisation, nameSq: '' };
  const { id } = valueOf(await saveParty(app, facilitator, second, party(named)));
  expect((await partiesOf(second)).at(-1)?.logo).toBe(photo.copy_sha256);
  valueOf(await saveParty(app, facilitator, second, party({ ...named, id, version: '1', noLogo: 'yes' })));
  expect((await partiesOf(second)).at(-1)?.logo).toBeNull();
  valueOf(
    await saveParty(app, facilitator, second, party({ ...named, id, version: '2', role: 'organiser' })),
  );
  expect((await partiesOf(second)).at(-1)).toMatchObject({ role: 'organiser', logo: null });
});

test('a municipality is named once, by who plans there, and can be changed and taken away', async () => {
  const key = await planned({ titleSq: 'Bashkitë' });
  const { fier, stranger } = scene();
  const naming = (given: Record<string, string>) =>
    municipalityForm.parse({ municipality: fier.municipality.id, attendance: 'unknown', ...given });
  await expect(saveMunicipality(app, stranger, key, naming({}))).rejects.toMatchObject({ code: 'not-found' });
  const { id } = valueOf(await saveMunicipality(app, facilitator, key, naming({})));
  for (const [municipality, fault] of [
    [fier.municipality.id, 'event.fault.municipality-twice'],
    [randomUUID(), 'event.fault.gone'],
  ] as const)
    expect(await saveMunicipality(app, facilitator, key, naming({ municipality }))).toEqual({
      kind: 'refused',
      faults: [{ field: 'municipality', key: fault }],
    });
  const change = naming({ id, version: '1', attendance: 'online', representedBySq: 'kryetari' });
  valueOf(await saveMunicipality(app, facilitator, key, change));
  expect(await saveMunicipality(app, facilitator, key, naming({ id, version: '1' }))).toMatchObject({
    kind: 'conflict',
    theirs: { attendance: 'online', representedBySq: 'kryetari' },
    theirVersion: 2,
  });
  const named = async () => (await showPlan(app, facilitator, key)).municipalities;
  expect(await named()).toMatchObject([{ attendance: 'online', representedBy: { sq: 'kryetari' } }]);
  expect((await findPlan(app.db, key))?.comingFrom).toEqual([fier.municipality.id]);
  valueOf(await removePart(app, facilitator, key, 'municipality', id));
  expect(await named()).toEqual([]);
});

test('a document is changed without its file; one that is new needs one', async () => {
  const key = await planned({ titleSq: 'Dokumentet' });
  const typed = (given: Record<string, string>) =>
    documentForm.parse({ kind: 'programme', language: 'sq', titleSq: 'Programi', ...given });
  expect(await saveDocument(app, facilitator, key, { ...typed({}), file: undefined })).toMatchObject({
    faults: [{ field: 'file', key: 'form.fault.missing' }],
  });
  const file = [new TextEncoder().encode('%PDF-1.4\n%%EOF')];
  const { id } = valueOf(await saveDocument(app, facilitator, key, { ...typed({}), file }));
  const { documents: before } = await showPlan(app, facilitator, key);
  const change = typed({ id, version: '1', titleSq: 'Programi i ri', shown: 'yes' });
  valueOf(await saveDocument(app, facilitator, key, { ...change, file: undefined }));
  const { documents } = await showPlan(app, facilitator, key);
  expect(documents).toMatchObject([{ id, title: { sq: 'Programi i ri' }, shown: true }]);
  expect(documents[0]?.copy).toBe(before[0]?.copy);
});

test('who changed what of a plan, and when, is told to those who work on it', async () => {
  const key = await planned({ titleSq: 'Historia' });
  valueOf(await changePlan(app, facilitator, key, command({ titleSq: 'Historia jonë', version: '1' })));
  const { history } = await showPlan(app, facilitator, key);
  expect(history[0]).toMatchObject({
    action: 'change',
    before: { titleSq: 'Historia' },
    after: { titleSq: 'Historia jonë' },
  });
});

test('a town hall reads a plan elsewhere once somebody of its own is to come, without documents that are kept back', async () => {
  const key = await planned({ titleSq: 'Të ftuarit' });
  const { municipality } = scene().fier;
  const elsewhere = scene().stranger;
  const [grant] = elsewhere.kind === 'account' ? elsewhere.grants : [];
  const [municipalityId = ''] =
    grant?.scope.kind === 'organisation' ? (grant.scope.municipalityIds ?? []) : [];
  const contact: Actor = {
    kind: 'account',
    id: 'c',
    grants: [{ role: 'municipality-contact', scope: { kind: 'municipality', municipalityId } }],
    awaitsSecondFactor: false,
  };
  expect(municipalityId).not.toBe(municipality.id);
  await announceEvent(app, scene().editor, key);
  await expect(showPlan(app, contact, key)).rejects.toMatchObject({ code: 'not-found' });
  const guest = { ...speaker, municipality: municipalityId, item: null };
  valueOf(await savePerson(app, scene().editor, key, guest));
  const kept = documentForm.parse({ kind: 'other', language: 'sq', titleSq: 'E brendshme' });
  const file = [new TextEncoder().encode('%PDF-1.4\n%%EOF')];
  valueOf(await saveDocument(app, scene().editor, key, { ...kept, file }));
  expect(await showPlan(app, contact, key)).toMatchObject({
    isGuest: true,
    mayChange: false,
    documents: [],
    history: [],
  });
  expect((await listPlans(app, contact)).plans.map((plan) => plan.key)).toEqual([key]);
  expect(await listPlanPages(app, contact, key)).toEqual(['plan']);
  await expect(savePerson(app, contact, key, guest)).rejects.toMatchObject({ code: 'forbidden' });
});
