import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#features/accounts/actor.ts';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { useDatabase } from '#testing/database.ts';
import {
  addAccount,
  addContracts,
  addMembership,
  addMunicipalities,
  addOrganisation,
} from '#testing/factories.ts';
import { planCycle } from '../schema.ts';
import { listCycles, saveCycle } from './cycles.ts';
import { showWork } from './overview.ts';

const database = useDatabase();
let app: App;
let coordinator: Actor;
let fier = '';

const plan = {
  starts: '2027',
  listen: '2027-01-15',
  compile: '2027-02-01',
  contract: '2027-02-15',
  confront: '2027-03-15',
  sign: '2027-06-01',
  election: '2027-05-02',
};

function actorWith(role: 'coordinator' | 'editor' | 'administrator', municipalityIds: string[] = []): Actor {
  if (coordinator.kind !== 'account') throw new Error('an account');
  const scope =
    role === 'editor'
      ? { kind: 'organisation' as const, organisationId: randomUUID(), municipalityIds }
      : { kind: 'network' as const };
  return { ...coordinator, grants: [{ role, scope }] };
}

beforeAll(async () => {
  const now = new Date('2027-01-20T12:00:00Z');
  app = createApp(readConfig({ LOG_LEVEL: 'silent' }), database(), { clock: () => now });
  const scope = { kind: 'network' } as const;
  const { id } = await addAccount(app.db);
  coordinator = { kind: 'account', id, grants: [{ role: 'coordinator', scope }], awaitsSecondFactor: false };
  const places = await addMunicipalities(app.db, [
    { key: 'fier', name: 'Fier' },
    { key: 'vlore' },
    { key: 'kukes' },
  ]);
  fier = places[0]?.id ?? '';
  const organisation = await addOrganisation(app.db);
  for (const { id: municipality_id } of places.slice(0, 2)) {
    await addMembership(app.db, { organisation_id: organisation.id, municipality_id });
  }
});

describe('the plan of a cycle', () => {
  test.each(['editor', 'administrator'] as const)('is not made by an %s', async (role) => {
    const command = planCycle.parse(plan);
    await expect(saveCycle(app, actorWith(role, [fier]), command)).rejects.toThrow('forbidden');
  });

  test.each([
    ['compile', '2027-01-14', 'work.fault.order'],
    ['election', '2027-03-01', 'work.fault.order'],
    ['election', '2028-05-02', 'work.fault.election-year'],
  ])('whose day %s is %s is refused at that field', (field, value, message) => {
    const issues = planCycle.safeParse({ ...plan, [field]: value }).error?.issues ?? [];
    expect(issues.map((issue) => [issue.path.join('.'), issue.message])).toEqual([[field, message]]);
  });

  test('brings its mandate into the record, cited and audited', async () => {
    const version = () => app.db.selectFrom('record_version').select('version').executeTakeFirstOrThrow();
    const before = await version();
    const outcome = await saveCycle(app, coordinator, planCycle.parse(plan));
    expect(outcome).toEqual({ kind: 'done', value: { mandate: '2027-2031' } });
    const [cycle] = await listCycles(app);
    expect(cycle).toMatchObject({ mandate: '2027-2031', election: '2027-05-02', version: 1 });
    expect((await version()).version).toBe(before.version + 1);
    const cited = await app.db.selectFrom('citation').select('subject_kind').execute();
    expect(cited).toEqual([{ subject_kind: 'mandate' }]);
    const audited = await app.db.selectFrom('audit_event').select(['action', 'subject_kind']).execute();
    expect(audited).toEqual([{ action: 'plan', subject_kind: 'cycle' }]);
  });

  test('made by two at once is a conflict for the second, who sees the first one’s days', async () => {
    const outcome = await saveCycle(app, coordinator, planCycle.parse({ ...plan, listen: '2027-01-01' }));
    expect(outcome).toMatchObject({ kind: 'conflict', theirs: { listen: '2027-01-15' }, theirVersion: 1 });
  });

  test('changed by two from the same version is changed once', async () => {
    const change = (listen: string) =>
      saveCycle(app, coordinator, planCycle.parse({ ...plan, listen, version: '1' }));
    const outcomes = await Promise.all([change('2027-01-10'), change('2027-01-11')]);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['conflict', 'done']);
  });
});

describe('the workspace', () => {
  test('shows a coordinator the municipalities of the network, and none outside it', async () => {
    const work = await showWork(app, coordinator, {});
    expect(work.municipalities.map(({ key }) => key)).toEqual(['fier', 'vlore']);
    expect(work.cycle?.mandate).toBe('2027-2031');
  });

  test('shows an editor their own municipality alone, in full, with what is late', async () => {
    const work = await showWork(app, actorWith('editor', [fier]), {});
    expect(work.municipalities.map(({ key }) => key)).toEqual(['fier']);
    expect(work.chosen?.next).toMatchObject({ step: 'listen', late: true });
  });

  test('does not show another municipality to someone who asks for it', async () => {
    await expect(showWork(app, actorWith('editor', [fier]), { municipality: 'vlore' })).rejects.toThrow(
      'not-found',
    );
  });

  test('counts what was done for that mandate alone', async () => {
    const [mandate] = await listCycles(app);
    await addContracts(app.db, [{ municipality_id: fier }]);
    const earlier = await showWork(app, coordinator, { municipality: 'fier' });
    expect(earlier.chosen?.facts.contract).toBe('none');
    await addContracts(app.db, [{ municipality_id: fier, mandate_id: mandate?.mandateId ?? '' }]);
    const later = await showWork(app, coordinator, { municipality: 'fier' });
    expect(later.chosen?.facts).toMatchObject({ contract: 'frozen', signed: false, sessions: 0 });
  });
});
