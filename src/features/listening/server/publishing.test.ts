import { describe, expect, test } from 'vitest';
import { addListeningSession, addVoicedNeeds } from '#testing/factories-listening.ts';
import { controlName, rowFields } from '../need-table.ts';
import { record } from '../schema.ts';
import { useScene } from './listening.fixture.ts';
import { saveTable } from './need-table.ts';
import { reviewFields } from '../review.ts';
import { showNeeds } from './needs.ts';
import { publishSession } from './publishing.ts';
import { recordSession } from './recording.ts';
import { reviewNeeds } from './reviewing.ts';
import { showSession } from './sessions.ts';

const scene = useScene();

function recordOf(given: Record<string, string | string[]> = {}) {
  return record.parse({
    version: '1',
    channel: 'on-site',
    participants: '12',
    'people-women-18-29': '5',
    'people-men-65-plus': '7',
    'group-farmers': '3',
    languages: ['sq'],
    minutes: 'Private',
    summarySq: 'Folën për ujin.',
    ...given,
  });
}

async function recorded(needs: Parameters<typeof addVoicedNeeds>[2] = []) {
  const { app, facilitator, fier } = scene();
  const session = await addListeningSession(app.db, fier, { unit_id: fier.unit.id, place: 'Shkolla' });
  await recordSession(app, facilitator, session.id, recordOf(), 'sq');
  await addVoicedNeeds(app.db, session, needs);
  return session;
}

describe('who came is recorded as counts', () => {
  test('that add up, or with the reason why not', async () => {
    const { app, facilitator, fier } = scene();
    const { id } = await addListeningSession(app.db, fier);
    const off = recordOf({ participants: '13' });
    expect(await recordSession(app, facilitator, id, off, 'sq')).toMatchObject({
      kind: 'refused',
      faults: [{ field: 'countsNote', key: 'listening.fault.sum', values: { sum: 12, participants: 13 } }],
    });
    const group = recordOf({ 'group-farmers': '40' });
    expect(await recordSession(app, facilitator, id, group, 'sq')).toMatchObject({
      kind: 'refused',
      faults: [{ field: 'group-farmers', key: 'listening.fault.group' }],
    });
    const told = recordOf({ participants: '13', countsNote: 'Një iku herët' });
    expect(await recordSession(app, facilitator, id, told, 'sq')).toMatchObject({ kind: 'done' });
    const { session, attendance } = await showSession(app, facilitator, id);
    expect(session).toMatchObject({
      state: 'held',
      participants: 13,
      countsNote: 'Një iku herët',
      version: 2,
    });
    expect(attendance).toEqual({
      cells: [
        { sex: 'women', ageBand: '18-29', people: 5 },
        { sex: 'men', ageBand: '65-plus', people: 7 },
      ],
      groups: [{ group: 'farmers', people: 3 }],
    });
  });

  test('by one of two at once; the other sees what was saved', async () => {
    const { app, facilitator, second, fier } = scene();
    const { id } = await addListeningSession(app.db, fier);
    const outcomes = await Promise.all([
      recordSession(app, facilitator, id, recordOf(), 'sq'),
      recordSession(app, second, id, recordOf(), 'sq'),
    ]);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['conflict', 'done']);
    expect(outcomes.find(({ kind }) => kind === 'conflict')).toMatchObject({
      theirs: { participants: '12', 'people-men-65-plus': '7', 'people-women-65-plus': '' },
    });
  });

  test('not before its day', async () => {
    const { app, facilitator, fier } = scene();
    const { id } = await addListeningSession(app.db, fier, { held_on: '2026-03-21' });
    expect(await recordSession(app, facilitator, id, recordOf(), 'sq')).toMatchObject({
      faults: [{ key: 'listening.fault.ahead' }],
    });
  });
});

async function reviewOf(id: string, decisions: readonly [string, string?][]) {
  const { needs } = await showNeeds(scene().app, scene().editor, id);
  return Object.fromEntries(
    needs.flatMap((need, row) => [
      ...Object.entries(reviewFields(row, need)),
      [controlName(row, 'review'), decisions[row]?.[0] ?? need.review],
      [controlName(row, 'note'), decisions[row]?.[1] ?? need.reviewNote],
    ]),
  );
}

