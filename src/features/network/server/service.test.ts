import { expect, test } from 'vitest';
import { useRecord } from '#features/opendata/server/record.fixture.ts';
import { listMembers, showMember } from './service.ts';

const { app } = useRecord('demo');

test('the coordinator stands first among the members, and no member is told of that does not exist', async () => {
  const [first] = await listMembers(app());
  expect(first?.isCoordinator).toBe(true);
  await expect(showMember(app(), 'nobody')).rejects.toThrow('nobody');
});

test('a member’s contracts each stand with the keys of the rounds that were published for them', async () => {
  const { monitored } = await showMember(app(), 'ullinjte-e-paqes');
  const [{ rounds } = { rounds: [] }] = monitored.filter(({ mandate }) => mandate === '2023-2027');
  expect(rounds).toContain('2023-2024');
});
