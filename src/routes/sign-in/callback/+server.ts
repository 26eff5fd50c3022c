import { redirect } from '@sveltejs/kit';
import { arriveFromProvider } from '#features/accounts/server/provider-entry.ts';
import type { RequestHandler } from './$types.js';

/** One address in no language: it is registered at the provider. */
export const GET: RequestHandler = async (event) => redirect(303, await arriveFromProvider(event));
