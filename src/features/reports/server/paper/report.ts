import { pickText, type Language } from '#i18n/languages.ts';
import type { App } from '#server/app.ts';
import { qrData } from '#server/pdf/qr-data.ts';
import { renderPdf } from '#server/pdf/render-pdf.ts';
import { shareBarSvg } from '../../share-bar-svg.ts';
import type { ReportBar } from '../../view/figures.ts';
import { viewReport, type ReportView } from '../../view/report-view.ts';
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
  changes: 'reports.change',
  count: 'reports.count',
  rationale: 'reports.rationale',
  evidence: 'reports.evidence',
  noEvidence: 'reports.evidence.none',
  item: 'reports.evidence.item',
  class: 'reports.evidence.class',
  stance: 'reports.evidence.stance',
  dated: 'reports.evidence.dated',
  items: 'reports.evidence.count',
  actions: 'reply.actions',
  documents: 'reply.documents',
  codeChanges: 'reply.changes',
  noRationale: 'priority.no-rationale',
  nothingSince: 'reports.since.none',
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
  const { t, formats } = words;
  const { title, period, bars, changes, replies, ...view } = viewReport(report, language);
  const data = {
    network: t('site.tagline'),
    municipality: report.municipality?.name ?? t('reports.network'),
    facts: factsOf(report, imprint, period, words),
    ...view,
    charts: {
      legend: legendOf(words),
      rounds: bars.rounds.map((bar) => drawn(bar, words)),
      fields: bars.fields.map((bar) => drawn(bar, words)),
    },
    replies: replies.map(({ documents, ...reply }) => ({
      ...reply,
      documents: documents.map(({ path, ...file }) => ({
        ...file,
        address: path && new URL(path, imprint.permalink).href,
      })),
    })),
    changes: changes && {
      ...changes,
      rows: changes.rows.map((row) => ({ ...row, count: formats.number(row.count) })),
      note: changes.note ?? null,
    },
    evidenceCounts: view.evidenceCounts.map((row) => ({ ...row, items: formats.number(row.items) })),
    activities: printedActivities(view.activities, words),
    indicators: view.indicators.map((one) => ({ ...one, bounds: one.bounds ?? null })),
    isNetwork: report.municipality === null,
    dataSha256: imprint.dataSha256,
    dataAddress: imprint.dataAddress,
    ...qrData(imprint.permalink, language),
    labels: {
      ...Object.fromEntries(Object.entries(labels).map(([name, key]) => [name, t(key)])),
      replies: t(report.municipality ? 'reports.replies' : 'reports.replies-network'),
      noReplies: t(report.municipality ? 'reports.replies.none' : 'reports.replies.none-network'),
      fullyShare: t('reports.indicator-of', { name: t('figures.fully') }),
      partlyShare: t('reports.indicator-of', { name: t('figures.at-least-partly') }),
      permalink: t('reports.permalink'),
    },
  };
  return renderPdf(app, 'features/reports/server/paper/report.typ', data, { title, language });
}

function factsOf(
  { round, asOf }: Report,
  { edition }: Imprint,
  period: string,
  { t, formats, language }: Words,
) {
  return [
    { label: t('reports.period'), value: period },
    ...(asOf === undefined ? [] : [{ label: t('reports.as-of'), value: formats.date(asOf) }]),
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

/** The counts of the donor annex as the readers of the language write numbers. */
function printedActivities({ kinds, people }: ReportView['activities'], { formats }: Words) {
  const print = (count: number) => formats.number(count);
  return {
    kinds: kinds.map(({ events, counted, participants, ...kind }) => ({
      ...kind,
      events: print(events),
      counted: print(counted),
      participants: participants === null ? '–' : print(participants),
    })),
    people: {
      ...people,
      rows: people.rows.map((row) => ({ ...row, counts: row.counts.map(print), total: print(row.total) })),
      totals: people.totals.map(print),
      total: print(people.total),
    },
  };
}

/** What each look of a bar stands for. */
function legendOf({ t }: Words) {
  return (['fully', 'partly', 'not', 'no-data', 'not-assessed'] as const).map((status) => ({
    svg: shareBarSvg([{ status, count: 1 }]),
    label: t(`status.${status}`),
  }));
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
