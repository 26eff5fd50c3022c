import { coefficient } from '#features/coding/agreement-words.ts';
import { spanWords } from '#features/monitoring/words.ts';
import { pickText } from '#i18n/languages.ts';
import type { Report } from '../server/build.ts';
import { said, type Words } from './words.ts';

/** Of what something is said: in the network's report with the municipality before it. */
export function headingOf(report: Report, municipality: string, number: string | null, { t }: Words): string {
  const about = number === null ? t('reports.reply-all') : t('reports.reply-to', { number });
  return report.municipality ? about : `${municipality}: ${about}`;
}

/** What was put right after publication: before, after and why. */
export function correctionsOf(report: Report, words: Words) {
  const { t, formats } = words;
  return report.corrections.map((one) => ({
    key: `${one.priority}/${one.version}`,
    heading: headingOf(report, one.municipality, one.number, words),
    what: t('reports.correction', {
      kind: t(`version.${one.kind}`),
      date: one.publishedOn ? formats.date(one.publishedOn) : t('common.unknown'),
      before: t(`status.${one.before}`),
      after: t(`status.${one.after}`),
    }),
    words: said(one.reason, words),
  }));
}

/** What this edition puts right that the one before had otherwise; null where there is none before. */
export function sinceOf(report: Report, words: Words) {
  const { since, corrections, disputes } = report;
  if (!since) return null;
  const { t, formats } = words;
  const isLater = (day: string | null) => day !== null && day >= since.publishedOn;
  const put = (
    all: readonly { key: string; heading: string; what: string }[],
    at: (index: number) => boolean,
  ) => all.filter((_, index) => at(index)).map(({ heading, what }) => `${heading}: ${what}`);
  return {
    title: t('reports.since', { edition: since.edition, date: formats.date(since.publishedOn) }),
    lines: [
      ...put(correctionsOf(report, words), (at) => isLater(corrections[at]?.publishedOn ?? null)),
      ...put(disputesOf(report, words), (at) =>
        isLater(disputes[at]?.decidedOn ?? disputes[at]?.receivedOn ?? null),
      ),
      ...(since.foreword ? [t('reports.since.foreword')] : []),
      ...(since.lessons ? [t('reports.since.lessons')] : []),
    ],
  };
}

export function disputesOf(report: Report, words: Words) {
  const { t, formats } = words;
  return report.disputes.map((one) => ({
    key: one.key,
    heading: headingOf(report, one.municipality, one.number, words),
    what: [
      t('reports.dispute', {
        date: formats.date(one.receivedOn),
        ground: t(`reports.ground.${one.ground}`),
      }),
      one.outcome && one.decidedOn
        ? t(`reports.dispute.${one.outcome}`, { date: formats.date(one.decidedOn) })
        : t('reports.dispute.open', { date: formats.date(one.dueOn) }),
    ].join(' '),
    words: said(one.reason ?? one.statement, words),
  }));
}

/** How the round was coded, and how far coders agreed. */
export function methodOf({ round }: Report, { t, language }: Words): string[] {
  const name = pickText(round.codebookName, language);
  return round.codebook === 'pop-2019'
    ? [t('reports.method.imported', { name })]
    : [t('reports.method.text'), t('reports.method.codebook', { name })];
}

export function agreementOf({ agreement }: Report, { t, formats, language }: Words): string[] {
  if (!agreement || agreement.units === 0) return [t('reports.agreement.none')];
  const { units, agreed, alpha, low, high, kappa } = agreement;
  const three = (value: number | null) =>
    value === null ? t('reports.agreement.na') : coefficient(value, language);
  return [
    t('reports.agreement.percent', {
      units,
      agreed,
      share: formats.percent(Math.round((agreed * 100) / units)),
    }),
    t('reports.agreement.alpha', {
      alpha: three(alpha),
      kappa: three(kappa),
      interval:
        low === null || high === null
          ? ''
          : t('reports.agreement.interval', { low: three(low), high: three(high) }),
    }),
  ];
}

export function periodOf({ round }: Report, { t, formats }: Words): string {
  return t('reports.period-of', { from: formats.date(round.starts), to: formats.date(round.ends) });
}

export function titleOf(report: Report, { t }: Words): string {
  const round = spanWords(report.round.key);
  return report.municipality
    ? t('reports.title-of', { round, name: report.municipality.name })
    : t('reports.network-title', { round });
}
