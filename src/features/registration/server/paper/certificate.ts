import { formatsFor } from '#i18n/format.ts';
import { pickText, type Language, type Localised } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import { qrData } from '#server/pdf/qr-data.ts';
import { renderPdf } from '#server/pdf/render-pdf.ts';
import { spanOf } from '../../span.ts';

export interface Attended {
  name: string;
  /** Where anyone finds out that it is genuine. */
  proof: string;
  event: {
    title: Localised;
    organisation: Localised;
    startsOn: string;
    startsAt: string;
    endsOn: string;
    endsAt: string;
    place: Localised;
    hall: Localised;
  };
}

/** Says that somebody took part: one page, with a line for the organiser's signature. */
export function certificatePdf(
  app: Pick<App, 'pdf'>,
  { name, event, proof }: Attended,
  language: Language,
): Promise<Uint8Array> {
  const t = translator(language);
  const title = pickText(event.title, language);
  const places = [event.hall, event.place].map((text) => pickText(text, language));
  const data = {
    network: t('site.name'),
    organisation: pickText(event.organisation, language),
    headline: t('registration.certificate.headline'),
    says: t('registration.certificate.says'),
    name,
    'took-part': t('registration.certificate.took-part'),
    event: title,
    span: spanOf(event, { t, formats: formatsFor(language) }),
    place: places.filter((text) => text !== '').join(', '),
    note: t('registration.certificate.note'),
    signature: t('registration.certificate.signature'),
    ...qrData(proof, language),
  };
  const template = 'features/registration/server/paper/certificate.typ';
  return renderPdf(app, template, data, {
    title: t('registration.certificate.title', { name, event: title }),
    language,
  });
}
