import { describe, expect, test } from 'vitest';
import { inTransaction } from '#server/database/db.ts';
import { addEventOf, addGathering, addPlanConclusion, addPlanPhoto } from '#testing/factories-gatherings.ts';
import { useAfter } from './after.fixture.ts';
import { publishAfter } from './publish-after.ts';

const scene = useAfter();

async function published() {
  const { app, place } = scene();
  const plan = await addGathering(app.db, place, {
    minutes: JSON.stringify({ sq: 'U fol.', en: '' }),
    recording_url: 'https://video.example.org/1',
  });
  await addPlanConclusion(app.db, plan.id, { position: 1 });
  await addPlanConclusion(app.db, plan.id, {
    position: 2,
    due_on: '2027-09',
    organisation_id: place.organisation.id,
    followed_up_by: JSON.stringify({ sq: 'Bashkia', en: 'The town hall' }),
  });
  const shown = await addPlanPhoto(app.db, plan.id, { credit: 'A. Hoxha' });
  const withheld = await addPlanPhoto(app.db, plan.id, { position: 2, consent: 'not-given' });
  const event = await addEventOf(app.db, plan);
  const publish = () =>
    inTransaction(app.db, (tx) =>
      publishAfter(tx, app, { planId: plan.id, eventId: event.id, eventKey: event.key, version: 1 }),
    );
  return { app, plan, event, place, shown, withheld, publish };
}

describe('publishing what was written after a gathering', () => {
  test('puts conclusions with their followers, texts and photographs with consent into the record', async () => {
    const { app, event, place, shown, withheld, publish } = await published();
    const { rows, tables } = await publish();
    expect(tables.toSorted()).toEqual(['conclusion', 'conclusion_follower', 'event_photo', 'event_text']);
    expect(rows).toHaveLength(5);
    const conclusions = await app.db
      .selectFrom('conclusion')
      .leftJoin('conclusion_follower as follower', 'follower.conclusion_id', 'conclusion.id')
      .select(['conclusion.key', 'followed_up_by', 'due_on', 'organisation_id'])
      .where('event_id', '=', event.id)
      .orderBy('position')
      .execute();
    expect(conclusions).toEqual([
      { key: `${event.key}/1`, followed_up_by: null, due_on: null, organisation_id: null },
      {
        key: `${event.key}/2`,
        followed_up_by: { sq: 'Bashkia', en: 'The town hall' },
        due_on: '2027-09',
        organisation_id: place.organisation.id,
      },
    ]);
    const texts = await app.db
      .selectFrom('event_text')
      .select(['kind', 'content'])
      .where('event_id', '=', event.id)
      .execute();
    expect(texts).toEqual([{ kind: 'minutes', content: { sq: 'U fol.' } }]);
    const photos = await app.db
      .selectFrom('event_photo')
      .select(['copy_sha256', 'credit'])
      .where('event_id', '=', event.id)
      .execute();
    expect(photos).toEqual([{ copy_sha256: shown.copy_sha256, credit: 'A. Hoxha' }]);
    const open = await app.db
      .selectFrom('public_copy')
      .select('copy_sha256')
      .where('copy_sha256', 'in', [shown.copy_sha256, withheld.copy_sha256])
      .execute();
    expect(open).toEqual([{ copy_sha256: shown.copy_sha256 }]);
    const { recording_url } = await app.db
      .selectFrom('event')
      .select('recording_url')
      .where('id', '=', event.id)
      .executeTakeFirstOrThrow();
    expect(recording_url).toBe('https://video.example.org/1');
  });

  test('again adds only what is new', async () => {
    const { app, plan, event, publish } = await published();
    await publish();
    expect((await publish()).rows).toEqual([]);
    await addPlanConclusion(app.db, plan.id, { position: 3 });
    expect((await publish()).rows).toHaveLength(1);
    const keys = await app.db
      .selectFrom('conclusion')
      .select('key')
      .where('event_id', '=', event.id)
      .execute();
    expect(keys.map(({ key }) => key).toSorted()).toEqual([1, 2, 3].map((n) => `${event.key}/${n}`));
  });
});
