import { signingInvitation } from '#features/contracts/server/signing/invitation.ts';
import { invitationAsked } from '#features/contracts/signing-schema.ts';
import { queryOf } from '#i18n/query.ts';
import { DomainError } from '#server/errors.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = async ({ locals, params, url }) => {
  const asked = invitationAsked.safeParse(queryOf(url.searchParams));
  if (!asked.success) throw new DomainError('bad-request', 'whom the letter is for, and by when');
  const pdf = await signingInvitation(locals.app, locals.actor, params.key, asked.data, locals.language);
  return new Response(new Uint8Array(pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="invitation.pdf"',
      'cache-control': 'private, no-store',
    },
  });
};
