import { z } from 'zod';
import { languages } from '#i18n/languages.ts';
import { calendarDay, choice, id, optionalDay, optionalId, optionalText, text } from '#forms/fields.ts';
import { roles } from './role.ts';

const longestPassword = 200;

/** An address as it is stored: small letters, without spaces around it. */
export function email() {
  return z.string().trim().toLowerCase().min(1).max(200).pipe(z.email());
}

/** A password that one already has: whatever it is. */
export function givenPassword() {
  return z.string().min(1).max(longestPassword);
}

/** A password that is to be: long rather than full of signs (NIST SP 800-63B). */
export function newPassword() {
  return z.string().min(1).min(10, 'accounts.fault.password-short').max(longestPassword);
}

export const signInSchema = z.object({ email: email(), password: givenPassword() });

export const personName = text(200);

export const newPasswordSchema = z.object({ token: z.string().max(200), password: newPassword() });

export const linkRequestSchema = z.object({ email: email(), purpose: choice(['sign-in', 'password']) });

export const signUpSchema = z.object({ email: email(), name: personName });

export const tokenSchema = z.object({ token: z.string().max(200) });

/** What is typed off an authenticator, or off the paper with the recovery codes. */
export const codeSchema = z.object({ code: z.string().trim().min(1).max(40) });

const boundRole = {
  role: choice(roles),
  organisationId: optionalId(),
  municipalityId: optionalId(),
  until: optionalDay(),
};

export const inviteSchema = z.object({ email: email(), language: choice(languages), ...boundRole });

export const giveRoleSchema = z.object({ accountId: id(), ...boundRole });

export const endRoleSchema = z.object({
  grantId: id(),
  until: calendarDay(),
  reason: optionalText(1000),
});

/** Whoever has an account needs no password; whoever is new may leave it and come back by a link. */
export const acceptSchema = z.object({
  token: z.string().max(200),
  name: personName,
  language: choice(languages),
  password: z.union([z.literal(''), newPassword()]).default(''),
});

export const withdrawSchema = z.object({ invitationId: id() });

export const profileSchema = z.object({ name: personName, language: choice(languages) });

/** The password that one has, to prove oneself; '' where there is none. */
const currentPassword = z.string().max(longestPassword).default('');

export const passwordSchema = z.object({ currentPassword, password: newPassword() });

export const emailSchema = z.object({ currentPassword, email: email() });

export const deleteSchema = z.object({ currentPassword, sure: z.string('accounts.fault.sure') });

export const sessionSchema = z.object({ sessionId: optionalId() });

const answer = z.string().max(60_000).default('');

export const passkeySchema = z.object({ answer });

export const newPasskeySchema = z.object({ answer, name: text(100) });

export const unlinkSchema = z.object({ identityId: id() });

export const removePasskeySchema = z.object({ passkeyId: id() });
