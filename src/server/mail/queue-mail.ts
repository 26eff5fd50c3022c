import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { App } from '../app.ts';
import type { Tx } from '../database/db.ts';
import { sendMail } from './send-mail.ts';

const schema = z.object({
  to: z.email(),
  subject: z
    .string()
    .min(1)
    .max(500)
    .regex(/^[^\r\n]*$/, 'one line'),
  text: z.string().min(1),
  /** Until when a link in it opens something. */
  secretUntil: z.date().optional(),
  /** A file beside the text, itself text. */
  attachment: z
    .object({
      name: z.string().regex(/^[a-z0-9.-]{1,60}$/),
      type: z.string().max(100),
      text: z.string().max(100_000),
    })
    .optional(),
});

export type Mail = z.infer<typeof schema>;

/**
 * Puts a message into the outbox and asks for it to be sent, in the transaction of the change that it tells of.
 * @returns its id in the outbox
 */
export async function queueMail({ jobs }: Pick<App, 'jobs'>, tx: Tx, mail: Mail): Promise<string> {
  const { to, subject, text, secretUntil, attachment } = schema.parse(mail);
  const id = randomUUID();
  await tx
    .insertInto('mail_outbox')
    .values({
      id,
      recipient: to,
      subject,
      body_text: text,
      secret_until: secretUntil ?? null,
      blanked_at: null,
      sent_at: null,
      last_fault: null,
      attachment_name: attachment?.name ?? null,
      attachment_type: attachment?.type ?? null,
      attachment_text: attachment?.text ?? null,
    })
    .execute();
  await jobs.enqueue(tx, sendMail, { id }, { key: id });
  return id;
}
