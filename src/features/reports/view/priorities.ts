import { codeName } from '#features/monitoring/code-name.ts';
import { changeOf } from '../changes.ts';
import type { Report, ReportPriority } from '../server/build.ts';
import { said, type Words } from './words.ts';

/** What stands beside a status: apart from it, and never inside. */
function badgesOf(priority: ReportPriority, { t }: Words): string[] {
  const { initiated, late, reversed, contested, blockedBy, kind } = priority;
  return [
    ...(initiated ? [t('status.initiated')] : []),
    ...(late ? [t('status.late')] : []),
    ...(reversed ? [t('status.reversed')] : []),
    ...(contested ? [t('status.contested')] : []),
    ...(blockedBy ? [t(`blocked.${blockedBy}`)] : []),
    ...(kind === 'assessment' ? [] : [t(`version.${kind}`)]),
  ];
}

/** Every priority in the order of the contract. */
export function prioritiesOf(report: Report, words: Words) {
  const { t, language } = words;
  return report.priorities.map((priority) => ({
    key: priority.key,
    number: priority.number,
    statement: said(priority.heading, words) ?? said(priority.statement, words) ?? { text: '', language },
    field: said(priority.field.name, words) ?? { text: '', language },
    status: priority.status,
    statusWords: t(`status.${priority.status}`),
    badges: badgesOf(priority, words),
    before: priority.before && t(`status.${priority.before}`),
    change: report.before && t(`reports.change.${changeOf(priority.before ?? undefined, priority.status)}`),
    rationale: said(priority.rationale, words),
    codes: priority.codes.map(({ position, code, earlierCode }) =>
      [
        t('priority.component-code', { position, code: codeName(t, code) }),
        ...(earlierCode ? [`(${t('priority.code-basis.reply', { code: codeName(t, earlierCode) })})`] : []),
      ].join(' '),
    ),
  }));
}

export type PriorityLine = ReturnType<typeof prioritiesOf>[number];

/** The evidence of a municipality's report, each item with the number of its priority. */
export function evidenceOf(report: Report, words: Words) {
  const { t, formats, language } = words;
  return report.evidence.map((item) => ({
    key: item.key,
    priority: item.number ?? '',
    class: item.class,
    classWords: t(`methodology.evidence.${item.class}`),
    stance: t(`stance.${item.stance}`),
    title: said(item.title, words) ?? { text: item.key, language },
    dated: formats.date(item.dated),
    publisher: item.publisher,
    url: item.url,
    sha256: item.sha256,
    components: item.components?.join(', ') ?? '',
  }));
}

/** Of the network's evidence, how many items of each class say what. */
export function evidenceCountsOf({ evidenceCounts }: Report, { t }: Words) {
  return evidenceCounts.map((one) => ({
    key: `${one.class} ${one.stance}`,
    class: `${one.class}: ${t(`methodology.evidence.${one.class}`)}`,
    stance: t(`stance.${one.stance}`),
    items: one.items,
  }));
}
