import { redirect } from '@sveltejs/kit';
import { leaveForProvider } from '#features/accounts/server/provider-entry.ts';
import type { RequestHandler } from './$types.js';

/** A link rather than a form: the content security policy lets forms lead nowhere else. */
export const GET: RequestHandler = async (event) =>
  redirect(303, await leaveForProvider(event), { external: true });
