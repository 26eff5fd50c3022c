import type { InformationLaw } from '../../requests/information-law.ts';
import type { formats } from '../../requests/request.ts';
import { formatsFor } from '#i18n/format.ts';
import type { Language } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import { renderPdf } from '#server/pdf/render-pdf.ts';

/** A request for information as it is handed in. What is asked stands in its own language. */
export interface RequestPaper {
  municipality: string;
  organisation: string;
  /** Who asks, by name; '' where the place for it stays empty. */
  applicant: string;
  addressee: string;
  subject: string;
  body: string;
  language: Language;
  format: (typeof formats)[number];
  replyTo: string;
  /** The day on which it is handed in; today, where it is not yet. */
  date: string;
  /** By when an answer is due, once it is handed in. */
  dueOn: string | null;
}

/** The request as PDF/UA-1, with what the law says that it must hold, in the language of the page. */
export function informationRequestPdf(
  app: Pick<App, 'pdf'>,
  law: InformationLaw,
  paper: RequestPaper,
  language: Language,
): Promise<Uint8Array> {
  const t = translator(language);
  const formats = formatsFor(language);
  const { municipality, organisation, addressee, applicant, dueOn } = paper;
  const values = {
    law: law.name[language],
    request: law.request.article[language],
    answer: law.answer.article[language],
    complaint: law.complaint.article[language],
    to: law.complaint.to[language],
    days: law.answer.days,
    more: law.extension.days,
  };
  const data = {
    network: t('site.tagline'),
    organisation,
    recipient: [addressee, municipality],
    dated: `${municipality}, ${formats.date(paper.date)}`,
    subject: paper.subject,
    language: paper.language,
    basis: t('paper.request.basis', values),
    asked: t('paper.request.asked'),
    body: paper.body,
    particulars: t('paper.request.particulars'),
    facts: [
      [t('paper.request.applicant'), [applicant, organisation].filter((one) => one !== '').join(', ')],
      [t('paper.request.reply-to'), paper.replyTo === '' ? '—' : paper.replyTo],
      [t('paper.request.format'), t(`requests.format.${paper.format}`)],
      ...(dueOn === null ? [] : [[t('paper.request.due'), formats.weekday(dueOn)]]),
    ],
    term: t('paper.request.term', values),
    signature: t('paper.request.signature'),
    protocol: t('paper.request.protocol'),
  };
  return renderPdf(app, 'features/evidence/server/paper/information-request.typ', data, {
    title: t('paper.request.title'),
    language,
  });
}
