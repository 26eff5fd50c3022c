import { expect, test } from 'vitest';
import { useRecord } from '#features/opendata/server/record.fixture.ts';
import { listEvents } from './service.ts';

const { app } = useRecord('demo');

test('events can be filtered by each municipality that has some, and by no other', async () => {
  const { municipalities } = await listEvents(app(), {});
  for (const { key } of municipalities) {
    const { past, upcoming } = await listEvents(app(), { municipality: key });
    const found = [...past, ...upcoming];
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map((event) => event.municipality?.key))).toEqual(new Set([key]));
  }
});
