import type { Formats } from '#i18n/format.ts';
import type { Translate } from '#i18n/translate.ts';
import type { Post } from './post.ts';

const precisions = ['year', 'month', 'day'] as const;

/** What is known of when a person held a post. */
export function postDates({ since, until, seenOn, electedOn }: Post, t: Translate, formats: Formats): string {
  const parts = [
    ...(electedOn ? [t('post.elected', { date: formats.date(electedOn) })] : []),
    ...(since && until
      ? [t('post.from-until', { since: formats.date(since), until: formats.date(until) })]
      : []),
    ...(since && !until ? [t('post.since', { date: formats.date(since) })] : []),
    ...(!since && until ? [t('post.until', { date: formats.date(until) })] : []),
    ...(seenOn
      ? [
          t('post.seen', {
            date: formats.date(seenOn),
            is: precisions[seenOn.split('-').length - 1] ?? 'day',
          }),
        ]
      : []),
  ];
  return parts.length > 0 ? parts.join('; ') : t('post.undated');
}
