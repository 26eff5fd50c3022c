import { translator } from '#i18n/translate.ts';
import type { Language } from '#i18n/languages.ts';
import type { App } from '#server/app.ts';
import type { Tx } from '#server/database/db.ts';
import { queueMail } from '#server/mail/queue-mail.ts';
import { tokenOf } from './link.ts';

export type News =
  | { kind: 'confirm'; days: number }
  | { kind: 'asked'; question: string }
  | { kind: 'accepted' }
  | { kind: 'declined'; reason: string };

interface Told {
  id: string;
  language: Language;
  email: string;
  nameSq: string;
}

/** Writes to an applicant, in the language that they applied in, with the link to their application. */
export async function tellApplicant(app: App, tx: Tx, application: Told, news: News): Promise<void> {
  const { id, language, email, nameSq } = application;
  const t = translator(language);
  const words = {
    site: t('site.name'),
    name: nameSq,
    link: `${app.config.publicUrl}/${language}/join/${tokenOf(app, id)}`,
    days: news.kind === 'confirm' ? news.days : 0,
    words: news.kind === 'asked' ? news.question : news.kind === 'declined' ? news.reason : '',
  };
  await queueMail(app, tx, {
    to: email,
    subject: t(`joining.mail.${news.kind}.subject`, words),
    text: t(`joining.mail.${news.kind}.text`, words),
  });
}
