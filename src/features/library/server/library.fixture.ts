import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from 'vitest';
import type { Actor } from '#features/accounts/actor.ts';
import type { Role } from '#features/accounts/role.ts';
import type { Outcome } from '#forms/form.ts';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { useDatabase } from '#testing/database.ts';
import { addAccount, addMembership, addMunicipalities, addOrganisation } from '#testing/factories.ts';
import { publicationOf } from '#testing/factories-library.ts';
import { useFolders } from '#testing/folders.ts';
import type { PublicationCommand } from '../schema.ts';
import { addDraftFile } from './draft-files.ts';
import { addDraft, showDraft } from './drafts.ts';
import { publishDraft } from './publish.ts';
import { readFileText } from './read-file-text.ts';

export function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

interface People {
  app: App;
  organisation: { id: string; key: string };
  municipality: { id: string; key: string };
  editor: Actor;
  facilitator: Actor;
  foreignEditor: Actor;
  coordinator: Actor;
}

/** Two organisations with a municipality each, and people of both: `const library = useLibrary(); … library.editor()`. */
export function useLibrary() {
  const database = useDatabase();
  const folder = useFolders();
  let made: People | undefined;
  let now = new Date('2026-11-26T10:00:00Z');

  beforeAll(async () => {
    const config = readConfig({ LOG_LEVEL: 'silent', DATA_DIR: await folder() });
    const app = createApp(config, database(), { clock: () => now });
    await app.jobs.start(app, { jobs: [readFileText], works: false });
    const place = async (name: string) => {
      const [municipality] = await addMunicipalities(app.db, [{ name }]);
      if (!municipality) throw new Error('one was added');
      const organisation = await addOrganisation(app.db);
      await addMembership(app.db, { organisation_id: organisation.id, municipality_id: municipality.id });
      return { municipality, organisation };
    };
    const own = await place('Fier');
    const other = await place('Lezhë');
    const person = async (role: Role, { municipality, organisation }: typeof own): Promise<Actor> => ({
      kind: 'account',
      id: (await addAccount(app.db)).id,
      grants: [
        {
          role,
          scope: {
            kind: 'organisation',
            organisationId: organisation.id,
            municipalityIds: [municipality.id],
          },
        },
      ],
      awaitsSecondFactor: false,
    });
    const coordinator = await addAccount(app.db);
    made = {
      app,
      ...own,
      editor: await person('editor', own),
      facilitator: await person('facilitator', own),
      foreignEditor: await person('editor', other),
      coordinator: {
        kind: 'account',
        id: coordinator.id,
        grants: [{ role: 'coordinator', scope: { kind: 'network' } }],
        awaitsSecondFactor: false,
      },
    };
  });

  afterAll(() => made?.app.jobs.stop());

  const people = () => {
    if (!made) throw new Error('they are there from beforeAll on');
    return made;
  };
  const add = async (own: Partial<PublicationCommand> = {}, actor?: Actor) => {
    const { app, editor, organisation } = people();
    const command = publicationOf({ organisation: organisation.id, ...own });
    return valueOf(await addDraft(app, actor ?? editor, command)).id;
  };
  const versionOf = async (id: string) => {
    const { app, coordinator } = people();
    return (await showDraft(app, coordinator, id)).draft.version;
  };
  return {
    people,
    app: () => people().app,
    at: (instant: string) => {
      now = new Date(instant);
    },
    add,
    versionOf,
    /** Adds a file as the form does. */
    async addFile(id: string, bytes: Uint8Array, actor?: Actor, language = 'sq') {
      const data = new FormData();
      data.set('file', new File([new Uint8Array(bytes)], `${randomUUID()}.pdf`));
      const { app, editor } = people();
      const command = { fileLanguage: language, version: await versionOf(id) };
      return addDraftFile(app, actor ?? editor, id, command, data);
    },
    async publish(id: string, { reason = '', actor }: { reason?: string; actor?: Actor } = {}) {
      const { app, editor } = people();
      const command = { reason, version: await versionOf(id), language: 'sq' as const };
      return publishDraft(app, actor ?? editor, id, command);
    },
  };
}
