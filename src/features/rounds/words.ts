import type { Formats } from '#i18n/format.ts';
import type { Translate } from '#i18n/translate.ts';
import { deadlines, type Deadlines } from './deadlines.ts';
import type { RoundPlan } from './round-plan.ts';
import type { AssessmentPage } from './server/assessment-page.ts';

/** 'Year 2 of 2027–2031' */
export function roundWords({ number, mandate }: Pick<RoundPlan, 'number' | 'mandate'>, t: Translate): string {
  return t('rounds.round', { number, mandate: mandate.replace(/^(\d{4})-(\d{4})$/, '$1–$2') });
}

/** The shapes of statuses, for how far a step is. */
export const stepShapes = { done: 'fully', 'under-way': 'partly', ahead: 'not' } as const;

/** The four days of a round as facts. */
export function deadlineFacts(days: Deadlines, t: Translate, formats: Formats) {
  return deadlines.map((deadline) => ({
    term: t(`rounds.until.${deadline}`),
    values: [{ text: formats.date(days[deadline]) }],
  }));
}

type Assessed = Pick<AssessmentPage, 'progress' | 'next' | 'late'>;

/** How far one municipality's assessment is, as facts. */
export function assessmentFacts({ progress, next, late }: Assessed, t: Translate, formats: Formats) {
  const of = (count: number, all: number) =>
    t('rounds.of', { count: formats.number(count), of: formats.number(all) });
  const { components, withCoders, monitored, codes, evidence, replies, replyDue } = progress;
  const reply =
    replies > 0
      ? t('rounds.replied', { count: replies })
      : replyDue && t('rounds.asked-until', { day: formats.date(replyDue) });
  const facts = [
    {
      term: t('rounds.stage'),
      text: t(`rounds.stage.${progress.stage}`),
      note: late ? t(`rounds.late.${late}`) : undefined,
    },
    next && { term: t(`rounds.until.${next.deadline}`), text: formats.date(next.day) },
    { term: t('rounds.total.monitored'), text: of(monitored, components) },
    { term: t('rounds.total.coders'), text: of(withCoders, components) },
    {
      term: t('rounds.evidence-per-component'),
      text: t('rounds.evidence-counts', { ...evidence }),
      note: t('rounds.not-counted'),
    },
    { term: t('rounds.total.codes'), text: of(codes, components * 2) },
    reply ? { term: t('rounds.replies'), text: reply } : null,
  ];
  return facts.flatMap((fact) => {
    if (!fact) return [];
    const { term, ...value } = fact;
    return [{ term, values: [value] }];
  });
}
