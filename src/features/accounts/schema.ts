import { z } from 'zod';
import { languages } from '#i18n/languages.ts';
import { choice, text } from '#forms/fields.ts';

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

export const chosenLanguage = choice(languages);

export const newPasswordSchema = z.object({ token: z.string().max(200), password: newPassword() });

export const linkRequestSchema = z.object({ email: email(), purpose: choice(['sign-in', 'password']) });

export const signUpSchema = z.object({ email: email(), name: personName });

export const tokenSchema = z.object({ token: z.string().max(200) });

/** What is typed off an authenticator, or off the paper with the recovery codes. */
export const codeSchema = z.object({ code: z.string().trim().min(1).max(40) });
