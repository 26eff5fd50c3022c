import type { Formats } from '#i18n/format.ts';
import type { Translate } from '#i18n/translate.ts';

interface Span {
  startsOn: string;
  startsAt: string;
  endsOn: string;
  endsAt: string;
}

/** From when to when an event lasts, as people say it. */
export function spanOf(
  { startsOn, startsAt, endsOn, endsAt }: Span,
  { t, formats }: { t: Translate; formats: Formats },
): string {
  const from = formats.weekday(startsOn);
  if (startsOn === endsOn) return t('registration.when', { day: from, from: startsAt, to: endsAt });
  return t('registration.when-days', {
    from,
    fromTime: startsAt,
    to: formats.weekday(endsOn),
    toTime: endsAt,
  });
}
