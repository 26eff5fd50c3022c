import { z } from 'zod';
import { translator } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';
import { defineJob } from '#server/jobs/job.ts';
import { queueMail } from '#server/mail/queue-mail.ts';
import { insertAccount, readAccountByEmail } from './accounts-store.ts';
import { takeLinkRequest, type LinkRequest } from './link-request-store.ts';
import { hoursFrom, makeLink } from './links.ts';

/** Sends the link that someone asked for, where there is an account to send one to. */
export const sendLink = defineJob({
  name: 'accounts.send-link',
  schema: z.object({ id: z.uuid() }),
  retry: { limit: 5, delay: 10, longest: 600 },
  run: (app, { id }) =>
    inTransaction(app.db, async (tx) => {
      const request = await takeLinkRequest(tx, id);
      if (request) await answer(app, tx, request);
    }),
});

async function answer(app: App, tx: Tx, request: LinkRequest): Promise<void> {
  const account = await readAccountByEmail(tx, request.email);
  if (request.purpose === 'sign-up' && !account) return welcome(app, tx, request);
  if (!account) return;
  // Who asks for an account and has one is let in by a link.
  const purpose = request.purpose === 'password' ? 'password' : 'sign-in';
  await sendTo(app, tx, account, purpose);
}

async function welcome(app: App, tx: Tx, { email, name, language }: LinkRequest): Promise<void> {
  const id = await insertAccount(tx, { email, name: name ?? email, isVerified: false, language });
  if (id === undefined) return;
  await recordAudit(tx, { actor: id, action: 'sign-up', subject: { kind: 'account', id } });
  await sendTo(app, tx, { id, email, language }, 'welcome');
}

const links = {
  'sign-in': { purpose: 'sign-in', page: 'sign-in/with-link', hours: 1 },
  password: { purpose: 'password', page: 'sign-in/new-password', hours: 1 },
  welcome: { purpose: 'password', page: 'sign-in/new-password', hours: 24 },
} as const;

async function sendTo(
  app: App,
  tx: Tx,
  account: { id: string; email: string; language: LinkRequest['language'] },
  kind: keyof typeof links,
): Promise<void> {
  const { email, language } = account;
  const { purpose, page, hours } = links[kind];
  const token = await makeLink(app, tx, { accountId: account.id, purpose, email, hours });
  const t = translator(language);
  const link = `${app.config.publicUrl}/${language}/${page}?token=${token}`;
  const text = t(`accounts.mail.${kind}.text`, { link, hours, site: t('site.name') });
  await queueMail(app, tx, {
    to: email,
    subject: t(`accounts.mail.${kind}.subject`, { site: t('site.name') }),
    text,
    secretUntil: hoursFrom(app, hours),
  });
}
