import { z } from 'zod';
import { parseForm } from '#forms/parse-form.ts';
import type { App } from '#server/app.ts';
import * as store from './kept-form-store.ts';
import { hashOf, newToken } from './token.ts';

/** Cookie of the browser that sent a form after its session had ended. */
export const keptFormCookie = 'pop_kept';

export const keptFormSeconds = 60 * 60;

/**
 * Keeps what was typed into a form whose session had ended, but for secrets and files, until its author has signed in.
 * @param action the address that the form was sent to
 * @returns the token for the browser's cookie
 */
export async function keepForm(
  app: App,
  form: { accountId: string; action: string; data: FormData },
): Promise<string> {
  const { accountId, action, data } = form;
  const token = newToken();
  const parsed = parseForm(z.unknown(), data);
  await store.insertKeptForm(app.db, {
    tokenHash: hashOf(token),
    accountId,
    action,
    fields: parsed.kind === 'parsed' ? parsed.fields : parsed.state.fields,
    hasFiles: [...data.values()].some((value) => typeof value !== 'string' && value.size > 0),
    expiresAt: new Date(app.clock().getTime() + keptFormSeconds * 1000),
  });
  return token;
}

/** The form that this browser sent, where it was this account's. */
export function findKeptForm(app: App, token: string | undefined, accountId: string) {
  return token === undefined ? undefined : store.readKeptForm(app.db, hashOf(token), accountId, app.clock());
}

export async function dropKeptForm(app: App, token: string): Promise<void> {
  await store.deleteKeptForms(app.db, hashOf(token), app.clock());
}
