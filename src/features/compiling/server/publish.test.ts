import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { createApp } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { inTransaction } from '#server/database/db.ts';
import { useDatabase } from '#testing/database.ts';
import { addContracts, addPriorities } from '#testing/factories.ts';
import { addBoard, addCompiler, addSession, addVoicedNeeds } from '#testing/factories-compiling.ts';
import { decide } from './order.ts';
import { linkNeeds } from './publish.ts';
import { placeNeeds, rename, setAside } from './steps.ts';

const database = useDatabase();

test('a frozen contract carries its candidates in order, the needs behind each priority, and those set aside with why', async () => {
  const app = createApp(readConfig({ LOG_LEVEL: 'silent' }), database());
  const { db } = app;
  const board = await addBoard(db);
  const arta = await addCompiler(db, board);
  const session = await addSession(db, board, { state: 'held', channel: 'on-site', participants: 30 });
  const needs = await addVoicedNeeds(db, board, [
    { statement: 'Rruga', session_id: session.id },
    { statement: 'Ura', session_id: session.id },
    { statement: 'Uji' },
    { statement: 'Pritja' },
  ]);
  // All but the second are published.
  for (const [index, id] of needs.entries()) {
    if (index === 1) continue;
    const needId = randomUUID();
    const row = { id: needId, key: `need-${index}`, municipality_id: board.municipalityId };
    await db
      .insertInto('need')
      .values({ ...row, channel: 'community-meeting', statement: JSON.stringify({ sq: `N${index}` }) })
      .execute();
    await db.updateTable('voiced_need').set({ need_id: needId }).where('id', '=', id).execute();
  }
  const form = () => ({ ...board.keys, step: randomUUID() });
  const seen = (...at: number[]) => at.map((index) => ({ id: needs[index] ?? '', at: 'waiting' }));
  const made = await placeNeeds(app, arta, {
    ...form(),
    needs: seen(0, 1),
    candidate: null,
    title: 'Rrugë',
    field: null,
  });
  await setAside(app, arta, {
    ...form(),
    needs: seen(2),
    reason: 'Not the municipality’s',
    reason_language: 'en',
  });
  const renamed = await rename(app, arta, {
    ...form(),
    candidate: made.kind === 'done' ? (made.value.candidateId ?? '') : '',
    title: 'Rrugë',
    title_language: 'sq',
    title_other: 'Roads',
    field: null,
    version: 1,
  });
  expect(renamed.kind).toBe('done');
  const decided = await decide(app, arta, { ...form(), method: 'support', note: '' });
  expect(decided.kind).toBe('done');

  const [contract] = await addContracts(db, [
    { municipality_id: board.municipalityId, mandate_id: board.mandateId },
  ]);
  const [priority] = await addPriorities(db, contract?.id ?? '', [{}]);
  const candidateId = made.kind === 'done' ? made.value.candidateId : null;
  await inTransaction(db, (tx) =>
    linkNeeds(tx, {
      ...board,
      contract: { id: contract?.id ?? '', key: contract?.key ?? '' },
      priorities: [{ id: priority?.id ?? '', key: priority?.key ?? '', candidateId }],
      source: { key: 'work/contract', title: 'Kontrata', publisher: 'Organizata', publishedOn: '2027-05-01' },
    }),
  );

  expect(await db.selectFrom('compilation').selectAll().executeTakeFirstOrThrow()).toMatchObject({
    method: 'support',
    needs: 4,
    needs_waiting: 1,
  });
  expect(await db.selectFrom('compiled_candidate').selectAll().execute()).toMatchObject([
    {
      title: { sq: 'Rrugë', en: 'Roads' },
      place: 1,
      needs: 2,
      sessions: 1,
      people: 30,
      priority_id: priority?.id,
    },
  ]);
  const behind = await db
    .selectFrom('priority_need')
    .innerJoin('need', 'need.id', 'priority_need.need_id')
    .select('need.key')
    .execute();
  expect(behind).toEqual([{ key: 'need-0' }]);
  expect(
    await db.selectFrom('need_placement').select(['key', 'reason']).orderBy('key').execute(),
  ).toMatchObject([{ reason: null }, { reason: { en: 'Not the municipality’s' } }]);
  const uncited = await db
    .selectFrom('priority_need')
    .leftJoin('citation', 'citation.subject_id', 'priority_need.id')
    .where('citation.source_id', 'is', null)
    .select('priority_need.id')
    .execute();
  expect(uncited).toEqual([]);
});