describe('a need is published after an editor has looked at it', () => {
  test('accepted, or withheld with a reason', async () => {
    const { app, editor } = scene();
    const { id } = await recorded([{}, {}, { language: 'el', statement: 'νερό' }]);
    const bare = await reviewOf(id, [['accepted'], ['withheld']]);
    expect(await reviewNeeds(app, editor, id, bare)).toMatchObject({
      faults: [{ field: 'needs.1.note', key: 'listening.fault.reason' }],
    });
    const all = { ...(await reviewOf(id, [['accepted'], ['withheld', 'fyerje']])), rest: 'accept' };
    expect(await reviewNeeds(app, editor, id, all)).toMatchObject({
      faults: [{ field: 'needs.2.review', key: 'listening.fault.translation' }],
    });
    const some = await reviewOf(id, [['accepted'], ['withheld', 'fyerje']]);
    expect(await reviewNeeds(app, editor, id, some)).toEqual({ kind: 'done', value: { decided: 2 } });
    expect((await showSession(app, editor, id)).needs).toEqual({ open: 1, accepted: 1, withheld: 1 });
  });

  test('not by who records, reads or works elsewhere', async () => {
    const { app, facilitator, coordinator, stranger } = scene();
    const { id, version = 2 } = await recorded([{}]);
    for (const who of [facilitator, coordinator]) {
      await expect(reviewNeeds(app, who, id, {})).rejects.toThrow('forbidden');
      await expect(publishSession(app, who, id, version)).rejects.toThrow('forbidden');
    }
    await expect(reviewNeeds(app, stranger, id, {})).rejects.toThrow('not-found');
    await expect(publishSession(app, stranger, id, version)).rejects.toThrow('not-found');
  });

  test('by who wrote it down too, and then everyone who reads the work is told so', async () => {
    const { app, editor, coordinator, facilitator } = scene();
    const [own, other] = [editor, facilitator].map((actor) => (actor.kind === 'account' ? actor.id : null));
    const { id } = await recorded([{ created_by: own ?? null }, { created_by: other ?? null }]);
    const of = async (actor: typeof editor) =>
      (await showNeeds(app, actor, id)).needs.map(({ isOwn, isReviewedByAuthor }) => [
        isOwn,
        isReviewedByAuthor,
      ]);
    expect([await of(editor), await of(coordinator)]).toEqual([
      [
        [true, false],
        [false, false],
      ],
      [
        [false, false],
        [false, false],
      ],
    ]);
    await reviewNeeds(app, editor, id, await reviewOf(id, [['accepted'], ['accepted']]));
    expect(await of(coordinator)).toEqual([
      [false, true],
      [false, false],
    ]);
    await reviewNeeds(app, editor, id, await reviewOf(id, [['open'], ['accepted']]));
    expect(await of(coordinator)).toEqual([
      [false, false],
      [false, false],
    ]);
  });

  test('as the editor read it: a need that changed meanwhile waits', async () => {
    const { app, editor, facilitator } = scene();
    const { id } = await recorded([{}]);
    const seen = await reviewOf(id, [['accepted']]);
    const { needs } = await showNeeds(app, facilitator, id);
    const [need] = needs;
    if (!need) throw new Error('one was added');
    await saveTable(app, facilitator, id, { ...rowFields(0, need), [controlName(0, 'statement')]: 'Tjetër' });
    expect(await reviewNeeds(app, editor, id, seen)).toMatchObject({
      kind: 'conflict',
      theirs: { [controlName(0, 'said')]: 'Tjetër', [controlName(0, 'review')]: 'open' },
    });
    expect((await showSession(app, editor, id)).needs).toMatchObject({ open: 1, accepted: 0 });
  });

  test('by one of two at once; the other sees what was decided, and both may save again', async () => {
    const { app, editor } = scene();
    const { id } = await recorded([{}, {}]);
    const sent = [await reviewOf(id, [['accepted']]), await reviewOf(id, [['withheld', 'fyerje']])];
    const outcomes = await Promise.all(sent.map((fields) => reviewNeeds(app, editor, id, fields)));
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['conflict', 'done']);
    const lost = outcomes.findIndex(({ kind }) => kind === 'conflict');
    expect(outcomes[lost]).toMatchObject({
      theirs: { [controlName(0, 'review')]: lost === 0 ? 'withheld' : 'accepted' },
    });
    const again = { ...sent[lost], [controlName(0, 'version')]: '2' };
    expect(await reviewNeeds(app, editor, id, again)).toMatchObject({ kind: 'done', value: { decided: 1 } });
    const { needs } = await showNeeds(app, editor, id);
    expect(needs.map(({ review }) => review)).toEqual([lost === 0 ? 'accepted' : 'withheld', 'open']);
  });

  test('each by whoever looks at it: decisions about other needs are not undone, nor are those agreed on', async () => {
    const { app, editor } = scene();
    const { id } = await recorded([{}, {}, {}, {}]);
    const first = await reviewOf(id, [['accepted'], ['accepted']]);
    const second = await reviewOf(id, [['open'], ['accepted'], ['withheld', 'fyerje']]);
    const rest = { ...(await reviewOf(id, [])), rest: 'accept' };
    expect(await reviewNeeds(app, editor, id, first)).toMatchObject({ value: { decided: 2 } });
    expect(await reviewNeeds(app, editor, id, second)).toMatchObject({ value: { decided: 1 } });
    expect(await reviewNeeds(app, editor, id, rest)).toMatchObject({ value: { decided: 1 } });
    const { needs } = await showNeeds(app, editor, id);
    expect(needs.map(({ review }) => review)).toEqual(['accepted', 'accepted', 'withheld', 'accepted']);
  });

  test('a need that was removed meanwhile hinders nobody', async () => {
    const { app, editor, facilitator } = scene();
    const { id } = await recorded([{}, {}]);
    const seen = await reviewOf(id, [['accepted'], ['accepted']]);
    const [need] = (await showNeeds(app, facilitator, id)).needs;
    if (!need) throw new Error('two were added');
    await saveTable(app, facilitator, id, { ...rowFields(0, need), [controlName(0, 'remove')]: 'yes' });
    expect(await reviewNeeds(app, editor, id, seen)).toMatchObject({ kind: 'done', value: { decided: 1 } });
  });
});

