import { expect, test } from 'vitest';
import { appOn } from '#features/search/server/record.fixture.ts';
import { useDatabase } from '#testing/database.ts';
import { addContracts, addPriorities, addRound, addStatuses } from '#testing/factories.ts';
import { listRounds, networkFigures } from './rounds.ts';
import { onClient } from '#server/database/on-client.ts';
import { rebuildTally } from './tally.ts';

const database = useDatabase();

async function figuresNow(roundId: string) {
  const client = await database().pool.connect();
  try {
    await rebuildTally(onClient(client));
  } finally {
    client.release();
  }
  const app = appOn(database());
  return (await networkFigures(app, await listRounds(app))).find(({ round }) => round.id === roundId)
    ?.figures;
}

test('a correction takes the place of what it corrects in the figures; the size of the contract stays', async () => {
  const { db } = database();
  const [contract] = await addContracts(db, [{ priority_count: 4, priority_count_is: 'exact' }]);
  if (!contract) throw new Error('no contract');
  const priorities = await addPriorities(db, contract.id, [{}, {}, {}]);
  const round = await addRound(db, { mandate_id: contract.mandate_id });
  const status = { round_id: round.id, status: 'fully' as const };
  await addStatuses(
    db,
    priorities.map(({ id }) => ({ ...status, priority_id: id })),
  );
  expect(await figuresNow(round.id)).toMatchObject({
    denominator: 4,
    missing: 1,
    counts: { fully: 3, not: 0 },
  });

  const reason = JSON.stringify({ sq: 'Rruga nuk u asfaltua.', en: 'The road was not paved.' });
  const corrected = {
    priority_id: priorities[0]?.id ?? '',
    round_id: round.id,
    version: 2,
    kind: 'correction' as const,
  };
  await addStatuses(db, [{ ...corrected, status: 'not', reason }]);
  expect(await figuresNow(round.id)).toMatchObject({
    denominator: 4,
    missing: 1,
    counts: { fully: 2, not: 1 },
  });
  const versions = await db
    .selectFrom('status')
    .select('version')
    .where('priority_id', '=', corrected.priority_id)
    .execute();
  expect(versions).toHaveLength(2);
});

test("the network's size is only known as far as that of every contract is", async () => {
  const { db } = database();
  const [known, unknown] = await addContracts(db, [{ priority_count: 2, priority_count_is: 'exact' }, {}]);
  if (!known || !unknown) throw new Error('no contracts');
  const round = await addRound(db, { mandate_id: known.mandate_id });
  const [first] = await addPriorities(db, known.id, [{}, {}]);
  await addPriorities(db, unknown.id, [{}]);
  await addStatuses(db, [{ round_id: round.id, priority_id: first?.id ?? '', status: 'fully' }]);
  expect(await figuresNow(round.id)).toMatchObject({ whole: { count: 3, is: 'at-least' } });
});
