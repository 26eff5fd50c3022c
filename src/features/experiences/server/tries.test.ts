import { expect, test } from 'vitest';
import type { Actor } from '#features/accounts/actor.ts';
import { tryForm, type TryCommand } from '../schema.ts';
import { useExperiences, valueOf } from './experiences.fixture.ts';
import { showExperience } from './public.ts';
import { publishTry, returnTry } from './publish-try.ts';
import { changeTry, sayTry, showTry, showTryForm } from './tries.ts';

const world = useExperiences();
const code = (wanted: string) => expect.objectContaining({ code: wanted });

function said(where: 'fier' | 'vlora' | 'korca', given: Record<string, unknown> = {}): TryCommand {
  return tryForm.parse({
    experience: world.experience.id,
    municipality: world.place(where).municipality,
    state: 'tried',
    outcome: 'worked',
    saidOn: '2026-11-20',
    statement_sq: 'E provuam në dy fshatra.',
    ...given,
  });
}

async function published(by: Actor, reader: Actor, command: TryCommand): Promise<void> {
  const { id } = valueOf(await sayTry(world.app, by, command));
  await publishTry(world.app, reader, id);
}

test('what a town hall says waits for its municipality’s own editor; then everyone sees who learned from whom', async () => {
  const { app } = world;
  const contact = await world.person('municipality-contact', 'vlora');
  const editor = await world.person('editor', 'vlora');
  const { id } = valueOf(await sayTry(app, contact, said('vlora')));
  expect((await showExperience(app, 'ditari')).lineage).toHaveLength(1);
  await expect(publishTry(app, contact, id)).rejects.toEqual(code('forbidden'));
  const elsewhere = await world.person('editor', 'fier');
  await expect(publishTry(app, elsewhere, id)).rejects.toEqual(code('not-found'));
  await expect(showTry(app, elsewhere, id)).rejects.toEqual(code('not-found'));
  await publishTry(app, editor, id);
  await expect(publishTry(app, editor, id)).rejects.toEqual(code('conflict'));

  const korca = await world.person('facilitator', 'korca');
  const { teachers } = await showTryForm(app, korca, 'ditari');
  expect(teachers.map(({ value }) => value)).toEqual([world.place('vlora').municipality]);
  const learned = said('korca', { learnedFrom: world.place('vlora').municipality, state: 'wants' });
  await published(korca, await world.person('editor', 'korca'), learned);
  const { lineage } = await showExperience(app, 'ditari');
  expect(lineage.map(({ place, depth }) => [place.name, depth])).toEqual([
    ['Fier', 0],
    ['Vlorë', 1],
    ['Korçë', 2],
  ]);
  expect(lineage[2]?.said).toMatchObject({ state: 'wants', outcome: null });
});

test('who wanted to try and has tried goes on without a reason; who says it otherwise gives one', async () => {
  const { app } = world;
  const korca = await world.person('facilitator', 'korca');
  const editor = await world.person('editor', 'korca');
  await published(korca, editor, said('korca', { outcome: 'partly' }));
  const again = said('korca', { outcome: 'did-not-work' });
  expect(await sayTry(app, korca, again)).toMatchObject({ faults: [{ field: 'reason_sq' }] });
  await published(korca, editor, said('korca', { outcome: 'did-not-work', reason_sq: 'U prish.' }));
  const { lineage } = await showExperience(app, 'ditari');
  const own = lineage.find(({ place }) => place.name === 'Korçë')?.said;
  expect(own).toMatchObject({ outcome: 'did-not-work', reason: { sq: 'U prish.' }, version: 3 });
  expect(own?.earlier.map(({ state }) => state)).toEqual(['wants', 'tried']);
});

test('nobody says it for another municipality, of one’s own experience, or twice at a time', async () => {
  const { app } = world;
  const vlora = await world.person('municipality-contact', 'vlora');
  await expect(sayTry(app, vlora, said('korca'))).rejects.toEqual(code('forbidden'));
  const fier = await world.person('municipality-contact', 'fier');
  expect(await sayTry(app, fier, said('fier'))).toMatchObject({ faults: [{ field: 'municipality' }] });
  const anew = said('vlora', { reason_sq: 'Më saktë.' });
  const { id } = valueOf(await sayTry(app, vlora, anew));
  expect(await sayTry(app, vlora, anew)).toMatchObject({ faults: [{ key: 'experience.fault.said' }] });
  const tomorrow = said('vlora', { saidOn: '2026-11-27', reason_sq: 'a' });
  expect(await changeTry(app, vlora, id, tomorrow)).toMatchObject({ faults: [{ field: 'saidOn' }] });
});

test('an editor who adds a word to what the town hall wrote may still publish it; what is given back waits for the town hall', async () => {
  const { app } = world;
  const contact = await world.person('municipality-contact', 'vlora');
  const editor = await world.person('editor', 'vlora');
  const open = await app.db
    .selectFrom('experience_try_draft')
    .select(['id', 'version'])
    .where('review', '=', 'submitted')
    .executeTakeFirstOrThrow();
  await expect(returnTry(app, contact, open.id, 'Pse?')).rejects.toEqual(code('forbidden'));
  await returnTry(app, editor, open.id, 'Pse?');
  await expect(publishTry(app, editor, open.id)).rejects.toEqual(code('conflict'));
  const { draft } = await showTry(app, contact, open.id);
  const mended = said('vlora', { reason_sq: 'Më saktë.', version: String(draft.version) });
  valueOf(await changeTry(app, contact, open.id, mended));
  const english = said('vlora', {
    reason_sq: 'Më saktë.',
    statement_en: 'We tried it in two villages.',
    version: String(draft.version + 1),
  });
  valueOf(await changeTry(app, editor, open.id, english));
  await publishTry(app, editor, open.id);
  const { lineage } = await showExperience(app, 'ditari');
  expect(lineage.find(({ place }) => place.name === 'Vlorë')?.said?.statement).toMatchObject({
    en: 'We tried it in two villages.',
  });
});
