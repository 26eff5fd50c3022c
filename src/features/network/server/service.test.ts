import { expect, test } from 'vitest';
import { useRecord } from '#features/opendata/server/record.fixture.ts';
import { listMembers, showMember } from './service.ts';

const { app } = useRecord('demo');

test('the coordinator stands first among the members, and no member is told of that does not exist', async () => {
  const [first] = await listMembers(app());
  expect(first?.isCoordinator).toBe(true);
  await expect(showMember(app(), 'nobody')).rejects.toThrow('nobody');
});
