import { languages } from '#i18n/languages.ts';
import { formatsFor, type Formats } from '#i18n/format.ts';
import { translator, type MessageValues, type Translate } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import type { Tx } from '#server/database/db.ts';
import { queueMail } from '#server/mail/queue-mail.ts';

type MailKind = 'draft' | 'link' | 'receipt' | 'reminder' | 'granted' | 'refused';

interface Letter {
  kind: MailKind;
  to: string;
  values: (formats: Formats, t: Translate, language: string) => MessageValues;
  /** Until when a link in it opens something. */
  secretUntil?: Date;
}

const between = '\n\n* * *\n\n';

/** Writes to a town hall, of whose people it is not known what they read: in Albanian, then in English. */
export async function writeToTownHall(
  app: App,
  tx: Tx,
  { kind, to, values, secretUntil }: Letter,
): Promise<void> {
  const parts = languages.map((language) => {
    const t = translator(language);
    const filled = { site: t('site.name'), ...values(formatsFor(language), t, language) };
    return {
      subject: t(`replies.mail.${kind}.subject`, filled),
      text: t(`replies.mail.${kind}.text`, filled),
    };
  });
  await queueMail(app, tx, {
    to,
    subject: parts.map(({ subject }) => subject).join(' / '),
    text: parts.map(({ text }) => text).join(between),
    ...(secretUntil ? { secretUntil } : {}),
  });
}

/** Years of a round as people read them. */
export function spanOf({ roundStarts, roundEnds }: { roundStarts: string; roundEnds: string }): string {
  return `${roundStarts.slice(0, 4)}–${roundEnds.slice(0, 4)}`;
}
