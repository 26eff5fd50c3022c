import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import {
  addDraft,
  addPriority,
  done,
  priorityForm,
  stateOf,
  submit,
  useWork,
} from '#features/contracts/server/work.fixture.ts';
import { lockDraft } from '#features/contracts/server/drafting/drafts-store.ts';
import { freezeDraft, publishDraft } from '#features/contracts/server/drafting/freeze.ts';
import { removePriority, savePriority } from '#features/contracts/server/drafting/priorities.ts';
import { approveDraft, reopenDraft } from '#features/contracts/server/drafting/review.ts';
import { readDraftPriorities } from '#features/contracts/server/drafting/text-store.ts';
import { inTransaction } from '#server/database/db.ts';
import { saveAnswers, showAnswers } from './answers.ts';
import { addCandidacy } from './candidates.ts';
import { drawLots } from './draw.ts';
import { planForum, showPlan } from './plans.ts';
import { answersToPriority, showForum } from './public.ts';
import { announceForum } from './stages.ts';

const world = useWork();

async function approve(draftId: string): Promise<void> {
  const { number } = await submit(world, draftId);
  const { version } = await stateOf(world, draftId);
  done(await approveDraft(world.app(), world.work().coordinator, draftId, { version, number }));
}

async function reopen(draftId: string): Promise<void> {
  const { version } = await stateOf(world, draftId);
  const command = { version, reason: 'Fjalë më të qarta' };
  done(await reopenDraft(world.app(), world.work().editor, draftId, command));
}

async function freeze(draftId: string) {
  const { version, versionNumber } = await stateOf(world, draftId);
  const command = { version, number: versionNumber ?? 0 };
  return done(await publishDraft(world.app(), world.work().editor, draftId, command));
}

/** A contract that is written still, with priorities of these words, approved. */
async function approved(...words: string[]): Promise<string> {
  const draftId = await addDraft(world, 0);
  for (const statement_sq of words) await addPriority(world, draftId, { statement_sq });
  await approve(draftId);
  return draftId;
}

async function planOf(draftId: string) {
  const { municipalityId, mandateId } = await stateOf(world, draftId);
  return {
    municipality: municipalityId,
    mandate: mandateId,
    heldOn: '2027-05-02',
    startsAt: null,
    place: '',
    moderators: '',
    slotSeconds: 120,
    publishes: 'live' as const,
    reason: '',
  };
}

/** A forum on the draft's priorities, at which a candidate agreed to each. */
async function held(draftId: string) {
  const { editor } = world.work();
  const plan = await planOf(draftId);
  const candidate = done(
    await addCandidacy(world.app(), editor, {
      municipality: plan.municipality,
      mandate: plan.mandate,
      name: 'Arta Hoxha',
      party: '',
      coalition: '',
      sourceTitle: 'Lista e KQZ-së',
      sourceUrl: '',
      withdrawnOn: null,
    }),
  );
  const { id } = done(await planForum(world.app(), editor, plan));
  const fields = { [`place-${candidate.id}`]: '1' };
  done(
    await drawLots(world.app(), editor, id, { command: { method: 'on-site', drawnBy: 'Shkolla' }, fields }),
  );
  await announceForum(world.app(), editor, id);
  for (const item of (await showAnswers(world.app(), editor, id)).items) {
    done(await saveAnswers(world.app(), editor, id, item.id, { [`answer-${candidate.id}`]: 'agrees' }));
  }
  return { id, key: (await showPlan(world.app(), editor, id)).plan.forumKey ?? '' };
}

const keysOf = async (forumKey: string) =>
  (await showForum(world.app(), forumKey)).rows.map(({ priorityKey }) => priorityKey);

async function contractOf(key: string) {
  const priorities = await world
    .db()
    .selectFrom('priority')
    .innerJoin('contract', 'contract.id', 'priority.contract_id')
    .select([
      'priority.id',
      'priority.key',
      'contract.id as contractId',
      'contract.municipality_id as municipalityId',
    ])
    .where('contract.key', '=', key)
    .orderBy('priority.position')
    .execute();
  return priorities;
}

describe('a forum held on priorities that were still written', () => {
  test('leads to none of the record until the contract is frozen, then to each of its own', async () => {
    const draftId = await approved('Rruga', 'Uji');
    const forum = await held(draftId);
    expect(await keysOf(forum.key)).toEqual([null, null]);
    const { key } = await freeze(draftId);
    const priorities = await contractOf(key);
    expect(await keysOf(forum.key)).toEqual(priorities.map((priority) => priority.key));
    const [first] = priorities;
    expect(await answersToPriority(world.app(), first ?? never(), first?.municipalityId ?? '')).toMatchObject(
      [{ name: 'Arta Hoxha', answer: 'agrees', put: null }],
    );
  });

  test('is matched by what a priority was, not by its words: the words that were put stay beside the answer', async () => {
    const draftId = await approved('Rruga', 'Uji', 'Shkolla');
    const forum = await held(draftId);
    const { editor } = world.work();
    await reopen(draftId);
    const [road, water] = await readDraftPriorities(world.db(), draftId);
    const change = { id: water?.id, version: String(water?.version), statement_sq: 'Uji, ditë e natë' };
    done(await savePriority(world.app(), editor, draftId, priorityForm(world.work(), change), '/form'));
    done(await removePriority(world.app(), editor, draftId, { id: road?.id ?? '' }));
    await approve(draftId);
    const { key } = await freeze(draftId);
    const priorities = await contractOf(key);
    expect(await keysOf(forum.key)).toEqual([null, ...priorities.map((priority) => priority.key)]);
    const [changed] = priorities;
    expect(
      await answersToPriority(world.app(), changed ?? never(), changed?.municipalityId ?? ''),
    ).toMatchObject([{ answer: 'agrees', put: { sq: 'Uji' } }]);
  });

  test('is matched by its words to a priority that was taken out and written anew', async () => {
    const draftId = await approved('Rruga');
    const forum = await held(draftId);
    const { editor } = world.work();
    await reopen(draftId);
    const [road] = await readDraftPriorities(world.db(), draftId);
    done(await removePriority(world.app(), editor, draftId, { id: road?.id ?? '' }));
    await addPriority(world, draftId, { statement_sq: 'Rruga' });
    await approve(draftId);
    const { key } = await freeze(draftId);
    expect(await keysOf(forum.key)).toEqual((await contractOf(key)).map((priority) => priority.key));
  });

  test('planned while the contract is being frozen waits for it, and has the contract’s priorities', async () => {
    const draftId = await approved('Rruga', 'Uji');
    const { editor } = world.work();
    const plan = await planOf(draftId);
    const { contractId, planning } = await inTransaction(world.db(), async (tx) => {
      const draft = await lockDraft(tx, draftId);
      const frozen = await freezeDraft(tx, world.app(), editor, draft ?? never());
      const begun = planForum(world.app(), editor, plan);
      await Promise.race([begun, someoneWaits()]);
      return { contractId: frozen, planning: begun };
    });
    const { items } = await showPlan(world.app(), editor, done(await planning).id);
    const priorities = await world
      .db()
      .selectFrom('priority')
      .select('id')
      .where('contract_id', '=', contractId)
      .orderBy('position')
      .execute();
    expect(items.map(({ priorityId }) => priorityId)).toEqual(priorities.map(({ id }) => id));
  });
});

/** Comes once a statement in this database waits for a row that another transaction holds. */
async function someoneWaits(): Promise<void> {
  for (;;) {
    const { rows } = await sql`
      SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`.execute(
      world.db(),
    );
    if (rows.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function never(): never {
  throw new Error('the contract has priorities');
}
