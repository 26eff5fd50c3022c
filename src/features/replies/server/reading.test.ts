import { describe, expect, test } from 'vitest';
import { listTasks } from '#features/work/server/tasks.ts';
import { saveAnswer } from './answering.ts';
import { openByLink } from './door.ts';
import { askForTime, decideTime } from './extensions.ts';
import { handIn } from './handing-in.ts';
import { beginReading, finishReading, markRead } from './reading.ts';
import { remindTownHalls } from './reminders.ts';
import { faultOf, request, useReplies, valueOf } from './replies.fixture.ts';
import { readTexts } from './reply-store.ts';
import { readRequest } from './request-store.ts';
import { listReplies } from './work.ts';

const replies = useReplies();

const who = { answeredBy: 'Arta Hoxha', capacity: 'drejtoreshë', language: 'sq' as const };

async function reply(answer: string) {
  const door = await replies.door();
  valueOf(await saveAnswer(replies.app(), door, 'overall', { answer, version: 0 }, request));
  valueOf(await handIn(replies.app(), door, who, request));
}

const id = () => replies.world().assessment.id;
const asked = async () => {
  const found = await readRequest(replies.app().db, id());
  if (!found) throw new Error('it was sent');
  return found;
};
const begin = (actor = replies.world().editor) => beginReading(replies.app(), actor, id(), request);
const finish = (actor = replies.world().editor) =>
  finishReading(replies.app(), actor, id(), { note: '' }, request);

