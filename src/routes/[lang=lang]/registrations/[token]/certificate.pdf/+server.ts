import { certificateByLink } from '#features/registration/server/certificate.ts';
import type { RequestHandler } from './$types.js';

/** Says that somebody took part. */
export const GET: RequestHandler = async ({ locals, params, getClientAddress }) => {
  const { app, language } = locals;
  const pdf = await certificateByLink(app, { token: params.token, address: getClientAddress(), language });
  return new Response(new Uint8Array(pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="certificate-${language}.pdf"`,
      'cache-control': 'private, no-store',
      'referrer-policy': 'same-origin',
    },
  });
};
