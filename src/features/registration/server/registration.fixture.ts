import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from 'vitest';
import type { Actor } from '#features/accounts/actor.ts';
import { makePapers } from '#features/conclusions/server/papers-job.ts';
import type { Outcome } from '#forms/form.ts';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { sendMail } from '#server/mail/send-mail.ts';
import { useDatabase } from '#testing/database.ts';
import {
  addGathering,
  addGatheringPlace,
  addWorkerAt,
  type GatheringPlace,
} from '#testing/factories-gatherings.ts';
import type { RegisterCommand, SettingsCommand } from '../schema.ts';
import { register } from './registering.ts';
import { saveSettings } from './settings.ts';
import { linkToken } from './token.ts';

interface Made {
  app: App;
  place: GatheringPlace;
  editor: Actor;
  facilitator: Actor;
  foreignEditor: Actor;
}

export function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

export const settings: SettingsCommand = {
  opensOn: '2027-04-01',
  opensAt: '08:00',
  closesOn: '2027-05-12',
  closesAt: '10:00',
  onSite: 2,
  online: null,
  confirmHours: null,
  keepDays: 30,
  asks: [],
};

/** A municipality with people, and gatherings to register for: `const gatherings = useGatherings(); … gatherings.app`. */
export function useGatherings() {
  const database = useDatabase();
  let made: Made | undefined;
  let now = new Date('2027-05-01T10:00:00Z');

  beforeAll(async () => {
    const app = createApp(
      readConfig({ LOG_LEVEL: 'silent', AUTH_SECRET: 'a secret of the tests, long enough' }),
      database(),
      {
        clock: () => now,
      },
    );
    await app.jobs.start(app, { jobs: [sendMail, makePapers], works: false });
    const place = await addGatheringPlace(app.db);
    made = {
      app,
      place,
      editor: await addWorkerAt(app.db, 'editor', place),
      facilitator: await addWorkerAt(app.db, 'facilitator', place),
      foreignEditor: await addWorkerAt(app.db, 'editor', await addGatheringPlace(app.db)),
    };
  });

  afterAll(() => made?.app.jobs.stop());

  const people = () => {
    if (!made) throw new Error('they are there from beforeAll on');
    return made;
  };

  return {
    database,
    get app() {
      return people().app;
    },
    get place() {
      return people().place;
    },
    get editor() {
      return people().editor;
    },
    get facilitator() {
      return people().facilitator;
    },
    get foreignEditor() {
      return people().foreignEditor;
    },
    setNow(instant: string) {
      now = new Date(instant);
    },
    /** An announced gathering of the municipality with registration. */
    async open(given: Partial<SettingsCommand> = {}, plan: Parameters<typeof addGathering>[2] = {}) {
      now = new Date('2027-05-01T10:00:00Z');
      const { app, place, editor } = people();
      const added = await addGathering(app.db, place, { municipality_id: place.municipality.id, ...plan });
      valueOf(await saveSettings(app, editor, added.key, { ...settings, ...given }));
      return added;
    },
    register: (key: string, name: string, given: Partial<RegisterCommand> = {}, typed = {}) =>
      register(people().app, key, {
        command: { ...commandOf(name), ...given },
        typed,
        language: 'sq',
        // Each from elsewhere, so that nobody is slowed down.
        address: addressOf(),
      }),
    /** The states, in the order in which people came: 'a place, b waiting'. */
    async states(planId: string, mode: 'on-site' | 'online' = 'on-site') {
      const rows = await people()
        .app.db.selectFrom('registration')
        .select(['name', 'state'])
        .where('plan_id', '=', planId)
        .where('mode', '=', mode)
        .orderBy('number')
        .execute();
      return rows.map(({ name, state }) => `${name} ${state}`).join(', ');
    },
    async linkOf(planId: string, name: string) {
      const { app } = people();
      const { id } = await app.db
        .selectFrom('registration')
        .select('id')
        .where('plan_id', '=', planId)
        .where('name', '=', name)
        .executeTakeFirstOrThrow();
      return { id, token: linkToken(app, id), address: addressOf() };
    },
    /** What was written to somebody, the last mail last. */
    async mailsTo(name: string) {
      const rows = await people()
        .app.db.selectFrom('mail_outbox')
        .select(['subject', 'body_text as text', 'attachment_text as calendar'])
        .where('recipient', '=', commandOf(name).email)
        .orderBy('queued_at')
        .execute();
      return rows;
    },
  };
}

function commandOf(name: string): RegisterCommand {
  return {
    name,
    email: `${name.toLowerCase()}@example.org`,
    mode: 'on-site',
    sex: null,
    ageBand: null,
    municipality: null,
    organisationKind: null,
    accessNeeds: '',
    website: '',
  };
}

function addressOf(): string {
  return `10.${randomUUID()
    .slice(0, 6)
    .match(/../g)
    ?.map((pair) => parseInt(pair, 16))
    .join('.')}`;
}
