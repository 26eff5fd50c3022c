import { isLanguage, defaultLanguage } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import type { Tx } from '#server/database/db.ts';
import { queueMail } from '#server/mail/queue-mail.ts';
import type { PublicationOutcome } from '../outcome.ts';
import { readParts, type readRun } from './runs-store.ts';

type Run = NonNullable<Awaited<ReturnType<typeof readRun>>>;

/** Tells by mail what came of a publication to who had asked for it: nobody was waiting for the page. */
export async function tellResult(
  app: App,
  tx: Tx,
  run: Run,
  outcomes: ReadonlyMap<string, PublicationOutcome>,
): Promise<void> {
  const language = isLanguage(run.language) ? run.language : defaultLanguage;
  const t = translator(language);
  const published = [...outcomes.values()].filter((outcome) => outcome === 'published').length;
  const others = (await readParts(tx, run.id)).flatMap(({ assessmentId, municipalityName }) => {
    const outcome = outcomes.get(assessmentId) ?? 'not-prepared';
    return outcome === 'published' ? [] : [`- ${municipalityName}: ${t(`publishing.outcome.${outcome}`)}`];
  });
  await queueMail(app, tx, {
    to: run.email,
    subject: t('publishing.mail.subject', { published, of: outcomes.size }),
    text: [
      t('publishing.mail.text', { published, of: outcomes.size }),
      ...(others.length > 0 ? [others.join('\n')] : []),
      `${app.config.publicUrl}/${language}/work/publishing/runs/${run.id}`,
    ].join('\n\n'),
  });
}
