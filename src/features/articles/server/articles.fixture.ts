import { afterAll, beforeAll } from 'vitest';
import type { Actor } from '#features/accounts/actor.ts';
import type { Role } from '#features/accounts/role.ts';
import type { Outcome } from '#forms/form.ts';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { useDatabase } from '#testing/database.ts';
import {
  addAccount,
  addGrant,
  addMembership,
  addMunicipalities,
  addOrganisation,
} from '#testing/factories.ts';
import { useFolders } from '#testing/folders.ts';
import { publishScheduled } from './schedule.ts';
import { articleForm, type ArticleCommand } from '../schema.ts';
import { beginArticle, showDraft } from './drafts.ts';
import { approve, handIn } from './review.ts';

export function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

interface People {
  app: App;
  here: string;
  writer: Actor;
  editor: Actor;
  foreignEditor: Actor;
  coordinator: Actor;
}

/** Two municipalities with their people, and a clock that tests set: `const articles = useArticles(); … articles.editor`. */
export function useArticles() {
  const database = useDatabase();
  const folder = useFolders();
  let made: People | undefined;
  let now = new Date('2027-03-01T09:00:00Z');

  beforeAll(async () => {
    const config = readConfig({ LOG_LEVEL: 'silent', DATA_DIR: await folder() });
    const app = createApp(config, database(), { clock: () => now });
    await app.jobs.start(app, { jobs: [publishScheduled], works: false });
    const [here, elsewhere] = await addMunicipalities(app.db, [{ name: 'Këtu' }, { name: 'Atje' }]);
    const organisation = await addOrganisation(app.db);
    await addMembership(app.db, { organisation_id: organisation.id, municipality_id: here?.id ?? '' });
    const person = async (role: Role, municipalityId: string): Promise<Actor> => {
      const { id } = await addAccount(app.db);
      await addGrant(app.db, { account_id: id, role, organisation_id: organisation.id });
      const scope = {
        kind: 'organisation' as const,
        organisationId: organisation.id,
        municipalityIds: [municipalityId],
      };
      return { kind: 'account', id, grants: [{ role, scope }], awaitsSecondFactor: false };
    };
    const { id } = await addAccount(app.db);
    made = {
      app,
      here: here?.id ?? '',
      writer: await person('facilitator', here?.id ?? ''),
      editor: await person('editor', here?.id ?? ''),
      foreignEditor: await person('editor', elsewhere?.id ?? ''),
      coordinator: {
        kind: 'account',
        id,
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

  /** A form as it is sent, with what a test is about. */
  function formOf(given: Record<string, string> = {}): ArticleCommand {
    return articleForm.parse({
      municipality: people().here,
      kind: 'news',
      language: 'sq',
      titleSq: 'Rruga e re',
      summarySq: 'Rruga u hap.',
      bodySq: 'Rruga u hap **sot**.',
      ...given,
    });
  }

  async function begun(given: Record<string, string> = {}): Promise<string> {
    return valueOf(await beginArticle(people().app, people().writer, formOf(given))).id;
  }

  /** The text that is there now, handed in by its writer and approved by the editor. */
  async function review(id: string): Promise<void> {
    const { app, writer, editor } = people();
    await handIn(app, writer, id);
    const { draft } = await showDraft(app, editor, id);
    valueOf(await approve(app, editor, id, draft.contentVersion));
  }

  return {
    formOf,
    begun,
    review,
    set now(value: Date) {
      now = value;
    },
    get people() {
      return people();
    },
  };
}
