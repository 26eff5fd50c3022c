import { expect, test } from 'vitest';
import { publishEvent } from '#features/events/server/stages.ts';
import { countParticipants } from './attendance.ts';
import { enterOnline, importOnline, showOnline } from './online.ts';
import { useGatherings, valueOf } from './registration.fixture.ts';

const gatherings = useGatherings();
const list = Buffer.from('Name,Join Time\nAna,10:00\nBen,10:00\nAna,11:00\n');

test('how many took part online is entered or counted from a list, and published with the event', async () => {
  const { id, key } = await gatherings.open({ online: null });
  const { app, editor } = gatherings;
  await expect(showOnline(app, editor, key)).rejects.toMatchObject({ code: 'not-found' });
  gatherings.setNow('2027-05-12T09:00:00Z');
  valueOf(await enterOnline(app, editor, key, { people: 40, version: 1 }));
  expect(await enterOnline(app, editor, key, { people: 50, version: 1 })).toMatchObject({
    kind: 'conflict',
    theirs: { people: '40' },
    theirVersion: 2,
  });
  valueOf(await importOnline(app, editor, key, { bytes: list, version: 2 }));
  expect(await showOnline(app, editor, key)).toMatchObject({ people: 2, basis: 'imported', version: 3 });
  valueOf(await enterOnline(app, editor, key, { people: 31, version: 3 }));
  expect(await countParticipants(app.db, id)).toEqual({ count: 31, is: 'told' });
  await publishEvent(app, editor, key);
  const { participants } = await app.db
    .selectFrom('event')
    .select('participants')
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  expect(participants).toBe(31);
  valueOf(await importOnline(app, editor, key, { bytes: list, version: 4 }));
  expect(await countParticipants(app.db, id)).toEqual({ count: 2, is: 'exact' });
  expect(await showOnline(app, editor, key)).toMatchObject({ isPublished: true, people: 2 });
});

test('a list that says nothing is refused at its field, and what stood there stays', async () => {
  const { key } = await gatherings.open({ online: null });
  const { app, editor } = gatherings;
  gatherings.setNow('2027-05-12T09:00:00Z');
  const faultOf = (bytes: Buffer | undefined) => importOnline(app, editor, key, { bytes, version: 1 });
  expect(await faultOf(undefined)).toMatchObject({ faults: [{ field: 'file', key: 'form.fault.missing' }] });
  expect(await faultOf(Buffer.from('x'))).toMatchObject({
    faults: [{ field: 'file', key: 'registration.online.fault.columns' }],
  });
  expect(await showOnline(app, editor, key)).toMatchObject({ people: null, version: 1 });
});

test('nobody else says how many, nor is told that it can be said', async () => {
  const { key } = await gatherings.open({ online: null });
  gatherings.setNow('2027-05-12T09:00:00Z');
  const { app, facilitator, foreignEditor } = gatherings;
  for (const actor of [facilitator, foreignEditor]) {
    await expect(enterOnline(app, actor, key, { people: 1, version: 1 })).rejects.toMatchObject({
      code: 'not-found',
    });
  }
  await expect(importOnline(app, { kind: 'nobody' }, key, { bytes: list, version: 1 })).rejects.toMatchObject(
    { code: 'forbidden' },
  );
});
