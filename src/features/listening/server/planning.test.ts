import { describe, expect, test } from 'vitest';
import { nobody } from '#features/accounts/actor.ts';
import { addListeningSession } from '#testing/factories-listening.ts';
import { planOf, useScene } from './listening.fixture.ts';
import { cancelSession, changePlan, planFields, planSession } from './planning.ts';
import { listSessions, showSession } from './sessions.ts';

const scene = useScene();
const coming = { when: 'coming' } as const;
const past = { when: 'past' } as const;

describe('a session is planned', () => {
  test('once, however often the form is sent', async () => {
    const { app, facilitator, fier } = scene();
    const plan = planOf(scene(), { facilitators: [facilitator.id], others: 'Arta\n\nBesa' });
    await Promise.all([1, 2, 3].map(() => planSession(app, facilitator, plan)));
    const { session, facilitators } = await showSession(app, facilitator, plan.id);
    expect(session).toMatchObject({
      place: 'Shkolla',
      organisationId: fier.organisation.id,
      state: 'planned',
    });
    expect(facilitators).toEqual(['Arta', 'Arta', 'Besa']);
    const { rows } = await app.pool.query(`SELECT action, actor FROM audit_event WHERE subject_id = $1`, [
      plan.id,
    ]);
    expect(rows).toEqual([{ action: 'plan', actor: facilitator.id }]);
  });

  test('with what exists in its municipality alone', async () => {
    const { app, facilitator, stranger } = scene();
    const elsewhere = await addListeningSession(app.db, scene().fier);
    const outcome = await planSession(
      app,
      facilitator,
      planOf(scene(), { unitId: elsewhere.id, mandateId: elsewhere.id, facilitators: [stranger.id] }),
    );
    expect(outcome).toEqual({
      kind: 'refused',
      faults: ['mandateId', 'unitId', 'facilitators'].map((field) => ({ field, key: 'form.fault.choice' })),
    });
  });

  test('by nobody who does not work there', async () => {
    const { app, stranger, contact, coordinator } = scene();
    for (const who of [nobody, stranger, contact, coordinator]) {
      await expect(planSession(app, who, planOf(scene()))).rejects.toThrow('not-found');
    }
  });
});

test('of two who change a plan at once, the second sees what the first saved', async () => {
  const { app, facilitator, editor, fier } = scene();
  const { id } = await addListeningSession(app.db, fier, { place: 'Biblioteka' });
  const { id: _, municipalityId: __, organisationId: ___, ...plan } = planOf(scene());
  const outcomes = await Promise.all([
    changePlan(app, facilitator, id, { ...plan, version: 1, place: 'Salla A' }),
    changePlan(app, editor, id, { ...plan, version: 1, place: 'Salla B' }),
  ]);
  expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['conflict', 'done']);
  const { session } = await showSession(app, editor, id);
  const conflict = outcomes.find((outcome) => outcome.kind === 'conflict');
  expect(conflict).toMatchObject({ theirVersion: 2, theirs: { place: session.place, heldOn: '2026-03-12' } });
});

describe('a session that is called off', () => {
  test('keeps the reason, and is not changed any more', async () => {
    const { app, facilitator, fier } = scene();
    const { id } = await addListeningSession(app.db, fier);
    await cancelSession(app, facilitator, id, { version: 1, reason: 'Përmbytje' });
    await cancelSession(app, facilitator, id, { version: 1, reason: 'again' });
    const { session } = await showSession(app, facilitator, id);
    expect(session).toMatchObject({ state: 'cancelled', cancelReason: 'Përmbytje', version: 2 });
    const fields = await planFields(app.db, session);
    expect(fields).toMatchObject({ kind: 'focus-group', announced: '' });
    const { id: _, municipalityId: __, organisationId: ___, ...plan } = planOf(scene());
    expect(await changePlan(app, facilitator, id, { ...plan, version: 2 })).toMatchObject({
      kind: 'refused',
      faults: [{ key: 'listening.fault.closed' }],
    });
  });

  test('was not held', async () => {
    const { app, facilitator, fier } = scene();
    const { id } = await addListeningSession(app.db, fier, { state: 'held' });
    const outcome = await cancelSession(app, facilitator, id, { version: 1, reason: 'x' });
    expect(outcome).toMatchObject({ kind: 'refused', faults: [{ key: 'listening.fault.held' }] });
  });
});

describe('the calendar', () => {
  test('holds the sessions of one’s municipalities, and tells which are late', async () => {
    const { app, facilitator, stranger, coordinator, fier } = scene();
    const late = await addListeningSession(app.db, fier, { held_on: '2026-03-01', place: 'Late' });
    const ahead = await addListeningSession(app.db, fier, { held_on: '2026-04-01', unit_id: fier.unit.id });
    const mine = await listSessions(app, facilitator, past);
    expect(mine.late.map(({ id }) => id)).toContain(late.id);
    expect(mine.sessions.find(({ id }) => id === late.id)).toMatchObject({ late: true, needs: 0 });
    expect((await listSessions(app, facilitator, coming)).sessions.map(({ id }) => id)).toEqual([ahead.id]);
    expect((await listSessions(app, coordinator, coming)).sessions.map(({ id }) => id)).toEqual([ahead.id]);
    const theirs = await listSessions(app, stranger, coming);
    expect([theirs.sessions, theirs.late]).toEqual([[], []]);
    await expect(listSessions(app, nobody, coming)).rejects.toThrow('not-found');
  });

  test('asked for a municipality that is not one’s own, holds nothing of it', async () => {
    const { app, stranger, fier } = scene();
    const list = await listSessions(app, stranger, { ...past, municipality: fier.municipality.id });
    expect([list.sessions, list.units]).toEqual([[], []]);
  });

  test('goes on where its page ends, each session once', async () => {
    const { app, editor, fier } = scene();
    for (let day = 0; day < 55; day += 1) {
      await addListeningSession(app.db, fier, {
        held_on: `2025-0${1 + Math.floor(day / 20)}-1${day % 5}`,
        kind: 'online',
      });
    }
    const first = await listSessions(app, editor, { ...past, kind: 'online' });
    const second = await listSessions(app, editor, { ...past, kind: 'online', after: first.next });
    const ids = [...first.sessions, ...second.sessions].map(({ id }) => id);
    expect([first.sessions.length, second.sessions.length, new Set(ids).size]).toEqual([50, 5, 55]);
    expect(second.next).toBeUndefined();
    const days = [...first.sessions, ...second.sessions].map(({ heldOn }) => heldOn);
    expect(days).toEqual(days.toSorted().toReversed());
  });
});

test('others are not told that a session exists', async () => {
  const { app, stranger, contact, fier } = scene();
  const { id } = await addListeningSession(app.db, fier);
  for (const who of [nobody, stranger, contact]) {
    await expect(showSession(app, who, id)).rejects.toThrow('not-found');
    await expect(cancelSession(app, who, id, { version: 1, reason: 'x' })).rejects.toThrow('not-found');
  }
  await expect(showSession(app, scene().editor, 'not an id')).rejects.toThrow('not-found');
  await expect(cancelSession(app, scene().coordinator, id, { version: 1, reason: 'x' })).rejects.toThrow(
    'forbidden',
  );
});
