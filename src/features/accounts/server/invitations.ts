import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Outcome } from '#forms/form.ts';
import { translator } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction } from '#server/database/db.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { queueMail } from '#server/mail/queue-mail.ts';
import type { Actor } from '../actor.ts';
import { mayGrant, peopleSeenBy } from '../policy.ts';
import type { inviteSchema } from '../schema.ts';
import { faultsOfGiving } from './give-role.ts';
import * as store from './invitation-store.ts';
import { boundRole } from './people.ts';
import { hashOf, newToken } from './token.ts';

/** Days that an invitation waits. */
const daysOpen = 14;
const day = 24 * 60 * 60 * 1000;

/** Invites someone to a role. Whether the address has an account already is not told. */
export async function invite(
  app: App,
  actor: Actor,
  command: z.output<typeof inviteSchema>,
  requestId: string,
): Promise<Outcome<null>> {
  if (actor.kind === 'nobody') throw new DomainError('forbidden', 'invitations');
  const { email, role, organisationId, municipalityId, until, language } = command;
  const now = app.clock();
  const faults = await faultsOfGiving(app.db, actor, command, dayOf(now));
  if (faults.length > 0) return { kind: 'refused', faults };
  const token = newToken();
  const expiresAt = new Date(now.getTime() + daysOpen * day);
  const id = randomUUID();
  await inTransaction(app.db, async (tx) => {
    const given = { role, organisationId, municipalityId, until };
    const kept = {
      id,
      email,
      language,
      tokenHash: hashOf(token),
      invitedBy: actor.id,
      createdAt: now,
      expiresAt,
    };
    await store.insertInvitation(tx, { ...given, ...kept });
    await recordAudit(tx, {
      actor: actor.id,
      action: 'invite',
      subject: { kind: 'invitation', id },
      ...(municipalityId === null ? {} : { municipalityId }),
      after: given,
      requestId,
    });
    const t = translator(language);
    const link = `${app.config.publicUrl}/${language}/sign-in/invitation?token=${token}`;
    const words = { site: t('site.name'), role: t(`accounts.role.${role}`), link, days: daysOpen };
    const subject = t('accounts.mail.invitation.subject', words);
    const text = t('accounts.mail.invitation.text', words);
    await queueMail(app, tx, { to: email, subject, text, secretUntil: expiresAt });
  });
  return { kind: 'done', value: null };
}

/** Invitations that wait for an answer, of those whom the actor sees. */
export function listInvitations(app: App, actor: Actor) {
  return store.readOpenInvitations(app.db, peopleSeenBy(actor), app.clock());
}

export async function withdrawInvitation(
  app: App,
  actor: Actor,
  id: string,
  requestId: string,
): Promise<void> {
  if (actor.kind === 'nobody') throw new DomainError('forbidden', 'invitations');
  await inTransaction(app.db, async (tx) => {
    const invitation = await store.readOpenInvitation(tx, id, app.clock());
    if (!invitation) throw notFound('invitation');
    const bound = await boundRole(tx, invitation, dayOf(app.clock()));
    if (!mayGrant(actor, bound)) throw notFound('invitation');
    await store.withdrawInvitation(tx, id, app.clock());
    await recordAudit(tx, {
      actor: actor.id,
      action: 'withdraw-invitation',
      subject: { kind: 'invitation', id },
      requestId,
    });
  });
}

/** The invitation of a link, without taking it up. */
export async function findInvitation(app: App, token: string) {
  const invitation = await store.readInvitation(app.db, hashOf(token), app.clock());
  return invitation && { email: invitation.email, role: invitation.role, language: invitation.language };
}
