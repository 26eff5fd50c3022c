import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { useRecord } from '#features/opendata/server/record.fixture.ts';
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
    expect(await latestSignings(app())).toEqual({ mandate: mandate?.key, counts: signings });
  });

  test('is counted over all contracts of the mandate, not over the page that is shown', async () => {
    const before = await listContracts(app(), {});
    const { db } = database();
    const taken = before.contracts.map(({ municipalityId }) => municipalityId);
    const { county_id } = await db.selectFrom('municipality').select('county_id').executeTakeFirstOrThrow();
    const municipalities = Array.from({ length: 120 }, (_, index) => ({
      id: randomUUID(),
      key: `more-${index}`,
      name: `More ${index}`,
      county_id,
      longitude: 20,
      latitude: 41,
    }));
    await db.insertInto('municipality').values(municipalities).execute();
    const contracts = municipalities.map(({ id, key }) => ({
      id: randomUUID(),
      key: `${key}-contract`,
      municipality_id: id,
      mandate_id: before.mandate?.id ?? '',
    }));
    await db.insertInto('contract').values(contracts).execute();
    const after = await listContracts(app(), {});
    expect(after.contracts.length).toBeLessThan(taken.length + 120);
    expect(after.signings.total).toBe(taken.length + 120);
    expect(after.signings['not-known']).toBe(before.signings['not-known'] + 120);
  });
});
