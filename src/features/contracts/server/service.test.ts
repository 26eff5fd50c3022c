import { describe, expect, test } from 'vitest';
import { useRecord } from '#features/opendata/server/record.fixture.ts';
import { addContracts } from '#testing/factories.ts';
import { countSignings } from '../signing.ts';
import { latestSignings, listContracts } from './service.ts';

describe('how many contracts stand where', () => {
  const { app, database } = useRecord('real');

  test('is counted from the facts of each contract', async () => {
    const { mandates } = await listContracts(app(), {});
    expect(mandates.length).toBeGreaterThan(1);
    for (const { key } of mandates) {
      const { contracts, signings } = await listContracts(app(), { mandate: key });
      expect(signings).toEqual(countSignings(contracts.map(({ signing }) => signing)));
    }
  });

  test('is told of the newest mandate', async () => {
    const { mandate, signings } = await listContracts(app(), {});
    expect(await latestSignings(app())).toMatchObject({ mandate: mandate?.key, counts: signings });
  });

  test('is counted over all contracts of the mandate, not over the page that is shown', async () => {
    const before = await listContracts(app(), {});
    const shown = before.contracts.length;
    const mandate_id = before.mandate?.id ?? '';
    await addContracts(
      database().db,
      Array.from({ length: 120 }, () => ({ mandate_id })),
    );
    const after = await listContracts(app(), {});
    expect(after.contracts.length).toBeLessThan(shown + 120);
    expect(after.signings.total).toBe(shown + 120);
    expect(after.signings['not-known']).toBe(before.signings['not-known'] + 120);
  });
});
