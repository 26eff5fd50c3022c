import { calendarOfEvent } from '#features/events/server/calendars.ts';
import { formatsFor } from '#i18n/format.ts';
import { pickText } from '#i18n/languages.ts';
import { translator, type MessageValues } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import type { Tx } from '#server/database/db.ts';
import { queueMail } from '#server/mail/queue-mail.ts';
import { instantOf } from '../local-time.ts';
import { spanOf } from '../span.ts';
import type { EventPlan } from './plan-store.ts';
import type { Registration } from './store.ts';
import { linkToken } from './token.ts';

export type Letter =
  | 'place'
  | 'waiting'
  | 'again'
  | 'moved-up'
  | 'offered'
  | 'lapsed'
  | 'cancelled'
  | 'changed'
  | 'event-cancelled'
  | 'week'
  | 'day';

/** What tells of a place or of a time comes with an entry for the calendar. */
const dated: ReadonlySet<Letter> = new Set(['place', 'moved-up', 'changed']);

/** Days after an event for which its links still open something: a certificate is asked for then. */
const day = 24 * 60 * 60 * 1000;

/** The link by which somebody sees and changes their registration. */
export function linkOf(
  app: Pick<App, 'config'>,
  { id, language }: Pick<Registration, 'id' | 'language'>,
): string {
  return `${app.config.publicUrl}/${language}/registrations/${linkToken(app, id)}`;
}

/** Writes to somebody who registered, in the language that they registered in. */
export async function writeTo(
  app: App,
  tx: Tx,
  { plan, person, letter }: { plan: EventPlan; person: Registration; letter: Letter },
): Promise<void> {
  const { language } = person;
  const t = translator(language);
  const formats = formatsFor(language);
  const place = [plan.hall, plan.place].map((part) => pickText(part, language)).filter((part) => part !== '');
  const values: MessageValues = {
    name: person.name,
    event: pickText(plan.title, language),
    when: spanOf(plan, { t, formats }),
    where:
      person.mode === 'online'
        ? t('registration.mode.online')
        : place.join(', ') || t('registration.place-later'),
    link: linkOf(app, person),
    until: person.offeredUntil === null ? '' : formats.dateTime(person.offeredUntil),
    reason: pickText(plan.cancelReason, language),
    site: t('site.name'),
  };
  const hello = t('registration.mail.hello', values);
  const facts = t('registration.mail.facts', values);
  const end = t(`registration.mail.end`, values);
  // On the connection of the change: one who waits for a place's lock must not hold up who has it.
  const calendar = dated.has(letter)
    ? await calendarOfEvent({ ...app, db: tx }, language, plan.key)
    : undefined;
  await queueMail(app, tx, {
    to: person.email,
    subject: t(`registration.mail.${letter}.subject`, values).replace(/\s+/g, ' ').slice(0, 500),
    text: [hello, t(`registration.mail.${letter}.text`, values), facts, end].join('\n\n'),
    ...(calendar === undefined
      ? {}
      : { attachment: { name: 'event.ics', type: 'text/calendar; charset=utf-8', text: calendar } }),
    secretUntil: new Date(instantOf(plan.endsOn, plan.endsAt).getTime() + 30 * day),
  });
}
