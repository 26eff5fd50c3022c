import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Actor } from '#features/accounts/actor.ts';
import { markOf } from '../answer.ts';
import { saveAnswers, showAnswers } from './answers.ts';
import { pressClock, showClock } from './clock-service.ts';
import { showPlan } from './plans.ts';
import { answersToPriority, showAnswerTable } from './public.ts';
import { announceForum, noteAttendance, publishAnswersTogether, startForum } from './stages.ts';
import { useForums, valueOf } from './forum.fixture.ts';

const forums = useForums();

describe('the clock', () => {
  test('gives turns by lot, keeps time over reloads, and stands still while paused', async () => {
    const { by, id } = await forums.drawn(['Arta', 'Besim']);
    await startForum(forums.app, by, id);
    forums.now = new Date('2027-05-02T16:10:00Z');
    await pressClock(forums.app, by, id, { act: 'next', turn: 0, candidacy: null });
    forums.now = new Date('2027-05-02T16:10:30Z');
    await pressClock(forums.app, by, id, { act: 'pause', turn: 1, candidacy: null });
    forums.now = new Date('2027-05-02T16:20:00Z');
    expect((await showClock(forums.app, by, id)).current).toMatchObject({
      name: 'Arta',
      usedMs: 30_000,
      isRunning: false,
    });
    await pressClock(forums.app, by, id, { act: 'resume', turn: 1, candidacy: null });
    forums.now = new Date('2027-05-02T16:20:15Z');
    await pressClock(forums.app, by, id, { act: 'next', turn: 1, candidacy: null });
    const clock = await showClock(forums.app, by, id);
    expect(clock.current?.name).toBe('Besim');
    expect(clock.seats.map(({ name, spokenMs }) => [name, spokenMs])).toEqual([
      ['Arta', 45_000],
      ['Besim', 0],
    ]);
  });

  test('two clicks on "next" at one moment skip nobody', async () => {
    const { by, id } = await forums.drawn(['Arta', 'Besim', 'Çlirim']);
    await startForum(forums.app, by, id);
    const press = () => pressClock(forums.app, by, id, { act: 'next', turn: 0, candidacy: null });
    await Promise.all([press(), press(), press()]);
    const clock = await showClock(forums.app, by, id);
    expect([clock.turn, clock.current?.name]).toEqual([1, 'Arta']);
  });

  test('passes over who did not come', async () => {
    const { by, id, of } = await forums.drawn(['Arta', 'Besim']);
    await startForum(forums.app, by, id);
    await noteAttendance(forums.app, by, id, { candidacy: of('Arta'), attendance: 'absent' });
    await pressClock(forums.app, by, id, { act: 'next', turn: 0, candidacy: null });
    expect((await showClock(forums.app, by, id)).current?.name).toBe('Besim');
  });

  test('does not run before the forum does, nor for another municipality’s people', async () => {
    const { by, id } = await forums.drawn(['Arta']);
    const press = (actor: Actor) =>
      pressClock(forums.app, actor, id, { act: 'next', turn: 0, candidacy: null });
    await expect(press(by)).rejects.toMatchObject({ code: 'conflict' });
    await startForum(forums.app, by, id);
    await expect(press(forums.foreignEditor)).rejects.toMatchObject({ code: 'not-found' });
    await expect(press(forums.coordinator)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('answers', () => {
  async function answered(publishes: 'together' | 'live' = 'together') {
    const forum = await forums.drawn(['Arta', 'Besim'], { publishes });
    await announceForum(forums.app, forum.by, forum.id);
    const [first] = (await showAnswers(forums.app, forum.by, forum.id)).items;
    const save = (fields: Record<string, string>, actor = forum.by) =>
      saveAnswers(forums.app, actor, forum.id, first?.id ?? '', fields);
    return { ...forum, save, key: await forums.keyOf(forum.id) };
  }

  test('a reservation needs its words; a row left empty says nothing', async () => {
    const { save, of } = await answered();
    expect(await save({ [`answer-${of('Arta')}`]: 'reservation' })).toMatchObject({
      kind: 'refused',
      faults: [{ field: `words-${of('Arta')}` }],
    });
    expect(valueOf(await save({ [`answer-${of('Arta')}`]: 'agrees' }))).toEqual({ saved: 1 });
  });

  test('an answer that is none of the five is refused, whatever is sent', async () => {
    const { save, of } = await answered();
    expect(await save({ [`answer-${of('Arta')}`]: 'yes!' })).toMatchObject({ kind: 'refused' });
  });

  test('go public together, and only then', async () => {
    const { save, of, by, id, key } = await answered();
    await save({ [`answer-${of('Arta')}`]: 'agrees', [`answer-${of('Besim')}`]: 'declines' });
    expect((await showAnswerTable(forums.app, key)).hasAnswers).toBe(false);
    await publishAnswersTogether(forums.app, by, id);
    const [row] = (await showAnswerTable(forums.app, key)).rows;
    expect(row?.cells.map(({ current }) => current?.answer)).toEqual(['agrees', 'declines']);
  });

  test('go public one by one where the editor chose so', async () => {
    const { save, of, key } = await answered('live');
    await save({ [`answer-${of('Arta')}`]: 'agrees' });
    expect((await showAnswerTable(forums.app, key)).hasAnswers).toBe(true);
  });

  test('of a facilitator wait for someone who may publish', async () => {
    const { save, of, own, key } = await answered('live');
    await save({ [`answer-${of('Arta')}`]: 'agrees' }, await forums.person('facilitator', own));
    expect((await showAnswerTable(forums.app, key)).hasAnswers).toBe(false);
    await save({ [`answer-${of('Besim')}`]: 'absent' });
    const [row] = (await showAnswerTable(forums.app, key)).rows;
    expect(row?.cells.map(({ current }) => current?.answer)).toEqual(['agrees', 'absent']);
  });

  test('once public are corrected by a next version with a reason; the first stays', async () => {
    const { save, of, key } = await answered('live');
    await save({ [`answer-${of('Arta')}`]: 'agrees' });
    const correction = { [`answer-${of('Arta')}`]: 'reservation', [`words-${of('Arta')}`]: 'Po, nëse…' };
    expect(await save(correction)).toMatchObject({ faults: [{ field: `reason-${of('Arta')}` }] });
    valueOf(await save({ ...correction, [`reason-${of('Arta')}`]: 'U dëgjua gabim' }));
    const cell = (await showAnswerTable(forums.app, key)).rows[0]?.cells[0];
    expect(cell?.current).toMatchObject({
      answer: 'reservation',
      version: 2,
      reason: { sq: 'U dëgjua gabim' },
    });
    expect(cell?.earlier).toMatchObject([{ answer: 'agrees', version: 1 }]);
  });

  test('of two who write down the same answer at one moment, one is kept', async () => {
    const { save, of, key } = await answered('live');
    const both = { [`answer-${of('Arta')}`]: 'agrees' };
    await Promise.all([save(both), save(both)]);
    expect((await showAnswerTable(forums.app, key)).rows[0]?.cells[0]).toMatchObject({ earlier: [] });
  });

  describe('that two write down at a time', () => {
    const mark = (answer: 'agrees' | 'declines', words = '') => markOf({ answer, words });

    test('are both shown where they differ, and nothing is overwritten until the second has seen the first', async () => {
      const { save, of, by, id } = await answered();
      const arta = of('Arta');
      valueOf(await save({ [`answer-${arta}`]: 'agrees', [`was-${arta}`]: '' }));
      const second = { [`answer-${arta}`]: 'declines', [`was-${arta}`]: '' };
      expect(await save(second)).toEqual({
        kind: 'conflict',
        theirs: { [`answer-${arta}`]: 'agrees', [`words-${arta}`]: '' },
        theirVersion: 1,
      });
      const current = async () => (await showAnswers(forums.app, by, id)).items[0]?.answers[0]?.answer;
      expect(await current()).toBe('agrees');
      valueOf(await save({ ...second, [`was-${arta}`]: mark('agrees') }));
      expect(await current()).toBe('declines');
    });

    test('leave alone what the second did not touch', async () => {
      const { save, of, by, id } = await answered();
      const [arta, besim] = [of('Arta'), of('Besim')];
      valueOf(await save({ [`answer-${arta}`]: 'agrees' }));
      valueOf(await save({ [`answer-${arta}`]: 'declines', [`was-${arta}`]: mark('agrees') }));
      const drawnBefore = { [`answer-${arta}`]: 'agrees', [`was-${arta}`]: mark('agrees') };
      valueOf(await save({ ...drawnBefore, [`answer-${besim}`]: 'agrees', [`was-${besim}`]: '' }));
      const [item] = (await showAnswers(forums.app, by, id)).items;
      expect(item?.answers.map((given) => given?.answer)).toEqual(['declines', 'agrees']);
    });

    test('are one where both heard the same', async () => {
      const { save, of } = await answered();
      const both = { [`answer-${of('Arta')}`]: 'agrees', [`was-${of('Arta')}`]: '' };
      const [one, other] = await Promise.all([save(both), save(both)]);
      expect(valueOf(one).saved + valueOf(other).saved).toBe(1);
    });
  });

  test('of a facilitator are counted for the editor, who makes them public with one button', async () => {
    const { save, of, own, by, id, key } = await answered('live');
    await save({ [`answer-${of('Arta')}`]: 'agrees' }, await forums.person('facilitator', own));
    expect((await showPlan(forums.app, by, id)).waiting).toBe(1);
    await publishAnswersTogether(forums.app, by, id);
    expect((await showPlan(forums.app, by, id)).waiting).toBe(0);
    expect((await showAnswerTable(forums.app, key)).hasAnswers).toBe(true);
  });

  test('stand beside the priority, with who became mayor', async () => {
    const { save, of, key, own } = await answered('live');
    await save({ [`answer-${of('Arta')}`]: 'agrees' });
    const [priority] = own.priorities;
    const person_id = await forums.app.db
      .selectFrom('person')
      .innerJoin('election_candidate', 'election_candidate.person_id', 'person.id')
      .select('person.id')
      .where('person.name', '=', 'Arta')
      .where('election_candidate.municipality_id', '=', own.municipality.id)
      .executeTakeFirstOrThrow();
    await forums.app.db
      .insertInto('post')
      .values({
        id: randomUUID(),
        key: `mayor-${own.municipality.key}`,
        person_id: person_id.id,
        municipality_id: own.municipality.id,
        office: 'mayor',
      })
      .execute();
    expect(
      await answersToPriority(
        forums.app,
        { id: priority?.id ?? '', contractId: own.contract.id },
        own.municipality.id,
      ),
    ).toMatchObject([{ forumKey: key, name: 'Arta', answer: 'agrees', isMayor: true }]);
  });
});
