import type { Translate } from '#i18n/translate.ts';

type Single = 'endsAt' | 'endsOn' | 'kind' | 'languages' | 'mode' | 'onlineUrl' | 'startsAt' | 'startsOn';

/** What the fields of a plan are called, for its form and its history. */
export function planLabels(t: Translate): Record<Single, string> & Record<string, string> {
  const pair = (name: string, label: string) => ({
    [`${name}Sq`]: t('event.form.in-sq', { label }),
    [`${name}En`]: t('event.form.in-en', { label }),
  });
  return {
    kind: t('event.kind'),
    ...pair('title', t('event.form.title')),
    ...pair('summary', t('event.form.summary')),
    mode: t('event.how'),
    startsOn: t('event.form.starts-on'),
    startsAt: t('event.form.starts-at'),
    endsOn: t('event.form.ends-on'),
    endsAt: t('event.form.ends-at'),
    ...pair('place', t('event.where')),
    ...pair('hall', t('event.form.hall')),
    ...pair('access', t('event.access')),
    onlineUrl: t('event.form.online-url'),
    languages: t('event.languages'),
    ...pair('interpretation', t('event.form.interpretation')),
    ...pair('topics', t('event.topics')),
  };
}
