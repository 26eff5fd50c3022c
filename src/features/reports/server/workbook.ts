import type { Language } from '#i18n/languages.ts';
import { writeWorkbook, type Sheet } from '#server/spreadsheet/write-workbook.ts';
import { codeName } from '#features/monitoring/code-name.ts';
import { pickText } from '#i18n/languages.ts';
import { viewReport, type ReportView } from '../view/report-view.ts';
import { wordsIn, type Words } from '../view/words.ts';
import type { Report } from './build.ts';
import { replySheets } from './workbook-replies.ts';

/** The tables of a report, a sheet each; a report of which nothing is known of one has it with its header alone. */
export function writeReportBook(
  report: Report,
  language: Language,
  addressOf: (path: string) => string,
): Promise<Buffer> {
  const view = viewReport(report, language);
  const words = wordsIn(language);
  return writeWorkbook([
    summary(report, view, words),
    ...(report.municipality ? [priorities(view, words, addressOf), components(report, words)] : []),
    ...(report.municipality
      ? [evidence(view, words)]
      : [municipalities(view, words), evidenceCounts(view, words)]),
    ...replySheets(view, words, addressOf),
    corrections(view, words),
    ...activities(view, words),
  ]);
}

function summary(report: Report, view: ReportView, { t, formats }: Words): Sheet {
  const { counts } = report.figures;
  return {
    name: t('reports.sheet.summary'),
    header: [view.title, '', ''],
    rows: [
      [t('reports.period'), view.period],
      ...(report.asOf === undefined ? [] : [[t('reports.as-of'), formats.date(report.asOf)]]),
      ...view.indicators.map(({ label, value, bounds }) => [label, value, bounds]),
      [t('status.fully'), counts.fully],
      [t('status.partly'), counts.partly],
      [t('status.not'), counts.not],
      [t('status.no-data'), counts.noData],
      [t('status.not-assessed'), report.figures.missing],
      [t('status.not-assessable'), counts.notAssessable],
      ...(view.changes
        ? [[view.changes.title], ...view.changes.rows.map(({ label, count }) => [label, count])]
        : []),
      ...(view.since ? [[view.since.title], ...view.since.lines.map((line) => ['', line])] : []),
      [t('reports.foreword'), view.foreword?.text],
      [t('reports.lessons'), view.lessons?.text],
      ...view.agreement.map((line) => [t('reports.agreement'), line]),
    ],
  };
}

function priorities(
  { priorities: lines }: ReportView,
  { t, language }: Words,
  addressOf: (path: string) => string,
): Sheet {
  return {
    name: t('reports.sheet.priorities'),
    header: [
      t('paper.number'),
      t('priority.one'),
      t('paper.sheet.field'),
      t('priority.status'),
      t('reports.column.notes'),
      t('reports.before'),
      t('reports.change'),
      t('reports.rationale'),
      t('reports.column.address'),
    ],
    rows: lines.map((line) => [
      line.number,
      line.statement.text,
      line.field.text,
      line.statusWords,
      line.badges.join(', '),
      line.before,
      line.change,
      line.rationale?.text,
      addressOf(`/${language}/priorities/${line.key}`),
    ]),
  };
}

function components(report: Report, { t, language }: Words): Sheet {
  return {
    name: t('reports.sheet.components'),
    header: [
      t('paper.number'),
      t('reports.column.component'),
      t('reports.column.statement'),
      t('reports.column.code'),
      t('reports.column.code-before'),
      t('reports.rationale'),
    ],
    rows: report.priorities.flatMap(({ number, codes }) =>
      codes.map(({ position, statement, code, earlierCode, rationale }) => [
        number,
        position,
        pickText(statement, language),
        codeName(t, code),
        earlierCode && codeName(t, earlierCode),
        pickText(rationale, language),
      ]),
    ),
  };
}

function municipalities({ municipalities: rows }: ReportView, { t }: Words): Sheet {
  return {
    name: t('reports.sheet.municipalities'),
    header: [
      t('paper.contract.municipality'),
      t('status.fully'),
      t('status.partly'),
      t('status.not'),
      t('status.no-data'),
      t('status.not-assessed'),
      t('reports.indicator-of', { name: t('figures.fully') }),
      t('reports.indicator-of', { name: t('figures.at-least-partly') }),
    ],
    rows: rows.map((row) => [
      row.name,
      row.fully,
      row.partly,
      row.not,
      row.noData,
      row.missing,
      row.fullyShare,
      row.partlyShare,
    ]),
  };
}

function evidence({ evidence: items }: ReportView, { t }: Words): Sheet {
  return {
    name: t('reports.sheet.evidence'),
    header: [
      t('paper.number'),
      t('reports.column.component'),
      t('reports.evidence.class'),
      t('reports.evidence.stance'),
      t('reports.evidence.item'),
      t('reports.evidence.dated'),
      t('reports.evidence.publisher'),
      t('reports.column.address'),
      'SHA-256',
    ],
    rows: items.map((item) => [
      item.priority,
      item.components,
      item.class,
      item.stance,
      item.title.text,
      item.dated,
      item.publisher,
      item.url,
      item.sha256,
    ]),
  };
}

function evidenceCounts({ evidenceCounts: rows }: ReportView, { t }: Words): Sheet {
  return {
    name: t('reports.sheet.evidence'),
    header: [t('reports.evidence.class'), t('reports.evidence.stance'), t('reports.evidence.count')],
    rows: rows.map((row) => [row.class, row.stance, row.items]),
  };
}

function corrections({ corrections: rows }: ReportView, { t }: Words): Sheet {
  return {
    name: t('reports.sheet.corrections'),
    header: [t('priority.one'), t('reports.change'), t('reports.column.reason')],
    rows: rows.map((row) => [row.heading, row.what, row.words?.text]),
  };
}

function activities({ activities: { kinds, people } }: ReportView, { t }: Words): Sheet[] {
  return [
    {
      name: t('reports.sheet.activities'),
      header: [
        t('reports.activities.kind'),
        t('reports.activities.events'),
        t('reports.activities.counted'),
        t('reports.activities.people'),
      ],
      rows: kinds.map((kind) => [kind.label, kind.events, kind.counted, kind.participants]),
    },
    {
      name: t('reports.sheet.participants'),
      header: [t('listening.age'), ...people.columns, t('reports.total')],
      rows: [
        ...people.rows.map((row) => [row.label, ...row.counts, row.total]),
        ...(people.rows.length > 0 ? [[t('reports.total'), ...people.totals, people.total]] : []),
      ],
    },
  ];
}
