import { randomUUID } from 'node:crypto';
import { floorAskForm, pollForm, speakForm } from '#features/floor/schema.ts';
import {
  askAtFloor,
  askToSpeak,
  supportAtFloor,
  voteAtFloor,
  type Sender,
} from '#features/floor/server/audience.ts';
import { judgeQuestion, setFloor, showFloorWork } from '#features/floor/server/moderating.ts';
import { addPoll, stepPoll } from '#features/floor/server/polls.ts';
import { stepTurn } from '#features/floor/server/turns.ts';
import type { App } from '#server/app.ts';
import { expectDone } from '../expect-done.ts';
import { demoId, type Stage } from '../stage.ts';

/** A meeting that goes on while the demonstration is looked at. */
export const meeting = 'ullimare-takim-me-te-rinjte';

const asked = [
  { text: 'Kur hapet biblioteka pasdite?', supports: 7, state: 'shown' },
  { text: 'A mund të marrin pjesë nxënësit në këshillin e rinisë?', supports: 4, state: 'shown' },
  { text: 'Sa para të buxhetit shkojnë për sportin?', supports: 2, state: 'answered' },
  { text: 'A ka autobus nga fshatrat të shtunën?', supports: 0, state: 'waiting' },
] as const;

/** In the hall of a meeting: questions with support, a poll that is over and one that is open, people who want to speak. */
export async function gather(stage: Stage): Promise<void> {
  const { app, firstDay, members } = stage;
  await app.db
    .insertInto('event_plan')
    .values({
      id: demoId('event_plan', meeting),
      key: meeting,
      organisation_id: members.organisationId,
      municipality_id: members.municipalityId,
      kind: 'meeting',
      title: JSON.stringify({
        sq: 'Takim me të rinjtë e Ullimarës',
        en: 'Meeting with the young people of Ullimarë',
      }),
      summary: JSON.stringify({
        sq: 'Çfarë duan të rinjtë nga kontrata e ardhshme.',
        en: 'What young people want from the next contract.',
      }),
      mode: 'both',
      starts_on: firstDay,
      starts_at: '10:00',
      ends_on: firstDay,
      ends_at: '13:00',
      place: JSON.stringify({ sq: 'Shtëpia e kulturës', en: 'House of culture' }),
      state: 'announced',
    })
    .execute();
  const moderator = members.facilitator;
  expectDone('open the floor', await setFloor(app, moderator, meeting, true));
  await askAndSupport(stage);
  await poll(stage);
  await speak(stage);
}

function sendersOf(count: number): Sender[] {
  return Array.from({ length: count }, (_, index) => ({
    address: `192.0.2.${index + 1}`,
    browser: randomUUID(),
  }));
}

async function askAndSupport({ app, members: { facilitator } }: Stage): Promise<void> {
  for (const { text } of asked) {
    const command = floorAskForm.parse({ question: text, language: 'sq', once: randomUUID() });
    expectDone('ask', await askAtFloor(app, '192.0.2.1', meeting, command));
  }
  const { waiting } = await showFloorWork(app, facilitator, meeting);
  for (const { text, supports, state } of asked) {
    const id = waiting.find(({ statement }) => statement === text)?.id ?? '';
    if (state === 'waiting') continue;
    const judge = async (verdict: 'show' | 'answered') =>
      expectDone(
        'judge a question',
        await judgeQuestion(app, facilitator, meeting, { question: id, verdict, reason: '', into: null }),
      );
    await judge('show');
    for (const sender of sendersOf(supports)) {
      expectDone('support', await supportAtFloor(app, sender, meeting, id));
    }
    if (state === 'answered') await judge('answered');
  }
}

async function poll({ app, members: { facilitator } }: Stage): Promise<void> {
  const first = await open(app, facilitator, {
    questionSq: 'Ku duhet të nisë puna?',
    questionEn: 'Where should the work begin?',
    kind: 'one',
    optionsSq: 'Biblioteka\nFusha e sportit\nTransporti',
    optionsEn: 'The library\nThe sports ground\nTransport',
  });
  for (const [index, sender] of sendersOf(14).entries()) {
    const choice = index < 7 ? '1' : index < 11 ? '2' : '3';
    const voter = { ...sender, pass: '' };
    expectDone('vote', await voteAtFloor(app, voter, meeting, { poll: first, choice: [choice] }));
  }
  expectDone('close a poll', await stepPoll(app, facilitator, meeting, { poll: first, step: 'close' }));
  await open(app, facilitator, {
    questionSq: 'Sa ju dëgjon bashkia?',
    questionEn: 'How far does the town hall listen to you?',
    kind: 'scale',
    optionsSq: 'aspak\nshumë',
    optionsEn: 'not at all\nvery much',
  });
}

async function open(app: App, moderator: Stage['coordinator'], fields: Record<string, string>) {
  const command = pollForm.parse({ ...fields, shows: 'closed', voters: 'anyone' });
  const id = expectDone('add a poll', await addPoll(app, moderator, meeting, command));
  expectDone('open a poll', await stepPoll(app, moderator, meeting, { poll: id, step: 'open' }));
  return id;
}

async function speak({ app, members: { facilitator } }: Stage): Promise<void> {
  const wishes = [
    { name: 'Ana, gjimnazi', attendance: 'on-site' },
    { name: 'Ervini', attendance: 'online' },
    { name: 'Mësuesja Drita', attendance: 'on-site' },
  ];
  for (const [index, sender] of sendersOf(wishes.length).entries()) {
    const wish = speakForm.parse(wishes[index]);
    expectDone('ask for the floor', await askToSpeak(app, sender, meeting, wish));
  }
  const { queue } = await showFloorWork(app, facilitator, meeting);
  const [first] = queue;
  if (!first) throw new Error('three wait');
  expectDone('give the floor', await stepTurn(app, facilitator, meeting, { turn: first.id, step: 'call' }));
}
