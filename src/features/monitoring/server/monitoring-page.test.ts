import { describe, expect, test } from 'vitest';
import { useRecord } from '#features/opendata/server/record.fixture.ts';
import { showMonitoring } from './monitoring-page.ts';

describe('the real record', () => {
  const { app } = useRecord('real');

  test('only contracts read in full stand in the spread; the others are named as left out', async () => {
    const { spread } = await showMonitoring(app(), { round: '2019-2020' });
    if (spread?.kind !== 'dots') throw new Error('few municipalities are shown one by one');
    expect(spread.atLeastPartly.points.map(({ key }) => key)).toEqual(['fier']);
    expect(spread?.places.map(({ key }) => key)).toEqual(['durres', 'fier', 'kamez', 'puke', 'vlore']);
    expect(spread?.leftOut).toBe(4);
  });

  test('what the network published of the round stands beside ours, with the reason why they differ', async () => {
    const { published } = await showMonitoring(app(), { round: '2019-2020' });
    expect(published?.split).toMatchObject({ fully: 17, partly: 58, not: 25, total: 101, unit: 'percent' });
    expect(published?.reconciliation).toEqual({ kind: 'rows-missing', read: 12, total: 101 });
    expect(published?.possible).toEqual([{ fully: 17, partly: 59, not: 25 }]);
  });

  test('what was published of all fields does not stand beside the figures of one', async () => {
    const { published } = await showMonitoring(app(), { round: '2019-2020', field: 'social' });
    expect(published).toBeNull();
  });

  test('how many priorities of a field there are is not known while a contract is not read in full', async () => {
    const { byField } = await showMonitoring(app(), { round: '2019-2020' });
    expect(byField.map(({ figures }) => figures.whole.is)).toEqual(byField.map(() => 'unknown'));
  });
});

describe('the invented record', () => {
  const { app } = useRecord('demo');

  test('municipalities whose contracts are read in full are compared within a field too', async () => {
    const { fields, network } = await showMonitoring(app(), {});
    const round = network.at(-1)?.round.key;
    const field = fields[0]?.key;
    if (!round || !field) throw new Error('no round or no field');
    const { spread, byField } = await showMonitoring(app(), { round, field });
    expect(spread?.atLeastPartly.five?.n).toBeGreaterThan(3);
    const own = byField.find(({ key }) => key === field);
    expect(own?.figures.whole.is).toBe('exact');
  });
});
