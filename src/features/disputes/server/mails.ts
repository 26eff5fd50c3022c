import { pickText } from '#i18n/languages.ts';
import { formatsFor } from '#i18n/format.ts';
import { translator } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import type { Tx } from '#server/database/db.ts';
import { queueMail } from '#server/mail/queue-mail.ts';
import { outcomeKey, type Outcome } from '../dispute.ts';
import type { Notice } from './notice-store.ts';

type Told = Pick<
  Notice,
  'email' | 'language' | 'receipt' | 'municipalityName' | 'priorityStatement' | 'dueOn'
>;

/** What a sender is told, each once, where they gave an address. */
export type News =
  | { kind: 'received' }
  | { kind: 'admitted' }
  | { kind: 'not-admitted'; why: string }
  | { kind: 'decided'; outcome: Outcome; reason: string };

export async function tellSender(app: App, tx: Tx, notice: Told, news: News): Promise<void> {
  if (notice.email === '') return;
  const t = translator(notice.language);
  const words = {
    site: t('site.name'),
    receipt: notice.receipt,
    municipality: notice.municipalityName,
    priority: pickText(notice.priorityStatement, notice.language),
    due: formatsFor(notice.language).date(notice.dueOn),
    link: `${app.config.publicUrl}/${notice.language}/disputes/${notice.receipt}`,
    reason: news.kind === 'not-admitted' ? news.why : news.kind === 'decided' ? news.reason : '',
    outcome: news.kind === 'decided' ? t(outcomeKey(news.outcome)) : '',
  };
  await queueMail(app, tx, {
    to: notice.email,
    subject: t(`disputes.mail.${news.kind}.subject`, words),
    text: t(`disputes.mail.${news.kind}.text`, words),
  });
}
