import { Writable } from 'node:stream';
import { pino } from 'pino';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test, vi } from 'vitest';
import { createApp } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { inTransaction } from '#server/database/db.ts';
import { useDatabase } from '#testing/database.ts';
import { queueMail } from './queue-mail.ts';
import { sendMail } from './send-mail.ts';
import { tidyMail } from './tidy-mail.ts';

const database = useDatabase();
const opened: (() => Promise<void>)[] = [];
const message = { to: 'banor@example.org', subject: 'Përgjigjja juaj', text: 'Faleminderit për nevojën.\n' };
let logged = '';

afterEach(async () => {
  for (const close of opened.splice(0)) await close();
  await database().pool.query('DELETE FROM jobs.job; DELETE FROM mail_outbox');
  logged = '';
});

/** An SMTP server on this machine; gives its address and what it has taken. */
async function smtp(options: SMTPServerOptions = {}) {
  const taken: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _, done) => {
      void text(stream)
        .then((mail) => taken.push(mail))
        .finally(() => done());
    },
    ...options,
  });
  // A client that hangs up is no fault of the test.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  opened.push(() => new Promise((resolve) => server.close(() => resolve())));
  const address = server.server.address();
  if (typeof address !== 'object' || address === null) throw new Error('it listens on a port');
  return { url: `smtp://127.0.0.1:${address.port}`, taken };
}

async function start(smtpUrl?: string) {
  const into = new Writable({
    write(line, _, done) {
      logged += String(line);
      done();
    },
  });
  const config = readConfig({ SMTP_URL: smtpUrl, MAIL_FROM: 'Rrjeti POP <pop@example.org>' });
  const app = createApp(config, database(), { log: pino({ level: 'debug' }, into) });
  await app.jobs.start(app, { jobs: [sendMail, tidyMail], works: true, pollSeconds: 0.5 });
  opened.push(() => app.jobs.stop());
  return app;
}

async function outbox() {
  return database().db.selectFrom('mail_outbox').selectAll().execute();
}

async function jobRows() {
  const { rows } = await database().pool.query(
    `SELECT state, start_after > now() + interval '10 seconds' AS waits FROM jobs.job WHERE name = 'mail.send'`,
  );
  return rows;
}

function refusing(responseCode: number): SMTPServerOptions {
  return {
    onRcptTo: ({ address }, _, done) =>
      done(Object.assign(new Error(`<${address}> is not wanted`), { responseCode })),
  };
}

const soon = { timeout: 10_000, interval: 50 };

test('a message is sent and marked as sent', async () => {
  const { url, taken } = await smtp();
  const app = await start(url);
  const id = await inTransaction(app.db, (tx) => queueMail(app, tx, message));
  await vi.waitFor(async () => expect((await outbox())[0]?.sent_at).toBeInstanceOf(Date), soon);
  expect(taken).toHaveLength(1);
  expect(taken[0]).toContain('From: Rrjeti POP <pop@example.org>');
  expect(taken[0]).toContain('To: banor@example.org');
  expect(taken[0]).toContain(`Message-ID: <${id}@example.org>`);
  expect(await outbox()).toMatchObject([{ attempts: 1, last_fault: null }]);
});

