import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Actor } from '#features/accounts/actor.ts';
import { nobody } from '#features/accounts/actor.ts';
import {
  addApproved,
  addDraft,
  addPriority,
  componentForm,
  done,
  priorityForm,
  stateOf,
  submit,
  useWork,
} from '../work.fixture.ts';
import { resolveThread, writeComment } from './comments.ts';
import { moveComponent, saveComponent } from './components.ts';
import { showDraft, showPriorityForm } from './draft-page.ts';
import { beginDraft, listDrafts } from './drafts.ts';
import { movePriority, removePriority, savePriority, takeCandidates } from './priorities.ts';
import { approveDraft, reopenDraft, sendBackDraft, submitDraft } from './review.ts';
import { keepVersion, showTwoVersions, showVersion } from './versions.ts';

const world = useWork();

async function statements(draftId: string): Promise<(string | undefined)[]> {
  const { priorities } = await showDraft(world.app(), world.work().editor, draftId);
  return priorities.map(({ statement }) => statement.sq);
}

function saved(draftId: string, given: Record<string, unknown>, actor: Actor = world.work().editor) {
  return savePriority(world.app(), actor, draftId, priorityForm(world.work(), given), '/form');
}

describe('a draft', () => {
  test('is begun once for a municipality and mandate, however often the form comes', async () => {
    const { editor, secondEditor, municipality, mandate } = world.work();
    const command = { municipality: municipality.id, mandate: mandate.id, binding_language: 'sq' as const };
    const begun = await Promise.all(
      [editor, secondEditor, editor].map((actor) => beginDraft(world.app(), actor, command)),
    );
    expect(new Set(begun.map((outcome) => done(outcome).id)).size).toBe(1);
  });

  test('is begun by editors of that municipality alone', async () => {
    const {
      municipality,
      mandate,
      facilitator,
      coordinator,
      contact,
      editorElsewhere,
      administrator,
      resident,
    } = world.work();
    const command = { municipality: municipality.id, mandate: mandate.id, binding_language: 'sq' as const };
    for (const actor of [
      facilitator,
      coordinator,
      contact,
      editorElsewhere,
      administrator,
      resident,
      nobody,
    ]) {
      await expect(beginDraft(world.app(), actor, command)).rejects.toThrow('forbidden');
    }
  });

  test('is read by the organisation and the network; of others, not even that it is there', async () => {
    const id = await addDraft(world);
    const { facilitator, coordinator, contact, editorElsewhere, administrator, resident } = world.work();
    for (const actor of [facilitator, coordinator]) {
      expect((await showDraft(world.app(), actor, id)).draft.id).toBe(id);
      expect((await listDrafts(world.app(), actor)).drafts.map((draft) => draft.id)).toContain(id);
    }
    for (const actor of [contact, editorElsewhere, administrator, resident, nobody]) {
      await expect(showDraft(world.app(), actor, id)).rejects.toThrow('not-found');
    }
  });
});

