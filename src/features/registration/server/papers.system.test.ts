import { expect, test } from 'vitest';
import { printBadges, printDoorList } from './papers.ts';
import { useGatherings } from './registration.fixture.ts';

const gatherings = useGatherings();

test('the list and the badges are printed by who works at the door alone, and that they were is noted', async () => {
  const { id, key } = await gatherings.open();
  const { app, facilitator, foreignEditor } = gatherings;
  for (const print of [printDoorList, printBadges]) {
    await expect(print(app, foreignEditor, key, 'sq')).rejects.toMatchObject({ code: 'not-found' });
    await expect(print(app, { kind: 'nobody' }, key, 'sq')).rejects.toMatchObject({ code: 'forbidden' });
  }
  expect((await printDoorList(app, facilitator, key, 'sq')).length).toBeGreaterThan(0);
  const noted = await app.db
    .selectFrom('audit_event')
    .select('action')
    .where('subject_id', '=', id)
    .where('action', 'like', 'print-%')
    .execute();
  expect(noted).toEqual([{ action: 'print-list' }]);
});
