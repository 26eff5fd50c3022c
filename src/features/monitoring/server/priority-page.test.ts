import { expect, test } from 'vitest';
import { useRecord } from '#features/opendata/server/record.fixture.ts';
import { showPriority } from './priority-page.ts';

const { app } = useRecord('demo');

test('the history begins with the first round in which the contract was in force', async () => {
  const { rounds } = await showPriority(app(), 'aregjate-2021-1');
  expect(rounds.map(({ round }) => round.key)).toEqual(['2022-2023', '2021-2022']);
});

test('no published version of a priority is left out of its history', async () => {
  const { db } = app();
  const rows = await db
    .selectFrom('status')
    .innerJoin('priority', 'priority.id', 'status.priority_id')
    .innerJoin('contract', 'contract.id', 'priority.contract_id')
    .select(({ fn }) => ['contract.key as contract', 'priority.key', fn.countAll<number>().as('versions')])
    .groupBy(['contract.key', 'priority.key'])
    .orderBy('versions', 'desc')
    .execute();
  // Of each contract the one with the longest history.
  const longest = new Map(rows.toReversed().map((row) => [row.contract, row]));
  for (const { key, versions } of longest.values()) {
    const { rounds } = await showPriority(app(), key);
    expect([key, rounds.reduce((sum, round) => sum + round.versions.length, 0)]).toEqual([key, versions]);
  }
});
