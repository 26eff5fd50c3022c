import { spanWords } from '#features/monitoring/words.ts';
import type { Formats } from '#i18n/format.ts';
import { pickText, type Language } from '#i18n/languages.ts';
import { isMessageKey, type Translate } from '#i18n/translate.ts';
import type { Fact, FactValue } from '#ui/content/facts.ts';
import type { EventPage } from './server/service.ts';
import { timesOf } from './programme.ts';

interface Words {
  language: Language;
  t: Translate;
  formats: Formats;
}

/** Day and time in words: '22 December 2020, 10:00–13:00'; of several days, from the first to the last. */
export function whenWords(
  event: Pick<EventPage, 'starts' | 'ends' | 'startsAt' | 'endsAt'>,
  { formats }: Pick<Words, 'formats'>,
): string {
  const { starts, ends, startsAt, endsAt } = event;
  const dayOf = (date: string) => (date.length === 10 ? formats.weekday(date) : formats.date(date));
  if (ends === null) return [dayOf(starts), timesOf({ startsAt, endsAt })].filter(Boolean).join(', ');
  const first = [dayOf(starts), startsAt].filter(Boolean).join(', ');
  return `${first} – ${[dayOf(ends), endsAt].filter(Boolean).join(', ')}`;
}

/** What the head of an event's page says of it. */
export function factsOf(event: EventPage, words: Words): Fact[] {
  const { language, t } = words;
  const place = pickText(event.place, language);
  const hall = pickText(event.hall, language);
  const access = pickText(event.access, language);
  const one = (key: Parameters<Translate>[0], value: FactValue | undefined): Fact[] =>
    value === undefined || value.text === '' ? [] : [{ term: t(key), values: [value] }];
  return [
    ...one('event.when', {
      text: whenWords(event, words),
      note: event.upcoming && !event.isCancelled ? t('event.upcoming') : undefined,
    }),
    ...one('event.where', {
      text: [hall, place].filter(Boolean).join(', '),
    }),
    ...one('event.how', { text: event.online ? t(place ? 'event.online' : 'event.online-only') : '' }),
    ...one('event.access', { text: access }),
    ...one('event.languages', languagesOf(event, words)),
    ...one('municipality.one', municipalityOf(event, language)),
    ...one('event.participants', participantsOf(event, words)),
    ...one('event.mandate', { text: event.mandate ? spanWords(event.mandate) : '' }),
    ...one(
      'event.recording',
      event.recordingUrl ? { text: event.recordingUrl, href: event.recordingUrl } : undefined,
    ),
  ];
}

function municipalityOf({ municipality, unitName }: EventPage, language: Language): FactValue | undefined {
  if (!municipality) return undefined;
  return {
    text: municipality.name,
    href: `/${language}/municipalities/${municipality.key}`,
    note: unitName ?? undefined,
  };
}

function participantsOf(event: EventPage, words: Words): FactValue | undefined {
  if (!event.participants) return undefined;
  const { language, t, formats } = words;
  const note = pickText(event.participantsNote, language);
  const counted = event.countedOn && t('event.counted-on', { date: formats.date(event.countedOn) });
  return { text: countWords(event.participants, words), note: note || counted || undefined };
}

/** How many came: '140', 'at least 140', '140, as the organisers say'. */
export function countWords(
  participants: EventPage['participants'],
  { t, formats }: Pick<Words, 'formats' | 't'>,
): string {
  if (!participants) return t('event.work.counts-none');
  return t(`qualifier.${participants.is}`, { value: formats.number(participants.count) });
}

function languagesOf(event: EventPage, { language, t, formats }: Words): FactValue | undefined {
  if (event.languages.length === 0) return undefined;
  const names = event.languages.map((code) => {
    const key = `language.name.${code}`;
    return isMessageKey(key) ? t(key) : code;
  });
  return { text: formats.list(names), note: pickText(event.interpretation, language) || undefined };
}