describe('reading', () => {
  test('does not begin while the town hall has time', async () => {
    await replies.send();
    replies.on('2028-10-23T12:00:00Z');
    expect(faultOf(await begin())).toBe('replies.fault.still-open');
  });

  test('begins the day after the last one without a reply: silence blocks nothing', async () => {
    await replies.send();
    replies.on('2028-10-24T06:00:00Z');
    valueOf(await begin());
    valueOf(await finish());
    expect(await asked()).toMatchObject({ stage: 'reading', submittedAt: null });
    expect((await asked()).readAt).not.toBeNull();
  });

  test('ends once every part was read', async () => {
    await replies.send();
    await reply('Faleminderit');
    valueOf(await begin());
    expect(faultOf(await finish())).toBe('replies.fault.unread');
    const [text] = await readTexts(replies.app().db, (await asked()).id);
    const command = { id: text?.id ?? '', translation: 'Thank you', note: 'Asgjë' };
    valueOf(await markRead(replies.app(), replies.world().editor, id(), command, request));
    valueOf(await finish());
    expect(await readTexts(replies.app().db, (await asked()).id)).toMatchObject([
      { translation: 'Thank you', readNote: 'Asgjë' },
    ]);
  });

  test('is for editors of the municipality and coordinators alone', async () => {
    await replies.send();
    await reply('Faleminderit');
    const { editorElsewhere, monitor, contact, administrator, coordinator } = replies.world();
    for (const actor of [editorElsewhere, monitor, contact, administrator]) {
      await expect(begin(actor)).rejects.toMatchObject({ code: 'not-found' });
    }
    valueOf(await begin(coordinator));
    await expect(finish(editorElsewhere)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('begins once', async () => {
    await replies.send();
    await reply('Faleminderit');
    const outcomes = await Promise.all([begin(), begin()]);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['done', 'refused']);
  });
});

describe('more time', () => {
  const ask = async (until: string) =>
    askForTime(replies.app(), await replies.door(), { until, reason: 'Këshilli mblidhet më 30' }, request);
  const decide = async (decision: 'granted' | 'refused', actor = replies.world().editor) => {
    const [waiting] = await replies
      .app()
      .db.selectFrom('reply_extension')
      .select('id')
      .where('request_id', '=', (await asked()).id)
      .execute();
    const command = { id: waiting?.id ?? '', decision, until: null, note: '' };
    return decideTime(replies.app(), actor, id(), command, request);
  };

  test('that is given moves the last day, and the link lasts until then', async () => {
    await replies.send();
    valueOf(await ask('2028-11-06'));
    // Decided after the first last day: the link that had ended works again.
    replies.on('2028-10-25T08:00:00Z');
    const token = await replies.token();
    expect((await openByLink(replies.app(), token, '192.0.2.1')).kind).toBe('expired');
    valueOf(await decide('granted'));
    expect((await asked()).dueOn).toBe('2028-11-06');
    expect((await openByLink(replies.app(), token, '192.0.2.1')).kind).toBe('open');
    expect((await replies.mails()).at(-1)?.text).toContain('6 November 2028');
  });

  test('that is refused changes nothing, and is told', async () => {
    await replies.send();
    valueOf(await ask('2028-11-06'));
    valueOf(await decide('refused'));
    expect((await asked()).dueOn).toBe('2028-10-23');
    expect(await replies.mails()).toHaveLength(2);
    expect(faultOf(await decide('granted'))).toBe('replies.fault.decided');
  });

  test('is asked for once at a time, for a later day within bounds', async () => {
    await replies.send();
    expect(faultOf(await ask('2028-10-23'))).toBe('replies.fault.until');
    expect(faultOf(await ask('2029-10-23'))).toBe('replies.fault.until');
    valueOf(await ask('2028-11-06'));
    expect(faultOf(await ask('2028-11-07'))).toBe('replies.fault.asked-already');
  });

  test('is not given any more once the reading of its silence has begun', async () => {
    await replies.send();
    valueOf(await ask('2028-11-06'));
    replies.on('2028-10-25T08:00:00Z');
    valueOf(await begin());
    expect(faultOf(await decide('granted'))).toBe('replies.fault.closed');
    expect((await asked()).dueOn).toBe('2028-10-23');
  });

  test('that was asked for before the reply was handed in moves no day after', async () => {
    await replies.send();
    valueOf(await ask('2028-11-06'));
    await reply('U dorëzua');
    expect(faultOf(await decide('granted'))).toBe('replies.fault.closed');
    expect((await asked()).dueOn).toBe('2028-10-23');
  });

  test('is not given by the town hall itself, nor by people of another municipality', async () => {
    await replies.send();
    valueOf(await ask('2028-11-06'));
    const { contact, editorElsewhere } = replies.world();
    for (const actor of [contact, editorElsewhere]) {
      await expect(decide('granted', actor)).rejects.toMatchObject({ code: 'not-found' });
    }
    expect((await asked()).dueOn).toBe('2028-10-23');
  });
});

describe('the town hall is reminded', () => {
  const remind = () => remindTownHalls.perform(replies.app(), { day: '2028-10-16' });

  test('seven days and one day before the last one, once each', async () => {
    await replies.send();
    const mails = async () => (await replies.mails()).length - 1;
    for (const [instant, sent] of [
      ['2028-10-15T08:00:00Z', 0],
      ['2028-10-16T08:00:00Z', 1],
      ['2028-10-16T09:00:00Z', 1],
      ['2028-10-17T08:00:00Z', 1],
      ['2028-10-22T08:00:00Z', 2],
    ] as const) {
      replies.on(instant);
      await remind();
      expect(await mails(), instant).toBe(sent);
    }
  });

  test('not where it has replied', async () => {
    await replies.send();
    await reply('Faleminderit');
    const before = (await replies.mails()).length;
    replies.on('2028-10-16T08:00:00Z');
    await remind();
    expect(await replies.mails()).toHaveLength(before);
  });
});

test('each sees the replies that are theirs to handle or to give', async () => {
  await replies.send();
  const { editor, coordinator, contact, editorElsewhere, contactElsewhere, monitor } = replies.world();
  const listed = async (actor: typeof editor) => {
    const { handled, given } = await listReplies(replies.app(), actor);
    return [handled.some((row) => row.id === id()), given.some((row) => row.id === id())];
  };
  expect(await listed(editor)).toEqual([true, false]);
  expect(await listed(coordinator)).toEqual([true, false]);
  expect(await listed(contact)).toEqual([false, true]);
  expect(await listed(editorElsewhere)).toEqual([false, false]);
  expect(await listed(contactElsewhere)).toEqual([false, false]);
  await expect(listReplies(replies.app(), monitor)).rejects.toMatchObject({ code: 'forbidden' });
});

test('what waits: for the contact the reply, for the editor its reading, for nobody elsewhere anything', async () => {
  const tasks = async (who: 'editor' | 'contact' | 'editorElsewhere' | 'contactElsewhere') =>
    (await listTasks(replies.app(), replies.world()[who]))
      .filter(({ key }) => key.startsWith('work.task.'))
      .map(({ key, due }) => [key, due]);
  expect(await tasks('editor')).toEqual([['work.task.draft-to-send', null]]);
  await replies.send();
  expect(await tasks('editor')).toEqual([]);
  expect(await tasks('contact')).toEqual([['work.task.reply-to-give', '2028-10-23']]);
  replies.on('2028-10-24T08:00:00Z');
  expect(await tasks('editor')).toEqual([['work.task.reply-to-read', '2028-10-23']]);
  for (const who of ['contact', 'editorElsewhere', 'contactElsewhere'] as const) {
    expect(await tasks(who)).toEqual([]);
  }
});
