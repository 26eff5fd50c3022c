import type { Sheet } from '#server/spreadsheet/write-workbook.ts';
import type { ReportView } from '../view/report-view.ts';
import type { Words } from '../view/words.ts';

/** What was replied, and what came with it, a sheet each. */
export function replySheets(
  { replies }: Pick<ReportView, 'replies'>,
  { t }: Words,
  addressOf: (path: string) => string,
): Sheet[] {
  const about = t('priority.one');
  return [
    {
      name: t('reports.sheet.replies'),
      header: [about, t('reports.column.answer'), t('reports.evidence.publisher')],
      rows: replies.map((row) => [row.heading, row.answer?.text ?? row.silence, row.by]),
    },
    {
      name: t('reports.sheet.actions'),
      header: [about, t('reports.column.announced'), t('reports.column.due')],
      rows: replies.flatMap(({ heading, actions }) =>
        actions.map((one) => [heading, one.about + one.statement.text, one.due]),
      ),
    },
    {
      name: t('reports.sheet.documents'),
      header: [
        about,
        t('reports.column.document'),
        t('reports.column.size'),
        t('reports.column.address'),
        'SHA-256',
      ],
      rows: replies.flatMap(({ heading, documents }) =>
        documents.map((one) => [heading, one.title, one.size, one.path && addressOf(one.path), one.sha256]),
      ),
    },
    {
      name: t('reports.sheet.changes'),
      header: [about, t('reports.change'), t('reports.column.reason')],
      rows: replies.flatMap(({ heading, changes }) =>
        changes.map((one) => [heading, one.what, one.reason?.text]),
      ),
    },
  ];
}
