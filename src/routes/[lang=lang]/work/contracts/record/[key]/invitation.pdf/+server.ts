import { redirect } from '@sveltejs/kit';
import { contractToInvite, signingInvitation } from '#features/contracts/server/signing/invitation.ts';
import { invitationAsked } from '#features/contracts/signing-schema.ts';
import { queryOf } from '#i18n/query.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = async ({ locals, params, url }) => {
  await contractToInvite(locals.app, locals.actor, params.key);
  const asked = invitationAsked.safeParse(queryOf(url.searchParams));
  // Back to the form that asks, with what was typed.
  if (!asked.success) {
    redirect(303, `/${locals.language}/work/contracts/record/${params.key}${url.search}#invitation`);
  }
  const pdf = await signingInvitation(locals.app, locals.actor, params.key, asked.data, locals.language);
  return new Response(new Uint8Array(pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="invitation.pdf"',
      'cache-control': 'private, no-store',
    },
  });
};