describe('publishing a session', () => {
  test('waits for the record and the review', async () => {
    const { app, editor, fier } = scene();
    const planned = await addListeningSession(app.db, fier);
    expect(await publishSession(app, editor, planned.id, 1)).toMatchObject({
      faults: [{ key: 'listening.hindrance.not-held' }],
    });
    const { id } = await recorded([{}]);
    expect(await publishSession(app, editor, id, 2)).toMatchObject({
      faults: [{ key: 'listening.hindrance.unreviewed' }],
    });
  });

  test('puts into the record who came and what was accepted, with a source, and nothing else', async () => {
    const { app, editor, fier } = scene();
    const before = await app.db.selectFrom('record_version').select('version').executeTakeFirstOrThrow();
    const { id } = await recorded([
      { review: 'accepted', statement: 'Ujë', translation: 'Water', speaker: 'fermer' },
      { review: 'withheld', review_note: 'fyerje', statement: 'Secret' },
      { review: 'accepted', statement: 'νερό', translation: 'Ujë', language: 'el' },
    ]);
    const outcome = await publishSession(app, editor, id, 2);
    const eventKey = outcome.kind === 'done' ? outcome.value.eventKey : '';
    expect(eventKey).toMatch(new RegExp(`^${fier.municipality.key}-listening-2026-03-12`));
    const { db } = app;
    const event = await db
      .selectFrom('event')
      .selectAll()
      .where('key', '=', eventKey)
      .executeTakeFirstOrThrow();
    expect(event).toMatchObject({
      kind: 'listening',
      title: { sq: 'Fokus grup në Çakran', en: 'Focus group in Çakran' },
      participants: 12,
      summary: { sq: 'Folën për ujin.' },
    });
    const needs = await db
      .selectFrom('need')
      .selectAll()
      .where('event_id', '=', event.id)
      .orderBy('key')
      .execute();
    expect(needs).toMatchObject([
      { key: `${eventKey}/001`, statement: { sq: 'Ujë', en: 'Water' }, spoken_in: 'sq', speaker: 'fermer' },
      { key: `${eventKey}/002`, statement: { sq: 'Ujë' }, original: 'νερό', spoken_in: 'el' },
    ]);
    const attendance = await db
      .selectFrom('event_attendance')
      .select(['key', 'people'])
      .where('event_id', '=', event.id)
      .orderBy('people')
      .execute();
    expect(attendance.map(({ key, people }) => [key.slice(eventKey.length), people])).toEqual([
      ['/farmers', 3],
      ['/women-18-29', 5],
      ['/men-65-plus', 7],
    ]);
    const cited = await db
      .selectFrom('citation')
      .innerJoin('source', 'source.id', 'citation.source_id')
      .select('citation.subject_id')
      .where('source.key', '=', `work/${eventKey}`)
      .execute();
    expect(cited).toHaveLength(1 + needs.length + attendance.length);
    const after = await db.selectFrom('record_version').select('version').executeTakeFirstOrThrow();
    expect(after.version).toBeGreaterThan(before.version);
    const voiced = await showNeeds(app, editor, id);
    expect(voiced.needs.map(({ publishedKey }) => publishedKey)).toEqual([
      `${eventKey}/001`,
      null,
      `${eventKey}/002`,
    ]);
    expect(voiced.closed).toBe('closed');
  });

  test('twice at once publishes once; two sessions of one day have events of their own', async () => {
    const { app, editor } = scene();
    const [one, two] = [await recorded([{ review: 'accepted' }]), await recorded([{ review: 'accepted' }])];
    const outcomes = await Promise.all(
      [one, one, two, two].map(({ id }) => publishSession(app, editor, id, 2)),
    );
    const keys = outcomes.map((outcome) => (outcome.kind === 'done' ? outcome.value.eventKey : outcome.kind));
    expect(keys[0]).toBe(keys[1]);
    expect(keys[2]).toBe(keys[3]);
    expect(keys[0]).not.toBe(keys[2]);
    const { rows } = await app.pool.query(
      `SELECT count(*)::int AS times FROM audit_event WHERE action = 'publish' AND subject_id = ANY ($1)`,
      [[one.id, two.id]],
    );
    expect(rows).toEqual([{ times: 2 }]);
  });
});
