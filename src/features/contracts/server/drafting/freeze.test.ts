import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { showCompiled } from '#features/compiling/server/compiled.ts';
import { showPriority } from '#features/monitoring/server/priority-page.ts';
import { addApproved, addDraft, addPriority, done, stateOf, submit, useWork } from '../work.fixture.ts';
import { publishDraft } from './freeze.ts';
import { approveDraft } from './review.ts';
import { readDraftPriorities } from './text-store.ts';
import { savePriority, takeCandidates } from './priorities.ts';
import { saveComponent } from './components.ts';
import { componentForm, priorityForm } from '../work.fixture.ts';

const world = useWork();

/** A need that was voiced, reviewed and published, placed in a candidate. */
async function addNeed(draftId: string, candidateId: string | null, words: string): Promise<void> {
  const { municipalityId, mandateId } = await stateOf(world, draftId);
  const [id, needId] = [randomUUID(), randomUUID()];
  const own = { municipality_id: municipalityId };
  await world
    .db()
    .insertInto('need')
    .values({
      ...own,
      id: needId,
      key: needId,
      channel: 'community-meeting',
      statement: JSON.stringify({ sq: words }),
    })
    .execute();
  await world
    .db()
    .insertInto('voiced_need')
    .values({ ...own, id, mandate_id: mandateId, position: 1, statement: words, need_id: needId })
    .execute();
  await world
    .db()
    .insertInto('compiled_need')
    .values({
      ...own,
      need_id: id,
      candidate_id: candidateId,
      set_aside_reason: candidateId === null ? 'Jo e bashkisë' : null,
    })
    .execute();
}

test('the public page of a frozen priority shows the needs behind it, and no others', async () => {
  const { editor, coordinator } = world.work();
  const draftId = await addDraft(world, 0);
  const { municipalityId, mandateId } = await stateOf(world, draftId);
  const candidate = {
    id: randomUUID(),
    municipality_id: municipalityId,
    mandate_id: mandateId,
    title: 'Uji i pijshëm',
  };
  await world.db().insertInto('candidate_priority').values(candidate).execute();
  await addNeed(draftId, candidate.id, 'Uji vjen dy orë në ditë');
  await addNeed(draftId, null, 'Pensione më të larta');
  done(await takeCandidates(world.app(), editor, draftId, { candidates: [candidate.id] }));
  const [taken] = await readDraftPriorities(world.db(), draftId);
  const form = priorityForm(world.work(), { id: taken?.id, version: String(taken?.version) });
  done(await savePriority(world.app(), editor, draftId, form, '/form'));
  const ref = { draftId, priorityId: form.id };
  done(await saveComponent(world.app(), editor, ref, componentForm(), '/form'));
  await addPriority(world, draftId);
  const { number } = await submit(world, draftId);
  const submitted = await stateOf(world, draftId);
  done(await approveDraft(world.app(), coordinator, draftId, { version: submitted.version, number }));

  const { version } = await stateOf(world, draftId);
  const { key } = done(await publishDraft(world.app(), editor, draftId, { version, number }));
  const pages = await Promise.all(
    [1, 2].map((position) => showPriority(world.app(), `${key}-${position}`, undefined)),
  );
  expect(pages.map(({ needs }) => needs.map(({ statement }) => statement.sq))).toEqual([
    ['Uji vjen dy orë në ditë'],
    [],
  ]);
});

test('a contract written without a board says nothing of needs that it was compiled from', async () => {
  const draftId = await addApproved(world);
  const { version, versionNumber } = await stateOf(world, draftId);
  const command = { version, number: versionNumber ?? 0 };
  const { key } = done(await publishDraft(world.app(), world.work().editor, draftId, command));
  expect((await showCompiled(world.app(), key)).compilation).toBeNull();
});
