import type { Actor } from '#features/accounts/actor.ts';
import { pickText, type Language } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import { ageBands, sexes } from '../attendance.ts';
import { socialGroups } from '../session.ts';
import { sessionToRead } from './access.ts';
import { readFields } from './needs-store.ts';
import { sessionPosterPdf } from './paper/session-poster.ts';
import { sessionSheetPdf } from './paper/session-sheet.ts';
import { readFacilitators } from './sessions-store.ts';

/** What both papers of a session say of it, in one language. */
async function saidOn(app: App, actor: Actor, id: string, language: Language) {
  const t = translator(language);
  const session = await sessionToRead(app.db, actor, id);
  const told = {
    kind: t(`listening.kind.${session.kind}`),
    date: session.heldOn,
    startsAt: session.startsAt ?? undefined,
    place: session.place,
    unit: session.unitName ?? undefined,
    municipality: session.municipalityName,
    network: t('site.tagline'),
  };
  return { t, session, told, organisation: pickText(session.organisationName, language) };
}

/** A paper, and the name under which it is saved: a folder holds those of many sessions. */
interface Paper {
  pdf: Uint8Array;
  name: string;
}

/** The poster that invites to a session; its QR code leads to the session's public page. */
export async function sessionPoster(app: App, actor: Actor, id: string, language: Language): Promise<Paper> {
  const { session, told, organisation } = await saidOn(app, actor, id, language);
  const address = `${app.config.publicUrl}/${language}/sessions/${id}`;
  const pdf = await sessionPosterPdf(app, { ...told, invitedBy: organisation, address }, language);
  return { pdf, name: `poster-${session.municipalityKey}-${session.heldOn}.pdf` };
}

/** The sheet that a session is written down on where there is no computer. */
export async function sessionSheet(app: App, actor: Actor, id: string, language: Language): Promise<Paper> {
  const { t, session, told, organisation } = await saidOn(app, actor, id, language);
  const [facilitators, fields] = await Promise.all([readFacilitators(app.db, id), readFields(app.db)]);
  const sheet = {
    ...told,
    organisation,
    sessionCode: id.slice(0, 8),
    facilitators: facilitators.map(({ name }) => name),
    sexes: sexes.map((sex) => t(`listening.sex.${sex}`)),
    ageBands: ageBands.map((band) => t(`listening.age.${band}`)),
    groups: socialGroups
      .filter((group) => group !== 'everyone' && session.targetGroups.includes(group))
      .map((group) => t(`listening.group.${group}`)),
    fields: fields.map(({ name }) => pickText(name, language)),
  };
  const pdf = await sessionSheetPdf(app, sheet, language);
  return { pdf, name: `sheet-${session.municipalityKey}-${session.heldOn}.pdf` };
}
