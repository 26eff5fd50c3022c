import { beforeAll } from 'vitest';
import type { Actor } from '#features/accounts/actor.ts';
import type { Role } from '#features/accounts/role.ts';
import type { Outcome } from '#forms/form.ts';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { allJobs } from '#server/jobs/all-jobs.ts';
import { useDatabase } from '#testing/database.ts';
import { addAccount, addField, addMunicipalities, addOrganisation } from '#testing/factories.ts';
import { addExperience } from '#testing/factories-experiences.ts';

export function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

type Where = 'fier' | 'vlora' | 'korca';

/** Three municipalities, each with a member; one of them has told an experience: `const world = useExperiences(); … world.app`. */
export function useExperiences() {
  const database = useDatabase();
  let app: App | undefined;
  const places = new Map<Where, { municipality: string; key: string; organisation: string }>();
  let field = '';
  let experience = { id: '', key: '' };

  beforeAll(async () => {
    const made = createApp(readConfig({ LOG_LEVEL: 'silent' }), database(), {
      clock: () => new Date('2026-11-26T12:00:00Z'),
    });
    app = made;
    await made.jobs.start(made, { jobs: allJobs, works: false });
    const rows = await addMunicipalities(app.db, [{ name: 'Fier' }, { name: 'Vlorë' }, { name: 'Korçë' }]);
    for (const [index, name] of (['fier', 'vlora', 'korca'] as const).entries()) {
      const row = rows[index];
      if (!row) throw new Error('three were added');
      const organisation = (await addOrganisation(app.db)).id;
      places.set(name, { municipality: row.id, key: row.key, organisation });
    }
    field = (await addField(app.db)).id;
    experience = await addExperience(
      app.db,
      place('fier').municipality,
      'ditari',
      place('fier').organisation,
    );
  });

  function place(where: Where) {
    const found = places.get(where);
    if (!found) throw new Error('they are there from beforeAll on');
    return found;
  }

  async function person(role: Role, where: Where = 'fier'): Promise<Actor> {
    if (!app) throw new Error('it is there from beforeAll on');
    const { id } = await addAccount(app.db);
    const { municipality, organisation } = place(where);
    const scopes = {
      organisation: {
        kind: 'organisation',
        organisationId: organisation,
        municipalityIds: [municipality],
      },
      municipality: { kind: 'municipality', municipalityId: municipality },
      network: { kind: 'network' },
    } as const;
    const kind =
      role === 'municipality-contact'
        ? 'municipality'
        : role === 'coordinator' || role === 'administrator'
          ? 'network'
          : 'organisation';
    return { kind: 'account', id, grants: [{ role, scope: scopes[kind] }], awaitsSecondFactor: false };
  }

  return {
    place,
    person,
    get app(): App {
      if (!app) throw new Error('it is there from beforeAll on');
      return app;
    },
    get field() {
      return field;
    },
    get experience() {
      return experience;
    },
  };
}
