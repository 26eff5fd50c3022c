import { pickText, type Language } from '#i18n/languages.ts';
import type { App } from '#server/app.ts';
import { qrData } from '#server/pdf/qr-data.ts';
import { renderPdf } from '#server/pdf/render-pdf.ts';
import { shareBarSvg } from '../../share-bar-svg.ts';
import type { ReportBar } from '../../view/figures.ts';
import { viewReport } from '../../view/report-view.ts';
import { wordsIn, type Words } from '../../view/words.ts';
import type { Report } from '../build.ts';

/** What a printed report says of itself. */
export interface Imprint {
  /** undefined: of the record, before there is an edition. */
  edition: { edition: number; publishedOn: string } | undefined;
  dataSha256: string;
  /** Where the report is read, and where the data that it was made from is had. */
  permalink: string;
  dataAddress: string;
}

/** The labels of a report, which a template has none of. */
const labels = {
  foreword: 'reports.foreword',
  lessons: 'reports.lessons',
  figures: 'reports.figures',
  chart: 'reports.chart',
  fields: 'reports.fields',
  priorities: 'reports.priorities',
  municipalities: 'reports.municipalities',
  municipality: 'paper.contract.municipality',
  number: 'paper.number',
  priority: 'paper.contract.priority',
  status: 'priority.status',
  before: 'reports.before',
  change: 'reports.change',
  count: 'reports.count',
  rationale: 'reports.rationale',
  evidence: 'reports.evidence',
  noEvidence: 'reports.evidence.none',
  item: 'reports.evidence.item',
  class: 'reports.evidence.class',
  stance: 'reports.evidence.stance',
  dated: 'reports.evidence.dated',
  items: 'reports.evidence.count',
  noReplies: 'reports.replies.none',
  agreement: 'reports.agreement',
  method: 'reports.method',
  corrections: 'reports.corrections',
  noCorrections: 'reports.corrections.none',
  donor: 'reports.donor',
  donorNote: 'reports.donor.note',
  noActivities: 'reports.donor.none',
  activities: 'reports.activities',
  kind: 'reports.activities.kind',
  events: 'reports.activities.events',
  counted: 'reports.activities.counted',
  people: 'reports.activities.people',
  participants: 'reports.participants',
  noParticipants: 'reports.participants.none',
  age: 'listening.age',
  total: 'reports.total',
  indicators: 'reports.indicators',
  indicator: 'reports.indicator',
  value: 'reports.value',
  bounds: 'reports.bounds',
  noChanges: 'reports.changes.none',
  fully: 'status.fully',
  partly: 'status.partly',
  not: 'status.not',
  noData: 'status.no-data',
  missing: 'status.not-assessed',
  fullyShare: 'figures.fully',
  partlyShare: 'figures.at-least-partly',
  notARanking: 'figures.not-a-ranking',
  imprint: 'reports.data',
  imprintNote: 'reports.data.note',
} as const;

/** A report as an accessible PDF. */
export function reportPdf(
  app: Pick<App, 'pdf'>,
  report: Report,
  imprint: Imprint,
  language: Language,
): Promise<Uint8Array> {
  const words = wordsIn(language);
  const { t } = words;
  const { title, period, bars, changes, ...view } = viewReport(report, language);
  const data = {
    network: t('site.tagline'),
    municipality: report.municipality?.name ?? t('reports.network'),
    facts: factsOf(report, imprint, period, words),
    ...view,
    charts: {
      rounds: bars.rounds.map((bar) => drawn(bar, words)),
      fields: bars.fields.map((bar) => drawn(bar, words)),
    },
    changes: changes && { ...changes, note: changes.note ?? null },
    indicators: view.indicators.map((one) => ({ ...one, bounds: one.bounds ?? null })),
    isNetwork: report.municipality === null,
    dataSha256: imprint.dataSha256,
    dataAddress: imprint.dataAddress,
    ...qrData(imprint.permalink, language),
    labels: {
      ...Object.fromEntries(Object.entries(labels).map(([name, key]) => [name, t(key)])),
      replies: t(report.municipality ? 'reports.replies' : 'reports.replies-network'),
      permalink: t('reports.permalink'),
    },
  };
  return renderPdf(app, 'features/reports/server/paper/report.typ', data, { title, language });
}

function factsOf({ round }: Report, { edition }: Imprint, period: string, { t, formats, language }: Words) {
  return [
    { label: t('reports.period'), value: period },
    {
      label: t('reports.edition'),
      value: edition
        ? t('reports.edition-of', { edition: edition.edition, date: formats.date(edition.publishedOn) })
        : t('reports.edition.none'),
    },
    ...(round.publishedOn ? [{ label: t('reports.published'), value: formats.date(round.publishedOn) }] : []),
    { label: t('reports.codebook'), value: pickText(round.codebookName, language) },
  ];
}

function drawn({ key, label, note, counts, words }: ReportBar, { t }: Words) {
  return {
    key,
    label,
    note,
    words,
    svg: shareBarSvg(counts),
    alt: t('reports.chart-alt', { bars: t('reports.chart-bar', { label, words }) }),
  };
}
