import { expect, test } from 'vitest';
import { useRecord } from '#features/opendata/server/record.fixture.ts';
import { listContracts } from './service.ts';

const { app } = useRecord('real');

async function electionsOf(mandate: string) {
  const { elections } = await listContracts(app(), { mandate });
  return elections.map(({ key, kind }) => [key, kind]);
}

test('a mandate has its general election, those held again or in part, and the one that ends it', async () => {
  expect(await electionsOf('2023-2027')).toEqual([
    ['2023-05-14', 'general'],
    ['2023-09-24/kukes', 'rerun'],
    ['2025-11-09/berat', 'partial'],
    ['2025-11-09/cerrik', 'partial'],
    ['2025-11-09/mat', 'partial'],
    ['2025-11-09/tepelene', 'partial'],
    ['2025-11-09/vlore', 'partial'],
    ['2027', 'general'],
  ]);
});

test('an election of another mandate is not among them', async () => {
  expect(await electionsOf('2019-2023')).toEqual([
    ['2019-06-30', 'general'],
    ['2022-03-06/durres', 'partial'],
    ['2022-03-06/shkoder', 'partial'],
  ]);
});
