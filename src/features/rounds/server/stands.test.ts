import { expect, test } from 'vitest';
import { nobody, type Actor } from '#features/accounts/actor.ts';
import { useRounds } from './rounds.fixture.ts';
import { listStands } from './stands.ts';

const { app, made } = useRounds();

function standsFor(actor: Actor) {
  return listStands(app(), actor, [made().assessment.municipality_id]);
}

test('who works on a round there sees where it stands, and nobody else', async () => {
  for (const actor of [made().monitor, made().editor, made().coordinator]) {
    const [stand] = await standsFor(actor);
    expect(stand?.steps.map(({ state }) => state)).toEqual(['under-way', 'ahead', 'ahead', 'ahead']);
  }
  for (const actor of [made().monitorElsewhere, nobody]) expect(await standsFor(actor)).toEqual([]);
});

test('what is public stands in the record, and no longer at work', async () => {
  const day = new Date('2028-11-15T08:00:00Z');
  await app()
    .db.updateTable('assessment')
    .set({ stage: 'published', prepared_at: day, prepared_by: made().editor.id, published_at: day })
    .where('id', '=', made().assessment.id)
    .execute();
  expect(await standsFor(made().editor)).toEqual([]);
});
