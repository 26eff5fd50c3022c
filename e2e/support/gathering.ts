import type { Actor } from '#features/accounts/actor.ts';
import { register } from '#features/registration/server/registering.ts';
import { saveSettings } from '#features/registration/server/settings.ts';
import {
  addGathering,
  addGatheringPlace,
  addWorkerAt,
  type GatheringPlace,
} from '#testing/factories-gatherings.ts';
import { addGrant } from '#testing/factories.ts';
import type { OwnProgram } from '../access/program.ts';

export interface Organiser {
  place: GatheringPlace;
  editor: Actor;
}

export async function addOrganiser({ app }: OwnProgram): Promise<Organiser> {
  const place = await addGatheringPlace(app.db);
  return { place, editor: await addWorkerAt(app.db, 'editor', place) };
}

/** Somebody who works at the organiser's doors, and can sign in. @returns the account's id */
export async function addDoorStaff({ app }: OwnProgram, { place }: Organiser): Promise<string> {
  const staff = await addWorkerAt(app.db, 'facilitator', place);
  if (staff.kind !== 'account') throw new Error('a worker has an account');
  await addGrant(app.db, {
    account_id: staff.id,
    role: 'facilitator',
    organisation_id: place.organisation.id,
  });
  return staff.id;
}

const dayFromNow = (days: number) =>
  new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

/** A gathering in a month, with so many places on site. */
export async function openGathering({ app }: OwnProgram, { place, editor }: Organiser, onSite: number) {
  const day = dayFromNow(30);
  const plan = await addGathering(app.db, place, {
    municipality_id: place.municipality.id,
    starts_on: day,
    ends_on: day,
  });
  const times = { opensOn: dayFromNow(-2), opensAt: '08:00', closesOn: day, closesAt: '10:00' };
  const asks = ['sex', 'municipality', 'access-needs'] as const;
  const settings = { ...times, onSite, online: null, confirmHours: null, keepDays: 30, asks: [...asks] };
  await saveSettings(app, editor, plan.key, settings);
  return plan;
}

/** Somebody registers on site. @returns the registration's id */
export async function registerBefore({ app }: OwnProgram, key: string, name: string): Promise<string> {
  const command = {
    name,
    email: `${name.replace(/\W/g, '')}@example.org`,
    mode: 'on-site' as const,
    sex: null,
    ageBand: null,
    municipality: null,
    organisationKind: null,
    accessNeeds: '',
    website: '',
  };
  await register(app, key, { command, typed: {}, language: 'sq', address: '192.0.2.1' });
  const { id } = await app.db
    .selectFrom('registration')
    .innerJoin('event_plan', 'event_plan.id', 'registration.plan_id')
    .select('registration.id')
    .where('event_plan.key', '=', key)
    .where('registration.name', '=', name)
    .executeTakeFirstOrThrow();
  return id;
}
