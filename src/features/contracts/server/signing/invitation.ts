import type { z } from 'zod';
import type { Actor } from '#features/accounts/actor.ts';
import type { Language } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { DomainError } from '#server/errors.ts';
import type { invitationAsked } from '../../signing-schema.ts';
import { publishesContract } from '../../policy.ts';
import { signingInvitationPdf } from '../paper/letter.ts';
import { listPriorities } from '../priorities.ts';
import { publisherOf } from './publisher.ts';
import { getHeld } from './signing-page.ts';

/** A published contract for who invites to sign it. @throws not-found, forbidden */
export async function contractToInvite(app: App, actor: Actor, key: string) {
  const contract = await getHeld(app, actor, key);
  if (publishesContract(actor, contract.municipalityId)) return contract;
  throw new DomainError('forbidden', 'no editor there');
}

/** The letter that invites someone to sign a published contract. Making it records nothing. @throws not-found, forbidden */
export async function signingInvitation(
  app: App,
  actor: Actor,
  key: string,
  asked: z.infer<typeof invitationAsked>,
  language: Language,
): Promise<Uint8Array> {
  const t = translator(language);
  const contract = await contractToInvite(app, actor, key);
  const { municipalityId, municipalityName } = contract;
  const [priorities, organisation] = await Promise.all([
    listPriorities(app, contract.id),
    publisherOf(app.db, actor, municipalityId),
  ]);
  return signingInvitationPdf(
    app,
    {
      to: asked.to,
      network: t('site.tagline'),
      organisation,
      place: municipalityName,
      date: dayOf(app.clock()),
      recipient: [asked.name, t(`signatory.${asked.to}`), municipalityName].filter((line) => line !== ''),
      municipality: municipalityName,
      mandate: contract.mandate.replace('-', '–'),
      priorities: priorities.length,
      answerBy: asked.answer_by,
      address: `${app.config.publicUrl}/${language}/contracts/${key}`,
    },
    language,
  );
}
