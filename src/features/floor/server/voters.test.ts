import { expect, test } from 'vitest';
import { useGatherings, valueOf } from '#features/registration/server/registration.fixture.ts';
import { syncDoor } from '#features/registration/server/door.ts';
import { passByLink } from '#features/registration/server/voting-pass.ts';
import { addGathering } from '#testing/factories-gatherings.ts';
import { voteAtFloor } from './audience.ts';
import { setFloor, showFloorWork } from './moderating.ts';
import { addPoll, stepPoll } from './polls.ts';

const gatherings = useGatherings();

const poll = (voters: 'anyone' | 'registered' | 'checked-in') => ({
  questionSq: 'Vazhdojmë?',
  questionEn: '',
  kind: 'one' as const,
  shows: 'live' as const,
  voters,
  optionsSq: 'Po\nJo',
  optionsEn: '',
});

/** An open floor with an open poll for some, at an event for which two registered and one waits. */
async function polled(voters: 'registered' | 'checked-in') {
  const { id, key } = await gatherings.open({ onSite: 2 });
  for (const name of ['Ana', 'Beni', 'Cela']) valueOf(await gatherings.register(key, name));
  const { app, facilitator } = gatherings;
  valueOf(await setFloor(app, facilitator, key, true));
  const pollId = valueOf(await addPoll(app, facilitator, key, poll(voters)));
  valueOf(await stepPoll(app, facilitator, key, { poll: pollId, step: 'open' }));
  const passOf = async (name: string) =>
    (await passByLink(app, await gatherings.linkOf(id, name)))?.pass ?? '';
  const vote = (pass: string, choice: '1' | '2', browser = 'one') =>
    voteAtFloor(app, { address: '192.0.2.1', browser, pass }, key, { poll: pollId, choice: [choice] });
  const polls = async () => (await showFloorWork(app, facilitator, key)).polls;
  return { id, key, app, facilitator, pollId, passOf, vote, polls };
}

test('a poll for those registered counts each person once, whatever browser they use, and nobody else', async () => {
  const { passOf, vote, polls } = await polled('registered');
  const [ana, beni] = [await passOf('Ana'), await passOf('Beni')];
  valueOf(await vote(ana, '1'));
  valueOf(await vote(ana, '2', 'another'));
  valueOf(await vote(beni, '2'));
  expect(await polls()).toMatchObject([{ answers: 2, counts: [0, 2], electorate: 2 }]);
  const forged = ana.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
  for (const pass of ['', 'x', forged, await passOf('Cela')]) {
    expect(await vote(pass, '1')).toMatchObject({ faults: [{ key: 'floor.fault.only-registered' }] });
  }
  // The pass of another event is none here.
  const other = await polled('registered');
  expect(await other.vote(ana, '1')).toMatchObject({ kind: 'refused' });
});

test('a poll for those checked in counts who was; how many they were is kept, and whose an answer is found by nobody', async () => {
  const { id, key, app, facilitator, pollId, passOf, vote, polls } = await polled('checked-in');
  const ana = await passOf('Ana');
  expect(await vote(ana, '1')).toMatchObject({ faults: [{ key: 'floor.fault.only-checked-in' }] });
  const at = '2027-05-01T10:00:00.000Z';
  const registration = (await gatherings.linkOf(id, 'Ana')).id;
  const act = { id: crypto.randomUUID(), kind: 'in' as const, registration, at };
  await syncDoor(app, facilitator, key, { device: 'one', now: at, acts: [act] });
  valueOf(await vote(ana, '1'));
  const voters = () =>
    app.db.selectFrom('floor_vote').select('voter').where('poll_id', '=', pollId).execute();
  const before = await voters();
  valueOf(await stepPoll(app, facilitator, key, { poll: pollId, step: 'close' }));
  expect(await voters()).not.toEqual(before);
  await app.db.deleteFrom('registration').where('plan_id', '=', id).execute();
  expect(await polls()).toMatchObject([{ state: 'closed', answers: 1, electorate: 1 }]);
});

test('an event without registration has no poll for those registered', async () => {
  const { app, facilitator, place } = gatherings;
  const { key } = await addGathering(app.db, place, { municipality_id: place.municipality.id });
  expect(await addPoll(app, facilitator, key, poll('registered'))).toMatchObject({
    faults: [{ field: 'voters', key: 'floor.fault.no-registration' }],
  });
});
