import { isEventKind } from '#features/events/event.ts';
import type { Language } from '#i18n/languages.ts';
import { tabulate } from '../activities.ts';
import type { Report } from '../server/build.ts';
import { barsOf, changesOf, indicatorsOf, municipalitiesOf } from './figures.ts';
import { evidenceCountsOf, evidenceOf, prioritiesOf } from './priorities.ts';
import { repliesOf } from './replies.ts';
import { agreementOf, correctionsOf, disputesOf, methodOf, periodOf, sinceOf, titleOf } from './voices.ts';
import { said, wordsIn, type Words } from './words.ts';

/** A report as its readers have it, in one language: the page, the PDF and the spreadsheet say the same. */
export function viewReport(report: Report, language: Language) {
  const words = wordsIn(language);
  return {
    title: titleOf(report, words),
    period: periodOf(report, words),
    since: sinceOf(report, words),
    foreword: said(report.foreword, words),
    lessons: said(report.lessons, words),
    indicators: indicatorsOf(report.figures, words),
    bars: barsOf(report, words),
    changes: changesOf(report, words),
    priorities: prioritiesOf(report, words),
    municipalities: municipalitiesOf(report, words),
    evidence: evidenceOf(report, words),
    evidenceCounts: evidenceCountsOf(report, words),
    replies: repliesOf(report, words),
    agreement: agreementOf(report, words),
    method: methodOf(report, words),
    corrections: [...correctionsOf(report, words), ...disputesOf(report, words)],
    activities: activitiesOf(report, words),
  };
}

export type ReportView = ReturnType<typeof viewReport>;

/** The donor annex: what took place, and who came. */
function activitiesOf(report: Report, { t }: Words) {
  const { sexes, rows, totals, total } = tabulate(report.participants);
  return {
    kinds: report.activities.map(({ kind, ...counts }) => ({
      key: kind,
      label: isEventKind(kind) ? t(`event.kind.${kind}`) : kind,
      ...counts,
      // Where of none it is known how many came, it was not nobody.
      participants: counts.counted === 0 ? null : counts.participants,
    })),
    people: {
      columns: sexes.map((sex) => t(`listening.sex.${sex}`)),
      rows: rows.map(({ ageBand, counts, total: sum }) => ({
        key: ageBand,
        label: t(`listening.age.${ageBand}`),
        counts,
        total: sum,
      })),
      totals,
      total,
    },
  };
}
