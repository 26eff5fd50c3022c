import { randomUUID } from 'node:crypto';
import { beforeAll } from 'vitest';
import type { Actor } from '#features/accounts/actor.ts';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { allJobs } from '#server/jobs/all-jobs.ts';
import { useDatabase } from '#testing/database.ts';
import { addAccount, addMembership, addMunicipalities, addOrganisation } from '#testing/factories.ts';
import { useFolders } from '#testing/folders.ts';
import type { ApplicationCommand } from '../schema.ts';
import { apply } from './applying.ts';
import { confirmApplication } from './following.ts';
import { tokenOf } from './link.ts';

/** The moment at which tests act; they may move it. */
export const clock = { now: new Date('2027-02-01T10:00:00Z') };

export function useJoining(): () => App {
  const database = useDatabase();
  const newFolder = useFolders();
  let app: App | undefined;
  beforeAll(async () => {
    const config = readConfig({
      LOG_LEVEL: 'silent',
      AUTH_SECRET: 's'.repeat(32),
      DATA_DIR: await newFolder(),
    });
    const made = createApp(config, database(), { clock: () => clock.now });
    await made.jobs.start(made, { jobs: allJobs, works: false });
    app = made;
    return () => made.jobs.stop();
  });
  return () => {
    if (!app) throw new Error('the app is there from beforeAll on');
    return app;
  };
}

export async function addCoordinator(app: App): Promise<Actor> {
  const { id } = await addAccount(app.db);
  return {
    kind: 'account',
    id,
    grants: [{ role: 'coordinator', scope: { kind: 'network' } }],
    awaitsSecondFactor: false,
  };
}

export function applicationOf(given: Partial<ApplicationCommand> = {}): ApplicationCommand {
  return {
    once: randomUUID(),
    language: 'sq',
    municipality: null,
    place: 'Gurëz e Re',
    placeNote: '',
    nameSq: `Zëri i Fushës ${randomUUID().slice(0, 8)}`,
    nameEn: 'Voice of the Plain',
    seat: 'Gurëz',
    founded: '2011',
    registration: 'nr. 12',
    url: '',
    work: 'Takime me banorët.',
    people: 'Tre veta.',
    interests: 'Asnjë.',
    funding: 'Anëtarët.',
    contactName: 'Dikush Dikushi',
    contactCapacity: 'drejtore',
    contactCapacityEn: 'director',
    email: `zeri-${randomUUID()}@example.org`,
    methodology: null,
    agrees: false,
    website: '',
    ...given,
  };
}

const anyAddress = () => randomUUID();

/** Applies, and gives the link that was mailed. */
export async function applyAs(app: App, given: Partial<ApplicationCommand> = {}) {
  const command = applicationOf(given);
  const outcome = await apply(app, command, { address: anyAddress() });
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  const { id } = await app.db
    .selectFrom('join_application')
    .select('id')
    .where('once', '=', command.once)
    .executeTakeFirstOrThrow();
  return { id, command, link: { token: tokenOf(app, id), address: anyAddress() } };
}

export async function applyAndConfirm(app: App, given: Partial<ApplicationCommand> = {}) {
  const applied = await applyAs(app, given);
  await confirmApplication(app, applied.link);
  const { version } = await app.db
    .selectFrom('join_application')
    .select('version')
    .where('id', '=', applied.id)
    .executeTakeFirstOrThrow();
  return { ...applied, version };
}

export function mailsTo(app: App, email: string) {
  return app.db
    .selectFrom('mail_outbox')
    .select(['subject', 'body_text as text'])
    .where('recipient', '=', email)
    .orderBy('id')
    .execute();
}

/** An organisation that is a member, and where. */
export async function addMember(app: App) {
  const [municipality] = await addMunicipalities(app.db, [{}]);
  if (!municipality) throw new Error('one was asked for');
  const organisation = await addOrganisation(app.db);
  await addMembership(app.db, { organisation_id: organisation.id, municipality_id: municipality.id });
  return { organisationId: organisation.id, municipalityId: municipality.id };
}
