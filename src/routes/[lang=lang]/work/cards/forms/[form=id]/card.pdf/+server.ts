import { printCommand } from '#features/cards/schema.ts';
import { printCards } from '#features/cards/server/print.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { app, actor, language } = locals;
  const command = printCommand.parse(Object.fromEntries(url.searchParams));
  const pdf = await printCards(app, actor, params.form, command, language);
  return new Response(new Uint8Array(pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="pop-card-${language}.pdf"`,
      'cache-control': 'no-store',
    },
  });
};
