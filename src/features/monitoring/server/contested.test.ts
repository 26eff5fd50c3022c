import { expect, test } from 'vitest';
import { noteRecordChange } from '#features/opendata/server/record-change.ts';
import { recordDatasets } from '#features/opendata/server/record-datasets.ts';
import { appOn } from '#features/search/server/record.fixture.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';
import { useDatabase } from '#testing/database.ts';
import { addDispute, addDisputeDecision } from '#testing/factories-disputes.ts';
import { addContracts, addPriorities, addRound, addStatuses } from '#testing/factories.ts';
import { showPriority } from './priority-page.ts';
import { listRounds, networkFigures } from './rounds.ts';
import { statusesOfContract } from './statuses.ts';

const database = useDatabase();

async function addAssessed() {
  const { db } = database();
  const [contract] = await addContracts(db, [{ priority_count: 2, priority_count_is: 'exact' }]);
  if (!contract) throw new Error('one was asked for');
  const priorities = await addPriorities(db, contract.id, [{}, {}]);
  const [first, second] = priorities;
  if (!first || !second) throw new Error('two were asked for');
  const round = await addRound(db, { mandate_id: contract.mandate_id });
  await addStatuses(
    db,
    priorities.map(({ id }) => ({ priority_id: id, round_id: round.id, status: 'fully' })),
  );
  return { contract, first, second, round };
}

/** Changes the record as services do. */
function change(municipalityId: string, table: string, work: (tx: Tx) => Promise<unknown>) {
  return inTransaction(database().db, async (tx) => {
    await work(tx);
    await noteRecordChange(tx, { tables: [table], municipalityIds: [municipalityId] });
  });
}

async function seen({ contract, first, second, round }: Awaited<ReturnType<typeof addAssessed>>) {
  const app = appOn(database());
  const figures = await networkFigures(app, await listRounds(app));
  const own = figures.find((one) => one.round.id === round.id)?.figures;
  const statuses = await statusesOfContract(app, contract.id);
  const page = await showPriority(app, first.key);
  const dataset = (await recordDatasets(app)).find(({ name }) => name === 'statuses');
  const column = dataset?.columns.findIndex(({ name }) => name === 'disputed') ?? -1;
  const disputed: (string | null | undefined)[] = [];
  for await (const rows of dataset?.read({ priority: first.key }) ?? []) {
    disputed.push(...rows.map((row) => row[column]));
  }
  return {
    counted: own?.counts.contested,
    fully: own?.fullyAddressed.bounds,
    list: [first, second].map(({ id }) => statuses.get(id)?.get(round.id)?.contested),
    page: page.rounds.map(({ versions }) => versions.map(({ version, contested }) => [version, contested])),
    disputed,
  };
}

test('a status is contested from its dispute on until that is decided: in figures, lists, pages and data alike', async () => {
  const assessed = await addAssessed();
  const { contract, first, round } = assessed;
  const settled = {
    counted: 0,
    fully: { low: 2, high: 2 },
    list: [false, false],
    page: [[[1, false]]],
    disputed: ['false'],
  };
  const at = contract.municipality_id;
  await change(at, 'status', () => Promise.resolve());
  expect(await seen(assessed)).toEqual(settled);

  let disputeId = '';
  await change(at, 'dispute', async (tx) => {
    disputeId = (await addDispute(tx, { priority_id: first.id, round_id: round.id })).id;
  });
  expect(await seen(assessed)).toEqual({
    counted: 1,
    fully: { low: 1, high: 2 },
    list: [true, false],
    page: [[[1, true]]],
    disputed: ['true'],
  });

  await change(at, 'dispute_decision', (tx) => addDisputeDecision(tx, disputeId));
  expect(await seen(assessed)).toEqual(settled);
});

test('a correction of what is disputed does not settle the dispute; the version before one that is disputed is not contested', async () => {
  const { db } = database();
  const assessed = await addAssessed();
  const { contract, first, second, round } = assessed;
  const reason = JSON.stringify({ sq: 'Gabim', en: 'A mistake' });
  const corrected = { round_id: round.id, version: 2, kind: 'correction' as const, reason };
  await addDispute(db, { priority_id: first.id, round_id: round.id });
  await addStatuses(
    db,
    [first, second].map(({ id }) => ({ ...corrected, priority_id: id })),
  );
  await addDispute(db, { priority_id: second.id, round_id: round.id, version: 2 });
  await change(contract.municipality_id, 'status', () => Promise.resolve());
  expect(await seen(assessed)).toMatchObject({ counted: 2, list: [true, true] });
  const { rounds } = await showPriority(appOn(database()), second.key);
  expect(rounds[0]?.versions.map(({ version, contested }) => [version, contested])).toEqual([
    [2, true],
    [1, false],
  ]);
});
