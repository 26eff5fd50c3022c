import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { rebuildTally } from '#features/monitoring/server/tally.ts';
import { inTransaction, type Db } from '#server/database/db.ts';
import { useDatabase } from '#testing/database.ts';
import {
  addContracts,
  addMandate,
  addMunicipalities,
  addPriorities,
  addRound,
  addStatuses,
} from '#testing/factories.ts';
import { mergeChanges, noteRecordChange } from './record-change.ts';

const database = useDatabase();

async function versionNow(): Promise<number> {
  const { rows } = await sql<{ version: number }>`SELECT version::integer FROM record_version`.execute(
    database().db,
  );
  return rows[0]?.version ?? Number.NaN;
}

async function foundKeys(): Promise<string[]> {
  const { db } = database();
  return (await db.selectFrom('search_document').select('key').distinct().orderBy('key').execute()).map(
    ({ key }) => key,
  );
}

function readTally(db: Db) {
  const byMunicipality = db.selectFrom('tally').selectAll().orderBy('round_id').orderBy('municipality_id');
  return byMunicipality.orderBy('field_id').execute();
}

/** Contracts of one mandate, each with two priorities, and a round of it. */
async function addAssessed(count: number) {
  const { db } = database();
  const mandate = await addMandate(db);
  const round = await addRound(db, { mandate_id: mandate.id });
  const contracts = await addContracts(
    db,
    Array.from({ length: count }, () => ({ mandate_id: mandate.id })),
  );
  const withPriorities = [];
  for (const contract of contracts) {
    const priorities = await addPriorities(db, contract.id, [{}, {}]);
    withPriorities.push({ ...contract, priorities: priorities.map(({ id }) => id) });
  }
  return { round, contracts: withPriorities };
}

test('of many publications in one transaction, search takes in each, and the version is raised once', async () => {
  const { db } = database();
  const before = await versionNow();
  const added = await inTransaction(db, async (tx) => {
    const municipalities = await addMunicipalities(
      tx,
      Array.from({ length: 10 }, () => ({})),
    );
    for (const { id } of municipalities) {
      await noteRecordChange(tx, { tables: ['municipality'], municipalityIds: [id] });
    }
    return municipalities;
  });
  expect(await versionNow()).toBe(before + 1);
  expect(await foundKeys()).toEqual(expect.arrayContaining(added.map(({ key }) => key)));
});

test('a transaction that fails after it noted a change leaves version and search as they were', async () => {
  const { db } = database();
  const before = { version: await versionNow(), keys: await foundKeys() };
  const failing = inTransaction(db, async (tx) => {
    const [one] = await addMunicipalities(tx, [{}]);
    await noteRecordChange(tx, { tables: ['municipality'], municipalityIds: [one?.id ?? ''] });
    throw new Error('after all');
  });
  await expect(failing).rejects.toThrow('after all');
  expect({ version: await versionNow(), keys: await foundKeys() }).toEqual(before);
});

test("the network's figures hold what municipalities published at the same moment", async () => {
  const { db } = database();
  const { round, contracts } = await addAssessed(4);
  let open = contracts.length;
  const allOpen = Promise.withResolvers<void>();
  await Promise.all(
    contracts.map(({ municipality_id, priorities }) =>
      inTransaction(db, async (tx) => {
        await addStatuses(
          tx,
          priorities.map((priority_id) => ({ priority_id, round_id: round.id })),
        );
        await noteRecordChange(tx, { tables: ['status'], municipalityIds: [municipality_id] });
        open -= 1;
        if (open <= 0) allOpen.resolve();
        await allOpen.promise;
      }),
    ),
  );
  const refreshed = await readTally(db);
  const [network] = refreshed.filter((row) => row.municipality_id === null && row.field_id === null);
  expect(network).toMatchObject({ priorities: 8, partly: 8, municipalities: 4 });
  await inTransaction(db, rebuildTally);
  expect(await readTally(db)).toEqual(refreshed);
});

test('a round that changes is counted in every municipality', async () => {
  const { db } = database();
  const { round, contracts } = await addAssessed(2);
  const [first, second] = contracts;
  if (!first || !second) throw new Error('no contracts');
  await addStatuses(db, [{ priority_id: first.priorities[0] ?? '', round_id: round.id }]);
  await inTransaction(db, (tx) => noteRecordChange(tx, { tables: ['status'] }));
  await sql`UPDATE contract SET starts = '2022' WHERE id = ${second.id}`.execute(db);
  await inTransaction(db, (tx) =>
    noteRecordChange(tx, { tables: ['round'], municipalityIds: [first.municipality_id] }),
  );
  const counted = (await readTally(db)).filter((row) => row.round_id === round.id);
  expect(new Set(counted.map((row) => row.municipality_id))).toEqual(new Set([null, first.municipality_id]));
});

test('changes that are followed up together leave nothing out, and none that names municipalities widens to all', () => {
  const change = fc.record(
    {
      tables: fc.uniqueArray(fc.constantFrom('need', 'event', 'contract', 'status'), { maxLength: 3 }),
      municipalityIds: fc.uniqueArray(fc.constantFrom('fier', 'durres', 'lezhe'), { maxLength: 3 }),
    },
    { requiredKeys: ['tables'] },
  );
  fc.assert(
    fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
      const pairs = (list: readonly { tables: string[]; municipalityIds?: string[] }[]) =>
        new Set(
          list.flatMap(({ tables, municipalityIds = ['everywhere'] }) =>
            tables.flatMap((table) => municipalityIds.map((id) => `${table} ${id}`)),
          ),
        );
      const merged = mergeChanges(changes).map((one) => ({
        tables: [...one.tables],
        ...(one.municipalityIds ? { municipalityIds: [...one.municipalityIds] } : {}),
      }));
      const asked = pairs(changes);
      const done = pairs(merged);
      for (const pair of asked) {
        expect(done.has(pair) || done.has(`${pair.split(' ')[0]} everywhere`)).toBe(true);
      }
      for (const pair of done) expect(asked).toContain(pair);
    }),
  );
});