test('a message of a change that was rolled back is never sent', async () => {
  const app = await start();
  const failing = inTransaction(app.db, async (tx) => {
    await queueMail(app, tx, message);
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect([await outbox(), await jobRows()]).toEqual([[], []]);
});

test('without an SMTP server a message waits in the outbox', async () => {
  const app = await start();
  await inTransaction(app.db, (tx) => queueMail(app, tx, message));
  await vi.waitFor(async () => expect(await jobRows()).toMatchObject([{ state: 'completed' }]), soon);
  expect(await outbox()).toMatchObject([
    { recipient: 'banor@example.org', sent_at: null, attempts: 0, last_fault: null },
  ]);
});

test('what the server does not take now is tried later, and says why', async () => {
  const { url } = await smtp(refusing(451));
  const app = await start(url);
  await inTransaction(app.db, (tx) => queueMail(app, tx, message));
  await vi.waitFor(async () => expect(await jobRows()).toEqual([{ state: 'retry', waits: true }]), soon);
  expect(await outbox()).toMatchObject([{ attempts: 1, last_fault: 'EENVELOPE 451', sent_at: null }]);
});

test('what the server refuses for good is not tried again', async () => {
  const { url } = await smtp(refusing(550));
  const app = await start(url);
  await inTransaction(app.db, (tx) => queueMail(app, tx, message));
  await vi.waitFor(async () => expect(await jobRows()).toMatchObject([{ state: 'completed' }]), soon);
  expect(await outbox()).toMatchObject([{ attempts: 1, last_fault: 'EENVELOPE 550', sent_at: null }]);
});

test('a server that cannot be reached is a fault that passes', async () => {
  const app = await start('smtp://127.0.0.1:9');
  await inTransaction(app.db, (tx) => queueMail(app, tx, message));
  await vi.waitFor(async () => expect(await jobRows()).toMatchObject([{ state: 'retry' }]), soon);
  expect(await outbox()).toMatchObject([{ attempts: 1, last_fault: 'ESOCKET' }]);
});

test('no address is ever logged', async () => {
  // One after the other: whoever works takes all that waits, the other's messages too.
  for (const [before, code] of [451, 550].entries()) {
    const { url } = await smtp(refusing(code));
    const app = await start(url);
    await inTransaction(app.db, (tx) => queueMail(app, tx, message));
    const tried = async () => (await outbox()).filter(({ attempts }) => attempts > 0).length;
    await vi.waitFor(async () => expect(await tried()).toBe(before + 1), soon);
  }
  await vi.waitFor(() => expect(logged).toContain('a job failed'), soon);
  expect(logged).not.toContain('banor');
});

test('a message that was sent is not sent again', async () => {
  const { url, taken } = await smtp();
  const app = await start(url);
  const id = await inTransaction(app.db, (tx) => queueMail(app, tx, message));
  await vi.waitFor(() => expect(taken).toHaveLength(1), soon);
  await vi.waitFor(async () => expect((await outbox())[0]?.sent_at).toBeInstanceOf(Date), soon);
  await sendMail.perform(app, { id });
  expect(taken).toHaveLength(1);
});

test('a subject cannot bring headers of its own', async () => {
  const app = await start();
  const asking = inTransaction(app.db, (tx) =>
    queueMail(app, tx, { ...message, subject: 'Tung\r\nBcc: x@example.org' }),
  );
  await expect(asking).rejects.toThrow('one line');
});

test('a link that opens something is not kept once it was sent; other words are, for a week', async () => {
  const { url, taken } = await smtp();
  const app = await start(url);
  const secretUntil = new Date(Date.now() + 3_600_000);
  await inTransaction(app.db, (tx) => queueMail(app, tx, { ...message, text: '?token=abc', secretUntil }));
  await inTransaction(app.db, (tx) => queueMail(app, tx, message));
  await vi.waitFor(
    async () => expect((await outbox()).every(({ sent_at }) => sent_at !== null)).toBe(true),
    soon,
  );
  expect(taken.join()).toContain('?token=abc');
  expect((await outbox()).map(({ body_text }) => body_text).toSorted()).toEqual(['', message.text]);
  const inDays = (days: number) => ({ ...app, clock: () => new Date(Date.now() + days * 86_400_000) });
  await tidyMail.perform(inDays(6), { day: '2026-11-26' });
  expect((await outbox()).map(({ body_text }) => body_text)).toContain(message.text);
  await tidyMail.perform(inDays(8), { day: '2026-11-26' });
  expect((await outbox()).map(({ body_text }) => body_text)).toEqual(['', '']);
});

test('without an SMTP server a link can be read until it opens nothing any more, and is not sent afterwards', async () => {
  const app = await start();
  const secretUntil = new Date(Date.now() + 3_600_000);
  await inTransaction(app.db, (tx) => queueMail(app, tx, { ...message, text: '?token=abc', secretUntil }));
  const id = await inTransaction(app.db, (tx) => queueMail(app, tx, message));
  await vi.waitFor(async () => expect(await jobRows()).toHaveLength(2), soon);
  await tidyMail.perform(app, { day: '2026-11-26' });
  expect((await outbox()).map(({ body_text }) => body_text)).toContain('?token=abc');
  const later = { ...app, clock: () => new Date(Date.now() + 3_700_000) };
  await tidyMail.perform(later, { day: '2026-11-26' });
  expect((await outbox()).map(({ body_text }) => body_text).toSorted()).toEqual(['', message.text]);
  const { url, taken } = await smtp();
  const withServer = { ...later, config: readConfig({ SMTP_URL: url, LOG_LEVEL: 'silent' }) };
  for (const mail of await outbox()) await sendMail.perform(withServer, { id: mail.id });
  expect(taken).toHaveLength(1);
  expect(taken[0]).toContain(`<${id}@`);
});
