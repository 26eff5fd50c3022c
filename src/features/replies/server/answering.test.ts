import { describe, expect, test } from 'vitest';
import { showPart, showReply } from './answer-page.ts';
import { announceAction, removeAction, saveAnswer } from './answering.ts';
import { addDocument } from './documents.ts';
import { openByAccount, openByLink } from './door.ts';
import { beginTyping, giveUpTyping, handIn, handInForTownHall } from './handing-in.ts';
import { faultOf, request, useReplies, valueOf } from './replies.fixture.ts';
import { showHandling } from './work.ts';

const replies = useReplies();

const who = { answeredBy: 'Arta Hoxha', capacity: 'drejtoreshë', language: 'sq' as const };
const pdf = (content: string) => new File([`%PDF-1.7\n${content}\n%%EOF`], 'vendimi.pdf');

async function save(part: string, answer: string, version = 0) {
  return saveAnswer(replies.app(), await replies.door(), part, { answer, version }, request);
}

test('who opens the link sees every priority with the status that its codes give, and nothing that is private', async () => {
  const { world, app } = { world: replies.world(), app: replies.app() };
  const item = {
    municipality_id: world.municipality.id,
    assessment_id: world.assessment.id,
    kind: 'observation' as const,
    class: 'E2' as const,
    stance: 'supports' as const,
    dated: '2028-09-01',
  };
  const shows = (sq: string) => JSON.stringify({ sq });
  const items = [
    { ...item, id: crypto.randomUUID(), shows: shows('e dukshme'), review: 'accepted' as const },
    {
      ...item,
      id: crypto.randomUUID(),
      shows: shows('burim në rrezik'),
      review: 'accepted' as const,
      visibility: 'private' as const,
    },
    { ...item, id: crypto.randomUUID(), shows: shows('e pashqyrtuar') },
  ];
  await app.db.insertInto('evidence_item').values(items).execute();
  await app.db
    .insertInto('evidence_item_component')
    .values(
      items.map(({ id }) => ({
        municipality_id: world.municipality.id,
        item_id: id,
        component_id: world.components[0]?.id ?? '',
      })),
    )
    .execute();
  await replies.send();
  const door = await replies.door();
  const page = await showReply(app, door);
  expect(page.priorities.map(({ status }) => status)).toEqual(['partly', 'fully']);
  const part = await showPart(app, door, '1');
  expect(part.evidence.map(({ shows: words }) => words)).toEqual([{ sq: 'e dukshme' }]);
  await expect(showPart(app, door, '3')).rejects.toMatchObject({ code: 'not-found' });
});

describe('an answer', () => {
  test('can be saved again and again, and is nobody else’s before it is handed in', async () => {
    await replies.send();
    valueOf(await save('1', 'E para'));
    valueOf(await save('1', 'E dyta', 1));
    const { app, world } = { app: replies.app(), world: replies.world() };
    expect((await showPart(app, await replies.door(), '1')).answer).toBe('E dyta');
    const handling = await showHandling(app, world.editor, world.assessment.id);
    expect(JSON.stringify(handling)).not.toContain('E dyta');
  });

  test('that somebody else changed meanwhile is not overwritten', async () => {
    await replies.send();
    valueOf(await save('overall', 'Nga njëri'));
    expect(await save('overall', 'Nga tjetri')).toMatchObject({
      kind: 'conflict',
      theirs: { answer: 'Nga njëri' },
      theirVersion: 1,
    });
  });

  test('of two who save at once one wins, and the other is told', async () => {
    await replies.send();
    const outcomes = await Promise.all([save('2', 'A'), save('2', 'B')]);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['conflict', 'done']);
  });

  test('is not changed once it was handed in', async () => {
    await replies.send();
    valueOf(await save('overall', 'Faleminderit'));
    valueOf(await handIn(replies.app(), await replies.door(), who, request));
    expect(faultOf(await save('overall', 'Tjetër', 1))).toBe('replies.fault.closed');
    const action = { statement: 'Shtrojmë', dueOn: '2029-05-01' };
    const outcome = await announceAction(replies.app(), await replies.door(), '1', action, request);
    expect(faultOf(outcome)).toBe('replies.fault.closed');
  });

  test('is not changed after the last day by a page that was open', async () => {
    await replies.send();
    const door = await replies.door();
    replies.on('2028-10-24T08:00:00Z');
    const outcome = await saveAnswer(replies.app(), door, '1', { answer: 'Vonë', version: 0 }, request);
    expect(faultOf(outcome)).toBe('replies.fault.closed');
  });
});

