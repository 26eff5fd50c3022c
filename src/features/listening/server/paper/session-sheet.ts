import { formatsFor } from '#i18n/format.ts';
import type { Language } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import { renderPdf } from '#server/pdf/render-pdf.ts';

/** What stands printed on the sheet that a session is written down on. Labels are in the sheet's language already. */
export interface SessionSheet {
  kind: string;
  /** YYYY-MM-DD */
  date: string;
  startsAt?: string | undefined;
  place: string;
  unit?: string | undefined;
  municipality: string;
  organisation: string;
  network: string;
  /** What tells the session apart when the sheet is typed in. */
  sessionCode: string;
  facilitators: readonly string[];
  sexes: readonly string[];
  ageBands: readonly string[];
  /** The groups that are counted besides sex and age. */
  groups: readonly string[];
  fields: readonly string[];
}

/** Rows for needs on a page of their own, high enough to write in. */
const needRows = 17;

/** The sheet for a session without a computer: counts, top three and signatures on the first page, needs on the second. */
export function sessionSheetPdf(
  app: Pick<App, 'pdf'>,
  sheet: SessionSheet,
  language: Language,
): Promise<Uint8Array> {
  const t = translator(language);
  const { kind, unit, municipality, organisation, startsAt, sessionCode } = sheet;
  const date = formatsFor(language).weekday(sheet.date);
  const data = {
    network: sheet.network,
    municipality,
    kind,
    sessionCode,
    facts: [
      { label: t('paper.when'), value: startsAt === undefined ? date : `${date}, ${startsAt}` },
      { label: t('paper.where'), value: [sheet.place, unit, municipality].filter(Boolean).join(', ') },
      { label: t('paper.organisation'), value: organisation },
    ],
    facilitators: sheet.facilitators.length === 0 ? ['', ''] : sheet.facilitators,
    sexes: sheet.sexes,
    ageBands: sheet.ageBands,
    groups: sheet.groups,
    fields: sheet.fields,
    needRows,
    labels: {
      session: t('paper.card.session'),
      people: t('paper.sheet.people'),
      peopleHow: t('paper.sheet.people-how'),
      age: t('paper.age'),
      total: t('paper.total'),
      groups: t('paper.sheet.groups'),
      groupsHow: t('paper.sheet.groups-how'),
      count: t('paper.sheet.count'),
      top: t('paper.sheet.top'),
      signatures: t('paper.sheet.facilitators'),
      signature: t('paper.sheet.signature'),
      needs: t('paper.sheet.needs'),
      needsHow: t('paper.sheet.needs-how', { fields: sheet.fields.join(' · ') }),
      notes: t('paper.sheet.notes'),
      number: t('paper.number'),
      need: t('paper.sheet.need'),
      field: t('paper.sheet.field'),
      place: t('paper.sheet.place'),
      speaker: t('paper.sheet.speaker'),
    },
  };
  const title = t('paper.sheet.title', { session: `${kind}, ${unit ?? municipality}` });
  return renderPdf(app, 'features/listening/server/paper/session-sheet.typ', data, { title, language });
}
