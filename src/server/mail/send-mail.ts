import { z } from 'zod';
import type { App } from '../app.ts';
import { defineJob } from '../jobs/job.ts';
import { deliver } from './deliver.ts';
import { describeMailFault } from './mail-fault.ts';

/** Some ten tries over a day: greylisting is over after minutes, a server that is being mended after hours. */
const retry = { limit: 10, delay: 30, longest: 4 * 60 * 60 };

/**
 * Sends a message of the outbox. Without an SMTP server it stays there for administrators to read; so does one that the
 * server refuses for good. What was sent with a link that opens something is kept without its text.
 */
export const sendMail = defineJob({
  name: 'mail.send',
  schema: z.object({ id: z.uuid() }),
  retry,
  run: async (app, { id }) => send(app, id),
});

async function send({ config, db, clock }: App, id: string): Promise<void> {
  const { smtpUrl, mailFrom } = config;
  const mail = await db
    .selectFrom('mail_outbox')
    .select(['id', 'recipient', 'subject', 'body_text', 'secret_until'])
    .select(['attachment_name', 'attachment_type', 'attachment_text'])
    .where('id', '=', id)
    .where('sent_at', 'is', null)
    .where('blanked_at', 'is', null)
    .executeTakeFirst();
  if (smtpUrl === undefined || !mail) return;
  const update = db
    .updateTable('mail_outbox')
    .set((row) => ({ attempts: row('attempts', '+', 1) }))
    .where('id', '=', id);
  try {
    await deliver(smtpUrl, mailFrom, mail);
  } catch (error) {
    const { code, isFinal } = describeMailFault(error);
    await update.set({ last_fault: code }).execute();
    if (isFinal) return;
    throw error;
  }
  const now = clock();
  const blank = mail.secret_until === null ? {} : { body_text: '', blanked_at: now };
  await update.set({ sent_at: now, last_fault: null, ...blank }).execute();
}