describe('handing in', () => {
  test('brings a receipt, and the staff sees the reply', async () => {
    await replies.send();
    valueOf(await save('1', 'Rruga shtrohet'));
    valueOf(await handIn(replies.app(), await replies.door(), who, request));
    const receipt = (await replies.mails()).at(-1);
    expect(receipt?.text).toContain('Arta Hoxha');
    expect(receipt?.text).toContain('1 priority answered');
    const { editor, assessment } = replies.world();
    const { reply } = await showHandling(replies.app(), editor, assessment.id);
    expect(reply).toMatchObject({ state: 'handed-in', way: 'link', repliedOn: '2028-10-02' });
    expect(reply?.texts).toMatchObject([{ answer: 'Rruga shtrohet' }]);
  });

  test('asks for an answer, and for words to what stands without any', async () => {
    await replies.send();
    const door = await replies.door();
    expect(faultOf(await handIn(replies.app(), door, who, request))).toBe('replies.fault.empty');
    valueOf(await save('overall', 'Faleminderit'));
    const action = { statement: 'Shtrojmë', dueOn: '2029-05-01' };
    valueOf(await announceAction(replies.app(), door, '2', action, request));
    expect(await handIn(replies.app(), door, who, request)).toMatchObject({
      kind: 'refused',
      faults: [{ field: 'part-2', key: 'replies.fault.no-words', values: { number: 2 } }],
    });
  });

  test('a document is sealed: the public has it not before somebody said so', async () => {
    await replies.send();
    const sent = { title: 'Vendimi', file: pdf(crypto.randomUUID()) };
    valueOf(await addDocument(replies.app(), await replies.door(), '1', sent, request));
    const { db } = replies.app();
    const [kept] = await db.selectFrom('reply_document').selectAll().orderBy('added_at', 'desc').execute();
    expect(kept).toMatchObject({ title: 'Vendimi', shown: false });
    const copies = await db
      .selectFrom('public_copy')
      .selectAll()
      .where('original_sha256', '=', kept?.original_sha256 ?? '')
      .execute();
    expect(copies).toEqual([]);
  });

  test('what is no document or picture is not taken', async () => {
    await replies.send();
    const sent = { title: 'Program', file: new File(['#!/bin/sh\n'], 'vendimi.pdf') };
    const outcome = await addDocument(replies.app(), await replies.door(), '1', sent, request);
    expect(faultOf(outcome)).toBe('scan.fault.type-not-accepted');
  });
});

describe('a reply that came on paper', () => {
  const letter = { ...who, way: 'paper' as const, repliedOn: '2028-10-10' };

  test('is typed in by staff with its scan, and the town hall gets the receipt', async () => {
    await replies.send();
    const { editor, assessment } = replies.world();
    replies.on('2028-10-30T08:00:00Z');
    valueOf(await beginTyping(replies.app(), editor, assessment.id, request));
    const door = await openByAccount(replies.app(), editor, assessment.id);
    valueOf(await saveAnswer(replies.app(), door, '1', { answer: 'Nga letra', version: 0 }, request));
    expect(faultOf(await handInForTownHall(replies.app(), door, letter, null, request))).toBe(
      'form.fault.missing',
    );
    const scan = pdf(crypto.randomUUID());
    valueOf(await handInForTownHall(replies.app(), door, letter, scan, request));
    const { reply } = await showHandling(replies.app(), editor, assessment.id);
    expect(reply).toMatchObject({ way: 'paper', repliedOn: '2028-10-10', isTypedByStaff: true });
    expect(reply?.documents).toMatchObject([{ kind: 'scan', shown: false }]);
    expect((await replies.mails()).at(-1)?.subject).toContain('u mor');
  });

  test('is not typed in where the town hall writes by its link, nor written there while it is typed', async () => {
    await replies.send();
    const { editor, assessment } = replies.world();
    valueOf(await save('1', 'Online'));
    expect(faultOf(await beginTyping(replies.app(), editor, assessment.id, request))).toBe(
      'replies.fault.written-online',
    );
    valueOf(await save('1', '', 1));
    const announced = { statement: 'E shtrojmë', dueOn: '2029-05-01' };
    valueOf(await announceAction(replies.app(), await replies.door(), '1', announced, request));
    expect(faultOf(await beginTyping(replies.app(), editor, assessment.id, request))).toBe(
      'replies.fault.written-online',
    );
    const [action] = (await showPart(replies.app(), await replies.door(), '1')).actions;
    valueOf(await removeAction(replies.app(), await replies.door(), '1', action?.id ?? '', request));
    valueOf(await beginTyping(replies.app(), editor, assessment.id, request));
    expect(faultOf(await save('1', 'Prapë', 2))).toBe('replies.fault.closed');
    await giveUpTyping(replies.app(), editor, assessment.id, request);
    valueOf(await save('1', 'Prapë'));
  });

  test('is typed in by nobody from elsewhere, and not by monitors', async () => {
    await replies.send();
    const { assessment, editorElsewhere, monitor, contact } = replies.world();
    for (const actor of [editorElsewhere, monitor, contact]) {
      await expect(beginTyping(replies.app(), actor, assessment.id, request)).rejects.toMatchObject({
        code: 'not-found',
      });
    }
  });
});

test('the link shows what was handed in, and what was handed in alone', async () => {
  await replies.send();
  valueOf(await save('overall', 'Faleminderit'));
  valueOf(await handIn(replies.app(), await replies.door(), who, request));
  const opened = await openByLink(replies.app(), await replies.token(), '192.0.2.1');
  expect(opened).toMatchObject({ kind: 'open', door: { mayWrite: false } });
});
