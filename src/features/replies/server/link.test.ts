import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { saveAnswer } from './answering.ts';
import { openByAccount, openByLink, type Door } from './door.ts';
import { endOfDay } from './end-of-day.ts';
import { faultOf, request, useReplies, valueOf } from './replies.fixture.ts';
import { renewLink, revokeLink, sendDraft, termFrom } from './sending.ts';
import { makeToken, sha256Of } from './token.ts';

const replies = useReplies();

const open = async (token: string, address = '192.0.2.1') =>
  (await openByLink(replies.app(), token, address)).kind;

test('the draft is mailed in Albanian and English with a link that opens it without an account', async () => {
  await replies.send();
  const [mail] = await replies.mails();
  expect(mail?.text).toContain('/sq/reply/');
  expect(mail?.text).toContain('/en/reply/');
  expect((await replies.door()).mayWrite).toBe(true);
  const { stage } = await replies
    .app()
    .db.selectFrom('assessment')
    .select('stage')
    .where('id', '=', replies.world().assessment.id)
    .executeTakeFirstOrThrow();
  expect(stage).toBe('reply');
});

test('of the link only the hash is kept', async () => {
  await replies.send();
  const token = await replies.token();
  const { db } = replies.app();
  const links = await db.selectFrom('reply_link').selectAll().execute();
  const events = await db.selectFrom('audit_event').selectAll().execute();
  for (const part of token.split('.')) expect(JSON.stringify([links, events])).not.toContain(part);
  expect(links.map(({ secret_sha256 }) => secret_sha256)).toContain(sha256Of(replies.app(), token));
});

test('fifteen working days end on the last of them, holidays and weekends left out', () => {
  // From a Monday: three weeks, and no holiday falls into them.
  expect(termFrom(replies.app(), '2028-10-02')).toBe('2028-10-23');
});

test('a term shorter than the full one is refused', async () => {
  const { assessment, editor } = replies.world();
  const command = { recipientName: 'A', recipientEmail: 'a@b.example', dueOn: '2028-10-20' };
  const outcome = await sendDraft(replies.app(), editor, assessment.id, command, request);
  expect(faultOf(outcome)).toBe('replies.fault.too-early');
});

test.each(['monitor', 'facilitator', 'contact', 'administrator', 'resident', 'editorElsewhere'] as const)(
  'a draft is not sent by: %s',
  async (who) => {
    await expect(replies.send(replies.world()[who])).rejects.toMatchObject({ code: 'not-found' });
    expect(await replies.mails()).toEqual([]);
  },
);

test('a draft is sent once', async () => {
  await replies.send();
  await expect(replies.send()).rejects.toMatchObject({ code: 'conflict' });
  expect(await replies.mails()).toHaveLength(1);
});

describe('a link', () => {
  test('works until its last day is over in the country, and not after', async () => {
    await replies.send();
    const token = await replies.token();
    // Summer time: midnight in Tirana.
    replies.on('2028-10-23T21:59:59Z');
    expect(await open(token)).toBe('open');
    replies.on('2028-10-23T22:00:00Z');
    expect(await open(token)).toBe('expired');
  });

  test('that was changed by a letter, or signed elsewhere, opens nothing', async () => {
    await replies.send();
    const token = await replies.token();
    const foreign = makeToken({ config: { ...replies.app().config, authSecret: 'x'.repeat(32) } }).token;
    expect(await open(`${token}x`)).toBe('wrong');
    expect(await open(token.replace(/^./, (letter) => (letter === 'a' ? 'b' : 'a')))).toBe('wrong');
    expect(await open(foreign)).toBe('wrong');
    expect(await open(makeToken(replies.app()).token)).toBe('wrong');
    // The database is not even asked for what this installation has not signed.
    expect(sha256Of(replies.app(), foreign)).toBeUndefined();
  });

  test('ends when a new one is sent, to another person too', async () => {
    await replies.send();
    const first = await replies.token();
    const { assessment, editor, municipality } = replies.world();
    const recipient = { recipientName: 'B', recipientEmail: `arta@${municipality.key}.example` };
    valueOf(await renewLink(replies.app(), editor, assessment.id, recipient, request));
    const second = await replies.token();
    expect(second).not.toBe(first);
    expect([await open(first), await open(second)]).toEqual(['revoked', 'open']);
  });

  test('that was ended opens nothing', async () => {
    await replies.send();
    const { assessment, editor } = replies.world();
    await revokeLink(replies.app(), editor, assessment.id, request);
    expect(await open(await replies.token())).toBe('revoked');
  });

  test('that is ended or renewed while somebody writes by it changes nothing any more', async () => {
    await replies.send();
    const { assessment, editor } = replies.world();
    const write = async (door: Door) =>
      faultOf(await saveAnswer(replies.app(), door, '1', { answer: 'Po', version: 0 }, request));
    const before = await replies.door();
    const recipient = {
      recipientName: 'B',
      recipientEmail: `arta@${replies.world().municipality.key}.example`,
    };
    await renewLink(replies.app(), editor, assessment.id, recipient, request);
    expect(await write(before)).toBe('replies.fault.link-over');
    const renewed = await replies.door();
    await revokeLink(replies.app(), editor, assessment.id, request);
    expect(await write(renewed)).toBe('replies.fault.link-over');
  });

  test('is neither renewed nor ended by people of another municipality', async () => {
    await replies.send();
    const { assessment, editorElsewhere, contact } = replies.world();
    const recipient = { recipientName: 'B', recipientEmail: 'b@c.example' };
    for (const actor of [editorElsewhere, contact]) {
      await expect(renewLink(replies.app(), actor, assessment.id, recipient, request)).rejects.toMatchObject({
        code: 'not-found',
      });
      await expect(revokeLink(replies.app(), actor, assessment.id, request)).rejects.toMatchObject({
        code: 'not-found',
      });
    }
    expect(await open(await replies.token())).toBe('open');
  });

  test('is not guessed at: who tries addresses is stopped', async () => {
    const address = '198.51.100.7';
    const tries = Array.from({ length: 20 }, () => randomBytes(32).toString('base64url'));
    for (const token of tries) expect(await open(token, address)).toBe('wrong');
    await expect(open('one more', address)).rejects.toMatchObject({ code: 'too-many-requests' });
  });
});

test('by account the contact of the municipality opens the reply, and nobody else writes for it', async () => {
  await replies.send();
  const { assessment, ...people } = replies.world();
  const door = await openByAccount(replies.app(), people.contact, assessment.id);
  expect(door).toMatchObject({ kind: 'account', mayWrite: true });
  const others = [
    people.contactElsewhere,
    people.editor,
    people.coordinator,
    people.monitor,
    people.resident,
    people.administrator,
  ];
  for (const actor of others) {
    await expect(openByAccount(replies.app(), actor, assessment.id)).rejects.toMatchObject({
      code: 'not-found',
    });
  }
});

test('a day ends at midnight in Tirana, in summer and in winter', () => {
  expect(endOfDay('2028-07-01').toISOString()).toBe('2028-07-01T22:00:00.000Z');
  expect(endOfDay('2028-12-01').toISOString()).toBe('2028-12-01T23:00:00.000Z');
  // The night on which clocks go back.
  expect(endOfDay('2028-10-29').toISOString()).toBe('2028-10-29T23:00:00.000Z');
});