describe('the text', () => {
  test('is written by editors; a coordinator and a facilitator cannot', async () => {
    const id = await addDraft(world, 0);
    const { coordinator, facilitator, editorElsewhere } = world.work();
    await expect(saved(id, {}, coordinator)).rejects.toThrow('forbidden');
    await expect(saved(id, {}, facilitator)).rejects.toThrow('forbidden');
    await expect(saved(id, {}, editorElsewhere)).rejects.toThrow('not-found');
    expect(await statements(id)).toEqual([]);
  });

  test('of two editors on one priority, the second sees what the first wrote', async () => {
    const id = await addDraft(world, 0);
    const priority = await addPriority(world, id);
    const change = (statement_sq: string) => ({ id: priority, version: '1', statement_sq });
    const outcomes = await Promise.all([
      saved(id, change('E para')),
      saved(id, change('E dyta'), world.work().secondEditor),
    ]);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['conflict', 'done']);
    const [kept] = await statements(id);
    const conflict = outcomes.find((outcome) => outcome.kind === 'conflict');
    expect(conflict).toMatchObject({ theirs: { statement_sq: kept }, theirVersion: 2 });
  });

  test('a priority that is handed in twice is there once', async () => {
    const id = await addDraft(world, 0);
    const form = { id: randomUUID() };
    await Promise.all([saved(id, form), saved(id, form), saved(id, form)]);
    expect(await statements(id)).toHaveLength(1);
  });

  test('a component that is handed in twice is there once, and its change has a version', async () => {
    const id = await addDraft(world, 1);
    const [priority] = (await showDraft(world.app(), world.work().editor, id)).priorities;
    const ref = { draftId: id, priorityId: priority?.id ?? '' };
    const form = componentForm();
    const save = (given: typeof form) => saveComponent(world.app(), world.work().editor, ref, given, '/form');
    await Promise.all([save(form), save(form)]);
    const shown = await showPriorityForm(world.app(), world.work().editor, id, ref.priorityId);
    expect(shown.priority?.components).toHaveLength(2);
    done(await save({ ...form, version: 1, statement_sq: 'Katër kilometra' }));
    expect(await save({ ...form, version: 1 })).toMatchObject({
      kind: 'conflict',
      theirs: { statement_sq: 'Katër kilometra' },
    });
    done(await moveComponent(world.app(), world.work().editor, ref, { id: form.id, direction: 'up' }));
    const moved = await showPriorityForm(world.app(), world.work().editor, id, ref.priorityId);
    expect(moved.priority?.components[0]?.id).toBe(form.id);
  });

  test('moves up and down, and no further than the ends', async () => {
    const id = await addDraft(world, 0);
    for (const statement_sq of ['a', 'b', 'c']) await addPriority(world, id, { statement_sq });
    const { editor } = world.work();
    const { priorities } = await showDraft(world.app(), editor, id);
    const move = (index: number, direction: 'up' | 'down') =>
      movePriority(world.app(), editor, id, { id: priorities[index]?.id ?? '', direction });
    await move(2, 'up');
    expect(await statements(id)).toEqual(['a', 'c', 'b']);
    await move(0, 'up');
    expect(await statements(id)).toEqual(['a', 'c', 'b']);
    await Promise.all([move(0, 'down'), move(1, 'up')]);
    expect(new Set(await statements(id))).toEqual(new Set(['a', 'b', 'c']));
  });

  test('names units of its municipality alone, and places inside them', async () => {
    const id = await addDraft(world, 0);
    const { units, editor } = world.work();
    const unit = units[0]?.id ?? '';
    expect(await saved(id, { coverage: 'listed', units: [randomUUID()] })).toMatchObject({
      kind: 'refused',
      faults: [{ field: 'units' }],
    });
    const { id: priority } = done(
      await saved(id, { coverage: 'listed', units: [unit], [`locality-${unit}`]: 'Kryevidh, Seman' }),
    );
    const shown = await showPriorityForm(world.app(), editor, id, priority);
    expect(shown.priority?.fields).toMatchObject({ units: [unit], [`locality-${unit}`]: 'Kryevidh, Seman' });
  });

  test('comes from candidates, each once', async () => {
    const id = await addDraft(world, 0);
    const draft = await stateOf(world, id);
    const candidate = {
      id: randomUUID(),
      municipality_id: draft.municipalityId,
      mandate_id: draft.mandateId,
      title: 'Uji i pijshëm',
    };
    await world.db().insertInto('candidate_priority').values(candidate).execute();
    const take = () => takeCandidates(world.app(), world.work().editor, id, { candidates: [candidate.id] });
    await Promise.all([take(), take()]);
    expect(await statements(id)).toEqual(['Uji i pijshëm']);
    expect((await showDraft(world.app(), world.work().editor, id)).candidates).toEqual([]);
  });

  test('what is taken out stays in the audit', async () => {
    const id = await addDraft(world, 0);
    const priority = await addPriority(world, id, { statement_sq: 'Do të hiqet' });
    done(await removePriority(world.app(), world.work().editor, id, { id: priority }));
    expect(await statements(id)).toEqual([]);
    const [event] = await world
      .db()
      .selectFrom('audit_event')
      .select(['action', 'before'])
      .where('subject_id', '=', priority)
      .where('action', '=', 'remove')
      .execute();
    expect(event?.before).toMatchObject({ statement: { sq: 'Do të hiqet' } });
  });
});

