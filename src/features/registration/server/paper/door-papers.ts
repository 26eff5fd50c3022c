import { formatsFor } from '#i18n/format.ts';
import { pickText, type Language } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import { renderPdf } from '#server/pdf/render-pdf.ts';
import { qrSvg } from '#ui/content/qr-code.ts';
import type { RegistrationState } from '../../mode.ts';
import { spanOf } from '../../span.ts';
import type { Attended } from './certificate.ts';

type EventOnPaper = Attended['event'];

export interface Expected {
  name: string;
  state: RegistrationState;
  arrivedAt: Date | null;
  /** What the code for the door holds. */
  code: string;
}

function sorted<P extends { name: string }>(people: readonly P[]): P[] {
  const collator = new Intl.Collator('sq');
  return people.toSorted((a, b) => collator.compare(a.name, b.name));
}

/** Who is expected, to be ticked with a pen: for a door without a device. Those who wait stand apart. */
export function doorListPdf(
  app: Pick<App, 'pdf'>,
  { event, people, at }: { event: EventOnPaper; people: readonly Expected[]; at: Date },
  language: Language,
): Promise<Uint8Array> {
  const t = translator(language);
  const formats = formatsFor(language);
  const rowOf = ({ name, state, arrivedAt }: Expected) => ({
    name,
    there: arrivedAt !== null,
    note: state === 'offered' ? t('registration.door.offered') : '',
  });
  const part = (title: string, own: readonly Expected[]) =>
    own.length === 0 ? [] : [{ title, people: sorted(own).map(rowOf) }];
  const data = {
    network: t('site.name'),
    organisation: pickText(event.organisation, language),
    title: pickText(event.title, language),
    span: spanOf(event, { t, formats }),
    place: [event.hall, event.place]
      .map((text) => pickText(text, language))
      .filter((text) => text !== '')
      .join(', '),
    parts: [
      ...part(
        t('registration.paper.expected'),
        people.filter(({ state }) => state !== 'waiting'),
      ),
      ...part(
        t('registration.paper.waiting'),
        people.filter(({ state }) => state === 'waiting'),
      ),
    ],
    'walk-ins': t('registration.door.walk-in-title'),
    'walk-ins-text': t('registration.paper.walk-ins'),
    foot: t('registration.paper.foot', { at: formats.dateTime(at) }),
  };
  const title = t('registration.door.title', { event: data.title });
  return renderPdf(app, 'features/registration/server/paper/door-list.typ', data, { title, language });
}

/** Badges with the name and the code for the door, eight on a page. */
export function badgesPdf(
  app: Pick<App, 'pdf'>,
  { event, people }: { event: EventOnPaper; people: readonly Expected[] },
  language: Language,
): Promise<Uint8Array> {
  const t = translator(language);
  const name = pickText(event.title, language);
  const data = {
    network: t('site.name'),
    event: name,
    span: spanOf(event, { t, formats: formatsFor(language) }),
    people: sorted(people).map((person) => ({
      name: person.name,
      qr: qrSvg(person.code),
      qrAlt: t('registration.code.label', { name: person.name }),
    })),
  };
  const title = t('registration.paper.badges-of', { event: name });
  return renderPdf(app, 'features/registration/server/paper/badges.typ', data, { title, language });
}
