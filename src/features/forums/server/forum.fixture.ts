import { randomUUID } from 'node:crypto';
import { beforeAll } from 'vitest';
import type { Actor } from '#features/accounts/actor.ts';
import type { Role } from '#features/accounts/role.ts';
import type { Outcome } from '#forms/form.ts';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { useDatabase } from '#testing/database.ts';
import { addAccount } from '#testing/factories.ts';
import { addForumGround, candidacyOn, planOn, type ForumGround } from '#testing/factories-forums.ts';
import { addCandidacy } from './candidates.ts';
import { drawLots } from './draw.ts';
import { planForum, showPlan } from './plans.ts';

interface People {
  app: App;
  ground: ForumGround;
  elsewhere: ForumGround;
  editor: Actor;
  facilitator: Actor;
  foreignEditor: Actor;
  coordinator: Actor;
}

export function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

/** A municipality with a contract, another one, and people of both: `const forums = useForums(); … forums.editor`. */
export function useForums() {
  const database = useDatabase();
  let made: People | undefined;
  let now = new Date('2027-05-02T16:00:00Z');

  beforeAll(async () => {
    const app = createApp(readConfig({ LOG_LEVEL: 'silent' }), database(), { clock: () => now });
    const ground = await addForumGround(app.db);
    const elsewhere = await addForumGround(app.db);
    made = {
      app,
      ground,
      elsewhere,
      editor: await personIn(app, 'editor', ground),
      facilitator: await personIn(app, 'facilitator', ground),
      foreignEditor: await personIn(app, 'editor', elsewhere),
      coordinator: {
        kind: 'account',
        id: randomUUID(),
        grants: [{ role: 'coordinator', scope: { kind: 'network' } }],
        awaitsSecondFactor: false,
      },
    };
  });

  const people = () => {
    if (!made) throw new Error('they are there from beforeAll on');
    return made;
  };
  const app = () => people().app;

  /** A forum on ground of its own, with the candidates named. */
  async function prepare(names: readonly string[], given: Partial<ReturnType<typeof planOn>> = {}) {
    const own = await addForumGround(app().db);
    const by = await personIn(app(), 'editor', own);
    const candidates = new Map<string, string>();
    for (const name of names) {
      const { id } = valueOf(await addCandidacy(app(), by, candidacyOn(own, name)));
      candidates.set(name, id);
    }
    const { id } = valueOf(await planForum(app(), by, { ...planOn(own), ...given }));
    const of = (name: string) => candidates.get(name) ?? '';
    return { own, by, id, of };
  }

  async function drawn(names: readonly string[], given: Parameters<typeof prepare>[1] = {}) {
    const forum = await prepare(names, given);
    const places = Object.fromEntries(
      names.map((name, index) => [`place-${forum.of(name)}`, String(index + 1)]),
    );
    valueOf(
      await drawLots(app(), forum.by, forum.id, {
        command: { method: 'on-site', drawnBy: 'Nxënësit e shkollës' },
        fields: places,
      }),
    );
    return forum;
  }

  async function keyOf(id: string): Promise<string> {
    const { plan } = await showPlan(app(), people().coordinator, id);
    return plan.forumKey ?? '';
  }

  return {
    prepare,
    drawn,
    keyOf,
    person: (role: Role, at: ForumGround) => personIn(app(), role, at),
    get now() {
      return now;
    },
    set now(value: Date) {
      now = value;
    },
    get app() {
      return app();
    },
    get ground() {
      return people().ground;
    },
    get elsewhere() {
      return people().elsewhere;
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
    get coordinator() {
      return people().coordinator;
    },
  };
}

async function personIn(app: App, role: Role, at: ForumGround): Promise<Actor> {
  const { id } = await addAccount(app.db);
  const scope = {
    kind: 'organisation' as const,
    organisationId: at.organisation.id,
    municipalityIds: [at.municipality.id],
  };
  return { kind: 'account', id, grants: [{ role, scope }], awaitsSecondFactor: false };
}
