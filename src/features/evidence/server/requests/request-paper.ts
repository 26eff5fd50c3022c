import type { Actor } from '#features/accounts/actor.ts';
import { pickText, type Language } from '#i18n/languages.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { informationRequestPdf } from '../paper/information-request.ts';
import { requestToSee } from './access.ts';

/** The letter of a request, in one of the languages, for those who see the request. @throws not-found */
export async function requestPaper(
  app: App,
  actor: Actor,
  id: string,
  language: Language,
): Promise<Uint8Array> {
  const request = await requestToSee(app.db, actor, id);
  const { municipalityName, organisationName, authorName, askedOn, ...words } = request;
  return informationRequestPdf(
    app,
    app.informationLaw,
    {
      ...words,
      municipality: municipalityName,
      organisation: pickText(organisationName, language),
      applicant: authorName ?? '',
      date: askedOn ?? dayOf(app.clock()),
    },
    language,
  );
}
