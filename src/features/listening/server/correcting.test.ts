import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { addListeningSession, addVoicedNeeds } from '#testing/factories-listening.ts';
import { correctNeed } from './correcting.ts';
import { useScene } from './listening.fixture.ts';
import { showNeeds } from './needs.ts';
import { showPublicSession } from './public.ts';
import { publishSession } from './publishing.ts';

const scene = useScene();

test('a published need stays as it was; its correction stands beside it, once, with the reason', async () => {
  const { app, editor, facilitator, stranger, fier } = scene();
  const session = await addListeningSession(app.db, fier, { state: 'held' });
  const [voiced] = await addVoicedNeeds(app.db, session, [{ review: 'accepted', statement: 'Ujë' }]);
  const given = {
    need: voiced?.id ?? '',
    statementSq: 'Ujë i pijshëm',
    statementEn: '',
    reason: 'A word was missing',
    token: randomUUID(),
  };
  expect(await correctNeed(app, editor, session.id, given, 'en')).toMatchObject({ kind: 'refused' });
  await publishSession(app, editor, session.id, 1);
  await Promise.all([1, 2].map(() => correctNeed(app, editor, session.id, given, 'en')));
  const event = await app.db
    .selectFrom('listening_session')
    .select('event_id as id')
    .where('id', '=', session.id)
    .executeTakeFirstOrThrow();
  const { needs } = await showPublicSession(app, event.id ?? '');
  expect(needs).toMatchObject([
    {
      statement: { sq: 'Ujë' },
      corrections: [
        {
          statement: { sq: 'Ujë i pijshëm' },
          reason: { en: 'A word was missing' },
          correctedOn: '2026-03-20',
        },
      ],
    },
  ]);
  const empty = { ...given, token: randomUUID(), statementSq: '' };
  expect(await correctNeed(app, editor, session.id, empty, 'sq')).toMatchObject({
    faults: [{ field: 'statementSq' }],
  });
  await expect(correctNeed(app, facilitator, session.id, given, 'sq')).rejects.toThrow('forbidden');
  await expect(correctNeed(app, stranger, session.id, given, 'sq')).rejects.toThrow('not-found');
  expect((await showNeeds(app, editor, session.id)).needs[0]?.statement).toBe('Ujë');
  const found = await app.db
    .selectFrom('search_document')
    .select('title')
    .where('kind', '=', 'need')
    .where('language', '=', 'sq')
    .execute();
  expect(found.map(({ title }) => title)).toContain('Ujë i pijshëm');
});
