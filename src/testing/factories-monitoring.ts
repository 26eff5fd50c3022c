import { randomUUID } from 'node:crypto';
import type { Insertable } from 'kysely';
import { pop2 } from '#features/monitoring/codebooks.fixture.ts';
import type { Actor, Scope } from '#features/accounts/actor.ts';
import type { Role } from '#features/accounts/role.ts';
import type { Db } from '#server/database/db.ts';
import type { DB } from '#server/database/types.ts';
import {
  addAccount,
  addContracts,
  addMandate,
  addMembership,
  addMunicipalities,
  addOrganisation,
  addPriorities,
} from './factories.ts';

type Acting = Actor & { kind: 'account' };

async function addActor(db: Db, role?: Role, scope: Scope = { kind: 'network' }): Promise<Acting> {
  const { id } = await addAccount(db);
  return { kind: 'account', id, grants: role ? [{ role, scope }] : [], awaitsSecondFactor: false };
}

async function addOffice(db: Db, municipalityId: string) {
  const { id } = await addOrganisation(db);
  await addMembership(db, { organisation_id: id, municipality_id: municipalityId });
  return { kind: 'organisation' as const, organisationId: id, municipalityIds: [municipalityId] };
}

/** The codebook of new rounds, with its six codes. */
export async function addPop2(db: Db) {
  const id = randomUUID();
  const key = `pop-2-${id.slice(0, 8)}`;
  const words = JSON.stringify({ sq: 'Provë', en: 'Trial' });
  await db
    .insertInto('codebook')
    .values({ id, key, name: words, about: words, valid_from: '2023', mapping: JSON.stringify(pop2.mapping) })
    .execute();
  await db
    .insertInto('codebook_code')
    .values(
      pop2.codes.map((code, index) => ({
        id: randomUUID(),
        key: `${key}/${code}`,
        codebook_id: id,
        code,
        position: index + 1,
        rank: index < 4 ? index : null,
        name: words,
        definition: words,
      })),
    )
    .execute();
  return { id, key };
}

export async function addComponents(
  db: Db,
  priorityId: string,
  given: readonly Partial<Insertable<DB['component']>>[],
) {
  const rows = given.map((one, index) => ({
    id: randomUUID(),
    key: `component-${randomUUID()}`,
    priority_id: priorityId,
    position: index + 1,
    statement: JSON.stringify({ sq: 'Rruga shtrohet', en: 'The road is paved' }),
    testable: 'yes' as const,
    competence: 'own' as const,
    ...one,
  }));
  await db.insertInto('component').values(rows).execute();
  return rows;
}

/**
 * A municipality with a contract of two priorities (two components and one) in a round under codebook pop-2, at a stage; the
 * people of its member organisation, a coder of another organisation, and their like elsewhere. Each task has both seats taken:
 * coder (its own organisation's) on seat 1, otherCoder on seat 2.
 */
export async function addMonitoring(db: Db, given: Partial<Insertable<DB['assessment']>> = {}) {
  const [municipality, elsewhere] = await addMunicipalities(db, [{ name: 'Fier' }, { name: 'Vlorë' }]);
  if (!municipality || !elsewhere) throw new Error('two were asked for');
  const [own, other] = [await addOffice(db, municipality.id), await addOffice(db, elsewhere.id)];
  const mandate = await addMandate(db, { starts: '2027', ends: '2031' });
  const [contract] = await addContracts(db, [
    {
      municipality_id: municipality.id,
      mandate_id: mandate.id,
      priority_count: 2,
      priority_count_is: 'exact',
    },
  ]);
  if (!contract) throw new Error('one was asked for');
  const priorities = await addPriorities(db, contract.id, [{}, {}]);
  const components = [];
  for (const [index, { id }] of priorities.entries()) {
    components.push(...(await addComponents(db, id, index === 0 ? [{}, {}] : [{}])));
  }
  const people = {
    monitor: await addActor(db, 'monitor', own),
    coder: await addActor(db, 'monitor', own),
    otherCoder: await addActor(db, 'monitor', other),
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
    monitorElsewhere: await addActor(db, 'monitor', other),
    editorElsewhere: await addActor(db, 'editor', other),
    contactElsewhere: await addActor(db, 'municipality-contact', {
      kind: 'municipality',
      municipalityId: elsewhere.id,
    }),
  };
  const codebook = await addPop2(db);
  const plan = {
    id: randomUUID(),
    mandate_id: mandate.id,
    codebook_id: codebook.id,
    number: 1,
    starts: '2027-09',
    ends: '2028-09',
    evidence_until: '2028-09-15',
    coding_until: '2028-10-01',
    reply_until: '2028-11-01',
    publish_on: '2028-11-15',
  };
  await db.insertInto('round_plan').values(plan).execute();
  const assessment = {
    id: randomUUID(),
    round_plan_id: plan.id,
    municipality_id: municipality.id,
    contract_id: contract.id,
    organisation_id: own.organisationId,
    ...given,
  };
  await db.insertInto('assessment').values(assessment).execute();
  const tasks = components.map(({ id }) => ({
    id: randomUUID(),
    assessment_id: assessment.id,
    municipality_id: municipality.id,
    component_id: id,
    monitor_id: people.monitor.id,
  }));
  await db.insertInto('coding_task').values(tasks).execute();
  await db
    .insertInto('coding_seat')
    .values(
      tasks.flatMap(({ id }) => [
        { task_id: id, seat: 1, account_id: people.coder.id, organisation_id: own.organisationId },
        { task_id: id, seat: 2, account_id: people.otherCoder.id, organisation_id: other.organisationId },
      ]),
    )
    .execute();
  return {
    municipality,
    elsewhere,
    mandate,
    contract,
    priorities,
    components,
    codebook,
    plan,
    assessment,
    tasks,
    ...people,
  };
}

export type Monitoring = Awaited<ReturnType<typeof addMonitoring>>;