describe('review', () => {
  test('an unfinished draft is not handed in', async () => {
    const id = await addDraft(world, 0);
    done(await saved(id, {}));
    const { version } = await stateOf(world, id);
    expect(await submitDraft(world.app(), world.work().editor, id, { version, note: '' })).toMatchObject({
      kind: 'refused',
      faults: [{ key: 'drafting.fault.unfinished' }],
    });
  });

  test('a draft handed in twice at once is handed in once', async () => {
    const id = await addDraft(world);
    const { version } = await stateOf(world, id);
    const hand = (actor: Actor) => submitDraft(world.app(), actor, id, { version, note: '' });
    const outcomes = await Promise.all([hand(world.work().editor), hand(world.work().secondEditor)]);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['conflict', 'done']);
    const { versions } = await showDraft(world.app(), world.work().editor, id);
    expect(versions).toHaveLength(1);
  });

  test('what is handed in cannot be written any more', async () => {
    const id = await addDraft(world);
    await submit(world, id);
    expect(await saved(id, {})).toMatchObject({
      kind: 'refused',
      faults: [{ key: 'drafting.fault.closed' }],
    });
  });

  test('only a coordinator approves, and only the version that was read', async () => {
    const id = await addDraft(world);
    const { number } = await submit(world, id);
    const { version } = await stateOf(world, id);
    const { editor, coordinator, contact, administrator } = world.work();
    for (const actor of [editor, contact, administrator]) {
      await expect(approveDraft(world.app(), actor, id, { version, number })).rejects.toThrow('forbidden');
    }
    done(await reopenDraft(world.app(), editor, id, { version, reason: 'Një gabim' }));
    await addPriority(world, id);
    const second = await submit(world, id);
    expect(second.number).toBe(number + 1);
    expect(await approveDraft(world.app(), coordinator, id, { version, number })).toMatchObject({
      kind: 'conflict',
    });
    expect((await stateOf(world, id)).state).toBe('submitted');
  });

  test('approving and taking back at once leaves one of the two', async () => {
    const id = await addDraft(world);
    const { number } = await submit(world, id);
    const { version } = await stateOf(world, id);
    const { editor, coordinator } = world.work();
    const outcomes = await Promise.all([
      approveDraft(world.app(), coordinator, id, { version, number }),
      reopenDraft(world.app(), editor, id, { version, reason: 'Një gabim' }),
    ]);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['conflict', 'done']);
  });

  test('a draft sent back comes with words, and is open again', async () => {
    const id = await addDraft(world);
    const { number } = await submit(world, id);
    const { version } = await stateOf(world, id);
    const words = 'Mungon afati i rrugës.';
    done(await sendBackDraft(world.app(), world.work().coordinator, id, { version, number, words }));
    expect(await stateOf(world, id)).toMatchObject({ state: 'draft', returnedNote: words });
    done(await saved(id, {}));
  });

  test('the town hall sees the approved version from approval on, and no other', async () => {
    const id = await addDraft(world);
    const { number } = await submit(world, id);
    const { contact, contactElsewhere, coordinator } = world.work();
    await expect(showVersion(world.app(), contact, id, number)).rejects.toThrow('not-found');
    const { version } = await stateOf(world, id);
    done(await approveDraft(world.app(), coordinator, id, { version, number }));
    expect((await showVersion(world.app(), contact, id, number)).seesAll).toBe(false);
    await expect(showVersion(world.app(), contactElsewhere, id, number)).rejects.toThrow('not-found');
    await expect(showDraft(world.app(), contact, id)).rejects.toThrow('not-found');
    await expect(showTwoVersions(world.app(), contact, id, {})).rejects.toThrow('not-found');
  });
});

describe('versions', () => {
  test('an unchanged text makes no new one; a changed one can be compared with it', async () => {
    const id = await addDraft(world);
    const { editor } = world.work();
    const keep = async () => done(await keepVersion(world.app(), editor, id, { note: '' })).number;
    expect([await keep(), await keep()]).toEqual([1, 1]);
    await addPriority(world, id);
    expect(await keep()).toBe(2);
    const { pair } = await showTwoVersions(world.app(), editor, id, {});
    expect(pair?.older.body.priorities).toHaveLength(1);
    expect(pair?.newer.body.priorities).toHaveLength(2);
  });

  test('cannot be changed or deleted, not even by hand', async () => {
    const id = await addApproved(world);
    const versions = world.db().updateTable('contract_version').where('draft_id', '=', id);
    await expect(versions.set({ body: '{}' }).execute()).rejects.toThrow('only ever added');
    await expect(
      world.db().deleteFrom('contract_version').where('draft_id', '=', id).execute(),
    ).rejects.toThrow('only ever added');
  });
});

describe('comments', () => {
  test('are among members: threads that are answered, resolved, and opened again by an answer', async () => {
    const id = await addDraft(world);
    const { facilitator, coordinator, editor } = world.work();
    const thread = randomUUID();
    const say = (actor: Actor, body: string, given: { id?: string; thread?: string } = {}) =>
      writeComment(world.app(), actor, id, {
        id: given.id ?? randomUUID(),
        priority: null,
        thread: given.thread ?? null,
        body,
      });
    await Promise.all([
      say(facilitator, 'Pse kjo?', { id: thread }),
      say(facilitator, 'Pse kjo?', { id: thread }),
    ]);
    done(await say(coordinator, 'Kështu e thanë banorët.', { thread }));
    done(await resolveThread(world.app(), editor, id, { thread }));
    const [resolved] = (await showDraft(world.app(), editor, id)).threads;
    expect(resolved?.comments.map(({ body }) => body)).toEqual(['Pse kjo?', 'Kështu e thanë banorët.']);
    expect(resolved?.resolved).not.toBeNull();
    done(await say(facilitator, 'Ende jo.', { thread }));
    const [open] = (await showDraft(world.app(), editor, id)).threads;
    expect(open?.resolved).toBeNull();
  });

  test('are not for the town hall or another municipality', async () => {
    const id = await addApproved(world);
    const { contact, editorElsewhere, resident } = world.work();
    for (const actor of [contact, editorElsewhere, resident]) {
      const comment = { id: randomUUID(), priority: null, thread: null, body: 'x' };
      await expect(writeComment(world.app(), actor, id, comment)).rejects.toThrow('not-found');
    }
  });
});
