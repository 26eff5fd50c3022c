import { randomUUID } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect } from 'vitest';
import type { Actor, Scope } from '#features/accounts/actor.ts';
import type { Role } from '#features/accounts/role.ts';
import type { Outcome } from '#forms/form.ts';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import type { Db } from '#server/database/db.ts';
import { useDatabase } from '#testing/database.ts';
import {
  addAccount,
  addField,
  addMandate,
  addMembership,
  addMunicipalities,
  addOrganisation,
} from '#testing/factories.ts';
import { saveComponent as componentSchema, savePriority as prioritySchema } from '../draft-schema.ts';
import { recordFact } from '../signing-schema.ts';
import { saveComponent } from './drafting/components.ts';
import { beginDraft } from './drafting/drafts.ts';
import { savePriority } from './drafting/priorities.ts';
import { approveDraft, submitDraft } from './drafting/review.ts';
import { readDraft } from './drafting/drafts-store.ts';

/** A municipality with its member organisation and everyone who has to do with its contract; and another one. */
export interface Work {
  municipality: { id: string; key: string };
  elsewhere: { id: string };
  mandate: { id: string };
  field: { id: string };
  units: { id: string }[];
  editor: Actor;
  secondEditor: Actor;
  facilitator: Actor;
  contact: Actor;
  coordinator: Actor;
  administrator: Actor;
  resident: Actor;
  editorElsewhere: Actor;
  contactElsewhere: Actor;
}

async function addActor(db: Db, role?: Role, scope: Scope = { kind: 'network' }): Promise<Actor> {
  const { id } = await addAccount(db);
  return { kind: 'account', id, grants: role ? [{ role, scope }] : [], awaitsSecondFactor: false };
}

async function addOffice(db: Db, municipalityId: string): Promise<Scope> {
  const organisation = await addOrganisation(db);
  await addMembership(db, { organisation_id: organisation.id, municipality_id: municipalityId });
  return { kind: 'organisation', organisationId: organisation.id, municipalityIds: [municipalityId] };
}

async function addUnits(db: Db, municipality: { id: string; key: string }) {
  const units = ['qender', 'mal'].map((name) => ({
    id: randomUUID(),
    key: `${municipality.key}-${name}`,
    municipality_id: municipality.id,
    name,
  }));
  await db.insertInto('administrative_unit').values(units).execute();
  return units;
}

export async function addWork(db: Db): Promise<Work> {
  const [municipality, elsewhere] = await addMunicipalities(db, [{ name: 'Fier' }, { name: 'Vlorë' }]);
  if (!municipality || !elsewhere) throw new Error('two were asked for');
  const [own, other] = [await addOffice(db, municipality.id), await addOffice(db, elsewhere.id)];
  const mandate = await addMandate(db, { starts: '2027', ends: '2031' });
  return {
    municipality,
    elsewhere,
    mandate,
    field: await addField(db),
    units: await addUnits(db, municipality),
    editor: await addActor(db, 'editor', own),
    secondEditor: await addActor(db, 'editor', own),
    facilitator: await addActor(db, 'facilitator', own),
    contact: await addActor(db, 'municipality-contact', {
      kind: 'municipality',
      municipalityId: municipality.id,
    }),
    coordinator: await addActor(db, 'coordinator'),
    administrator: await addActor(db, 'administrator'),
    resident: await addActor(db),
    editorElsewhere: await addActor(db, 'editor', other),
    contactElsewhere: await addActor(db, 'municipality-contact', {
      kind: 'municipality',
      municipalityId: elsewhere.id,
    }),
  };
}

/** An app whose day can be set, on a database of its own, with one municipality's work for each test file. */
export function useWork() {
  const database = useDatabase();
  const state: { app?: App; work?: Work; now: Date } = { now: new Date('2027-04-01T09:00:00Z') };
  beforeAll(async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'pop-contracts-'));
    const config = readConfig({ LOG_LEVEL: 'silent', PUBLIC_URL: 'https://pop.example', DATA_DIR: dataDir });
    state.app = createApp(config, database(), { clock: () => state.now });
    state.work = await addWork(database().db);
  });
  return {
    db: () => database().db,
    app: () => {
      if (!state.app) throw new Error('the app is there from beforeAll on');
      return state.app;
    },
    work: () => {
      if (!state.work) throw new Error('the work is there from beforeAll on');
      return state.work;
    },
    /** Sets the day. */
    on: (day: string) => {
      state.now = new Date(`${day}T09:00:00Z`);
    },
  };
}

type World = ReturnType<typeof useWork>;

/** What a use case has done. */
export function done<T>(outcome: Outcome<T>): T {
  expect(outcome).toMatchObject({ kind: 'done' });
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

/** A form of a priority as a person would fill it in. */
export function priorityForm(work: Work, given: Record<string, unknown> = {}) {
  return prioritySchema.parse({
    id: randomUUID(),
    statement_sq: 'Rruga e fshatit shtrohet',
    statement_en: 'The village road is paved',
    field: work.field.id,
    coverage: 'municipality',
    ...given,
  });
}

export function componentForm(given: Record<string, unknown> = {}) {
  return componentSchema.parse({
    id: randomUUID(),
    statement_sq: 'Tre kilometra asfalt',
    statement_en: 'Three kilometres of asphalt',
    shown_by_sq: 'Matje në vend',
    shown_by_en: 'A measurement on site',
    testable: 'yes',
    competence: 'own',
    ...given,
  });
}

export function factForm(given: Record<string, unknown> = {}) {
  return recordFact.parse({
    state: 'signed',
    signatory: 'mayor',
    name: 'Arta Hoxha',
    occurred_on: '2027-05-02',
    reason_language: 'sq',
    ...given,
  });
}

/** A draft of a mandate of its own, with some whole priorities. */
export async function addDraft(world: World, priorities = 1, editor = world.work().editor): Promise<string> {
  const { municipality } = world.work();
  const mandate = await addMandate(world.db(), { starts: String(2100 + made), ends: String(2104 + made) });
  made += 4;
  const command = { municipality: municipality.id, mandate: mandate.id, binding_language: 'sq' as const };
  const { id } = done(await beginDraft(world.app(), editor, command));
  for (let n = 0; n < priorities; n += 1) await addPriority(world, id);
  return id;
}

let made = 0;

export async function addPriority(world: World, draftId: string, given: Record<string, unknown> = {}) {
  const { editor } = world.work();
  const { id } = done(
    await savePriority(world.app(), editor, draftId, priorityForm(world.work(), given), '/form'),
  );
  const ref = { draftId, priorityId: id };
  done(await saveComponent(world.app(), editor, ref, componentForm(), '/form'));
  return id;
}

export async function stateOf(world: World, draftId: string) {
  const draft = await readDraft(world.db(), draftId);
  if (!draft) throw new Error('no draft');
  return draft;
}

export async function submit(world: World, draftId: string) {
  const { version } = await stateOf(world, draftId);
  return done(await submitDraft(world.app(), world.work().editor, draftId, { version, note: '' }));
}

/** A draft that a coordinator has approved. */
export async function addApproved(world: World, priorities = 1): Promise<string> {
  const id = await addDraft(world, priorities);
  const { number } = await submit(world, id);
  const { version } = await stateOf(world, id);
  done(await approveDraft(world.app(), world.work().coordinator, id, { version, number }));
  return id;
}
