import { formatsFor, type PartialDate } from '#i18n/format.ts';
import type { Language } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import { qrData } from '#server/pdf/qr-data.ts';
import { renderPdf } from '#server/pdf/render-pdf.ts';

/** A letter of a member organisation. Texts are in the letter's language already; `text` may have several paragraphs. */
export interface Letter {
  network: string;
  organisation: string;
  place: string;
  date: PartialDate;
  /** Lines of the address: name, capacity, place. */
  recipient: readonly string[];
  subject: string;
  text: string;
  /** Who signs: name and capacity. */
  signedBy?: readonly string[] | undefined;
  address?: string | undefined;
}

/** A letter on A4. */
export function letterPdf(app: Pick<App, 'pdf'>, letter: Letter, language: Language): Promise<Uint8Array> {
  const t = translator(language);
  const { network, organisation, recipient, subject, text, address } = letter;
  const data = {
    network,
    organisation,
    dated: [letter.place, formatsFor(language).date(letter.date)].filter(Boolean).join(', '),
    recipient,
    text,
    signedBy: letter.signedBy ?? [organisation],
    code: address === undefined ? null : { ...qrData(address, language) },
    readMore: t('paper.letter.read-more'),
  };
  return renderPdf(app, 'features/contracts/server/paper/letter.typ', data, { title: subject, language });
}

/** Whom a contract is put before. */
export interface SigningInvitation extends Omit<Letter, 'subject' | 'text' | 'address'> {
  to: 'candidate' | 'mayor' | 'council';
  municipality: string;
  mandate: string;
  priorities: number;
  /** YYYY-MM-DD: by when an answer is asked for. */
  answerBy: string;
  /** The contract's public page. */
  address: string;
}

/** The invitation to sign a contract. */
export function signingInvitationPdf(
  app: Pick<App, 'pdf'>,
  { to, ...invitation }: SigningInvitation,
  language: Language,
): Promise<Uint8Array> {
  const t = translator(language);
  const { municipality, mandate, priorities, organisation, network } = invitation;
  const answerBy = formatsFor(language).weekday(invitation.answerBy);
  const values = { municipality, period: mandate, priorities, organisation, network, date: answerBy };
  const text = [
    t('paper.letter.greeting'),
    t('paper.letter.what', values),
    t(`paper.letter.ask.${to}`, values),
    t('paper.letter.answer', values),
    t('paper.letter.close'),
  ].join('\n');
  const subject = t('paper.letter.subject', { title: t('contract.title', values) });
  return letterPdf(app, { ...invitation, subject, text }, language);
}
