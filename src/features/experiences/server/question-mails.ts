import type { Language } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import type { Tx } from '#server/database/db.ts';
import { queueMail } from '#server/mail/queue-mail.ts';

interface Told {
  email: string;
  language: Language;
}
interface Asked {
  id: string;
  title: string;
}

type News = 'asked' | 'answered' | 'helped';

async function tell(app: App, tx: Tx, news: News, { id, title }: Asked, to: Told): Promise<void> {
  const t = translator(to.language);
  const values = {
    site: t('site.name'),
    title: title.replaceAll(/\s+/g, ' '),
    link: `${app.config.publicUrl}/${to.language}/work/questions/${id}`,
  };
  await queueMail(app, tx, {
    to: to.email,
    subject: t(`question.mail.${news}.subject`, values),
    text: t(`question.mail.${news}.text`, values),
  });
}

/** The letter of the day: questions that ask everyone, each with its address. */
export async function tellDigest(app: App, tx: Tx, questions: readonly Asked[], to: Told): Promise<void> {
  const t = translator(to.language);
  const list = questions
    .map(
      ({ id, title }) =>
        `– ${title.replaceAll(/\s+/g, ' ')}\n  ${app.config.publicUrl}/${to.language}/work/questions/${id}`,
    )
    .join('\n\n');
  const values = { site: t('site.name'), count: questions.length, list };
  await queueMail(app, tx, {
    to: to.email,
    subject: t('question.mail.digest.subject', values),
    text: t('question.mail.digest.text', values),
  });
}

export async function tellAsked(app: App, tx: Tx, question: Asked, people: readonly Told[]): Promise<void> {
  for (const person of people) await tell(app, tx, 'asked', question, person);
}

export async function tellAnswered(
  app: App,
  tx: Tx,
  question: Asked,
  asker: Told | undefined,
): Promise<void> {
  if (asker) await tell(app, tx, 'answered', question, asker);
}

export async function tellHelped(
  app: App,
  tx: Tx,
  question: Asked,
  answerer: Told | undefined,
): Promise<void> {
  if (answerer) await tell(app, tx, 'helped', question, answerer);
}
