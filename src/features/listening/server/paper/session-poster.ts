import { formatsFor } from '#i18n/format.ts';
import type { Language } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import { renderPdf } from '#server/pdf/render-pdf.ts';
import { qrSvg } from '#ui/content/qr-code.ts';

/** What a poster tells of a session. Every text is in the poster's language already. */
export interface SessionPoster {
  /** The kind of session as a label: 'Fokus grup'. */
  kind: string;
  /** YYYY-MM-DD */
  date: string;
  /** HH:MM */
  startsAt?: string | undefined;
  place: string;
  /** The administrative unit, where the session is for one. */
  unit?: string | undefined;
  municipality: string;
  invitedBy: string;
  network: string;
  /** What it is about, in plain words; without it the usual sentence. */
  about?: string | undefined;
  /** The session's public page: whole, with https://. */
  address: string;
}

/** The poster that invites to a session: one A4 page. */
export function sessionPosterPdf(
  app: Pick<App, 'pdf'>,
  poster: SessionPoster,
  language: Language,
): Promise<Uint8Array> {
  const t = translator(language);
  const { kind, unit, municipality, startsAt, address, network } = poster;
  const headline = t('paper.poster.headline');
  const where = unit ?? municipality;
  const time = startsAt === undefined ? null : t('paper.poster.time', { time: startsAt });
  const facts = [
    { label: t('paper.when'), value: formatsFor(language).weekday(poster.date), note: time },
    { label: t('paper.where'), value: poster.place || municipality, note: where },
    { label: t('paper.invites'), value: poster.invitedBy, note: null },
  ];
  const data = {
    network,
    municipality,
    kind: `${kind} · ${where}`,
    headline,
    about: poster.about || t('paper.poster.about'),
    facts,
    address,
    qr: qrSvg(address),
    qrAlt: t('paper.qr', { address }),
    readMore: t('paper.poster.read-more'),
    privacy: t('paper.poster.privacy'),
  };
  const title = `${kind}, ${where}, ${formatsFor(language).date(poster.date)}`;
  return renderPdf(app, 'features/listening/server/paper/session-poster.typ', data, { title, language });
}
