import { expect, test } from 'vitest';
import { appOn } from '#features/search/server/record.fixture.ts';
import { useDatabase } from '#testing/database.ts';
import { addContracts, addMandate, addPriorities, addRound, addStatuses } from '#testing/factories.ts';
import { spreadOfRound } from './round-spread.ts';
import { onClient } from '#server/database/on-client.ts';
import { rebuildTally } from './tally.ts';

const database = useDatabase();

test('of more municipalities than dots can show, each that may be compared stands in its step, the others are left out', async () => {
  const { db, pool } = database();
  const mandate = await addMandate(db);
  const round = await addRound(db, { mandate_id: mandate.id });
  // Every third contract holds a priority more than the record has.
  const contracts = await addContracts(
    db,
    Array.from({ length: 153 }, (_, index) => ({
      mandate_id: mandate.id,
      priority_count: index % 3 === 0 ? 3 : 2,
      priority_count_is: 'exact' as const,
    })),
  );
  for (const { id } of contracts) {
    const [first, second] = await addPriorities(db, id, [{}, {}]);
    const of = { round_id: round.id };
    await addStatuses(db, [
      { ...of, priority_id: first?.id ?? '', status: 'fully' },
      { ...of, priority_id: second?.id ?? '', status: 'partly' },
    ]);
  }
  const client = await pool.connect();
  await rebuildTally(onClient(client)).finally(() => client.release());
  const spread = await spreadOfRound(appOn(database()), round.id, undefined);
  if (spread.kind !== 'steps') throw new Error('so many are not shown one by one');
  expect(spread.leftOut).toBe(51);
  expect([spread.fully.steps[10], spread.fully.five?.n]).toEqual([102, 102]);
  expect([spread.atLeastPartly.steps[19], spread.atLeastPartly.five?.least]).toEqual([102, 100]);
});
