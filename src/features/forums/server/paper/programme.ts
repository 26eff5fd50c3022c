import { formatsFor } from '#i18n/format.ts';
import type { Language } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import { qrData } from '#server/pdf/qr-data.ts';
import { renderPdf } from '#server/pdf/render-pdf.ts';

/** What happens at a forum, and when. Texts are in the programme's language already. */
export interface ForumProgramme {
  title: string;
  municipality: string;
  network: string;
  /** YYYY-MM-DD */
  date: string;
  place: string;
  organisation: string;
  moderator?: string | undefined;
  /** In the order drawn by lot. */
  candidates: readonly { name: string; party?: string | undefined }[];
  /** Minutes that each candidate has for one answer. */
  slotMinutes?: number | undefined;
  items: readonly { startsAt: string; title: string; note?: string | undefined }[];
  priorities: readonly { number: string; text: string }[];
  address: string;
}

/** The programme of a public forum, to hand out at the door. */
export function forumProgrammePdf(
  app: Pick<App, 'pdf'>,
  programme: ForumProgramme,
  language: Language,
): Promise<Uint8Array> {
  const t = translator(language);
  const { title, network, municipality, moderator, slotMinutes } = programme;
  const facts = [
    { label: t('paper.when'), value: formatsFor(language).weekday(programme.date) },
    { label: t('paper.where'), value: programme.place || municipality },
    { label: t('paper.organisation'), value: programme.organisation },
    ...(moderator ? [{ label: t('paper.forum.moderator'), value: moderator }] : []),
  ];
  const data = {
    network,
    municipality,
    facts,
    candidates: programme.candidates.map(({ name, party }) => ({ name, party: party ?? null })),
    slots: slotMinutes === undefined ? null : t('paper.forum.slots', { minutes: slotMinutes }),
    items: programme.items.map((item) => ({ ...item, note: item.note ?? null })),
    priorities: programme.priorities,
    ...qrData(programme.address, language),
    labels: {
      programme: t('paper.forum.programme'),
      candidates: t('paper.forum.candidates'),
      order: t('paper.forum.order.lot'),
      priorities: t('paper.contract.priorities'),
      readMore: t('paper.forum.read-more'),
    },
  };
  return renderPdf(app, 'features/forums/server/paper/programme.typ', data, { title, language });
}
