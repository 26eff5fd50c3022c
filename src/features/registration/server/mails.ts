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
  | 'switched'
  | 'offered'
  | 'lapsed'
  | 'cancelled'
  | 'changed'
  | 'event-cancelled'
  | 'week'
  | 'day';

/** What tells of a place or of a time comes with an entry for the calendar. */
const dated: ReadonlySet<Letter> = new Set(['place', 'moved-up', 'switched', 'changed', 'event-cancelled']);

/** What is said otherwise to who takes part online: they need no code, but a way in. */
function isSaidOtherwise(part: Letter | 'end'): part is 'day' | 'end' {
  return part === 'day' || part === 'end';
}

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
  const textOf = (part: Letter | 'end') =>
    person.mode === 'online' && isSaidOtherwise(part)
      ? t(`registration.mail.${part}-online.text`, values)
      : t(`registration.mail.${part}.text`, values);
  const hello = t('registration.mail.hello', values);
  const facts = t('registration.mail.facts', values);
  const attachment = await calendarFor(app, tx, { plan, person, letter });
  await queueMail(app, tx, {
    to: person.email,
    subject: t(`registration.mail.${letter}.subject`, values).replace(/\s+/g, ' ').slice(0, 500),
    text: [hello, textOf(letter), facts, textOf('end')].join('\n\n'),
    ...(attachment === undefined ? {} : { attachment }),
    secretUntil: new Date(instantOf(plan.endsOn, plan.endsAt).getTime() + 30 * day),
  });
}

/**
 * The entry for the calendar of who has a place, with the number that each change raises, so that calendars put it in place of the
 * one before; of an event that is not held, the word by which they take it out.
 */
async function calendarFor(
  app: App,
  tx: Tx,
  { plan, person, letter }: { plan: EventPlan; person: Registration; letter: Letter },
) {
  if (!dated.has(letter) || person.state !== 'place') return undefined;
  const method = letter === 'event-cancelled' ? 'CANCEL' : 'PUBLISH';
  // On the connection of the change: one who waits for a place's lock must not hold up who has it.
  const text = await calendarOfEvent({ ...app, db: tx }, person.language, plan.key, method);
  return { name: 'event.ics', type: `text/calendar; charset=utf-8; method=${method}`, text };
}
