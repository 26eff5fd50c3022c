import { expect, test } from 'vitest';
import { useRecord } from '#features/opendata/server/record.fixture.ts';
import { addContracts, addMandate, addPriorities } from '#testing/factories.ts';
import { showMunicipality } from './municipality-page.ts';

const { app } = useRecord('demo');

const shownOn = async (day: string) => {
  const onDay = { ...app(), clock: () => new Date(`${day}T09:00:00Z`) };
  const { priorities } = await showMunicipality(onDay, 'kripale');
  return priorities && { contract: priorities.contract.key, round: priorities.round };
};

test('the contract of the coming mandate takes the place of the one in force only when that is over', async () => {
  const { db } = app();
  const { id } = await db
    .selectFrom('municipality')
    .select('id')
    .where('key', '=', 'kripale')
    .executeTakeFirstOrThrow();
  const mandate = await addMandate(db, { key: '2027-2031', starts: '2027', ends: '2031' });
  const [contract] = await addContracts(db, [
    { key: 'kripale-2027', municipality_id: id, mandate_id: mandate.id },
  ]);
  const field = await db.selectFrom('field').select('id').executeTakeFirstOrThrow();
  await addPriorities(db, contract?.id ?? '', [{ field_id: field.id }]);
  const inForce = { contract: 'kripale-2023', round: '2024-2025' };
  expect(await shownOn('2026-11-26')).toEqual(inForce);
  expect(await shownOn('2027-02-01')).toEqual(inForce);
  expect(await shownOn('2028-01-01')).toEqual({ contract: 'kripale-2027', round: null });
});
