import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { inTransaction } from '#server/database/db.ts';
import { useDatabase } from '#testing/database.ts';
import { addMonitoring } from '#testing/factories-monitoring.ts';
import { addFile, addReplyRequest, publicationOf, settleCodes } from '#testing/factories-replies.ts';
import { publishReplies } from './publish-replies.ts';

const database = useDatabase();

const read = { read_at: new Date('2028-10-25T08:00:00Z') };
const handedIn = {
  replied_on: '2028-10-20',
  submitted_at: new Date('2028-10-20T08:00:00Z'),
  way: 'link' as const,
  answered_by: 'Arta Hoxha',
  capacity: 'drejtoreshë e planifikimit',
};

async function publish(given: Parameters<typeof addReplyRequest>[2] & object, isRead = true) {
  const { db } = database();
  const world = await addMonitoring(db, { stage: 'reading' });
  await settleCodes(db, world, ['partial', 'none', 'none']);
  const asked = await addReplyRequest(db, world, {
    ...given,
    ...(isRead ? { ...read, read_by: world.editor.id } : {}),
  });
  const context = await publicationOf(db, world);
  return {
    db,
    world,
    asked,
    publish: () => inTransaction(db, (tx) => publishReplies(tx, context)),
    replies: () =>
      db.selectFrom('reply').selectAll().where('round_id', '=', context.round.id).orderBy('key').execute(),
  };
}

test('silence becomes one row with the day of asking and the last day, and no answer', async () => {
  const { publish: run, replies } = await publish({});
  const added = await run();
  expect(added.tables).toEqual(['reply']);
  expect(await replies()).toMatchObject([
    {
      id: added.subjects[0]?.id,
      priority_id: null,
      requested_on: '2028-10-02',
      due_on: '2028-10-23',
      replied_on: null,
      answer: null,
    },
  ]);
});

test('words that were kept and not handed in stay with the town hall', async () => {
  const { db, asked, publish: run, replies } = await publish({});
  await db
    .insertInto('reply_text')
    .values({ id: randomUUID(), request_id: asked.id, priority_id: null, answer: 'Në punim' })
    .execute();
  await run();
  expect(JSON.stringify(await replies())).not.toContain('Në punim');
});

test('a reply is a row for the whole and one for each priority, with documents that may be shown and actions', async () => {
  const { db, world, asked, publish: run, replies } = await publish(handedIn);
  const [first, second] = world.priorities;
  const text = (priority_id: string | null, answer: string, translation = '') => ({
    id: randomUUID(),
    request_id: asked.id,
    priority_id,
    answer,
    translation,
  });
  await db
    .insertInto('reply_text')
    .values([
      text(null, 'Faleminderit', 'Thank you'),
      text(first?.id ?? '', 'Rruga shtrohet në maj'),
      text(second?.id ?? '', ''),
    ])
    .execute();
  const document = { request_id: asked.id, kind: 'attachment' as const, priority_id: first?.id ?? '' };
  const shown = await addFile(db, 'vendim');
  await db
    .insertInto('reply_document')
    .values([
      {
        ...document,
        id: randomUUID(),
        title: 'Vendimi',
        original_sha256: shown,
        shown: true,
        added_at: new Date(),
      },
      {
        ...document,
        id: randomUUID(),
        title: 'Lista me emra',
        original_sha256: await addFile(db, 'emra'),
        added_at: new Date(),
      },
    ])
    .execute();
  await db
    .insertInto('announced_action')
    .values({
      id: randomUUID(),
      request_id: asked.id,
      priority_id: first?.id ?? '',
      statement: 'Shtrojmë rrugën',
      due_on: '2029-05',
      added_at: new Date(),
    })
    .execute();

  const { tables } = await run();
  expect(tables.toSorted()).toEqual(['reply', 'reply_action', 'reply_attachment']);
  const rows = await replies();
  expect(rows.map(({ priority_id, answer }) => ({ priority_id, answer }))).toEqual(
    expect.arrayContaining([
      { priority_id: null, answer: { sq: 'Faleminderit', en: 'Thank you' } },
      { priority_id: first?.id, answer: { sq: 'Rruga shtrohet në maj' } },
    ]),
  );
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatchObject({
    answered_by: 'Arta Hoxha',
    capacity: { sq: 'drejtoreshë e planifikimit' },
    way: 'link',
  });
  const ids = rows.map(({ id }) => id);
  const attachments = await db
    .selectFrom('reply_attachment')
    .selectAll()
    .where('reply_id', 'in', ids)
    .execute();
  expect(attachments).toMatchObject([{ title: 'Vendimi', sha256: shown, copy_sha256: shown, position: 1 }]);
  const actions = await db.selectFrom('reply_action').selectAll().where('reply_id', 'in', ids).execute();
  expect(actions).toMatchObject([
    { priority_id: first?.id, statement: { sq: 'Shtrojmë rrugën' }, due_on: '2029-05' },
  ]);
});

test('a code changed because of the reply is published with the one before it', async () => {
  const { db, world, asked, publish: run } = await publish(handedIn);
  await db
    .insertInto('reply_text')
    .values({ id: randomUUID(), request_id: asked.id, priority_id: null, answer: 'Shih vendimin' })
    .execute();
  const [task] = world.tasks;
  await db
    .insertInto('settled_code')
    .values({
      task_id: task?.id ?? '',
      number: 2,
      basis: 'reply',
      code: 'complete',
      rationale: JSON.stringify({ sq: 'Sipas vendimit' }),
      reason: JSON.stringify({ sq: 'Bashkia solli vendimin' }),
      decided_by: world.editor.id,
      decided_at: new Date(),
    })
    .execute();
  const { tables } = await run();
  expect(tables).toContain('reply_code_change');
  const changes = await db
    .selectFrom('reply_code_change')
    .selectAll()
    .where('component_id', '=', task?.component_id ?? '')
    .execute();
  expect(changes).toMatchObject([
    { code_before: 'partial', code_after: 'complete', reason: { sq: 'Bashkia solli vendimin' } },
  ]);
});

test('nothing is published before the reply was read', async () => {
  const { publish: run, replies } = await publish(handedIn, false);
  await expect(run()).rejects.toMatchObject({ code: 'conflict' });
  expect(await replies()).toEqual([]);
});
